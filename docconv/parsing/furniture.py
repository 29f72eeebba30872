"""Page furniture: what the page needed and the reader does not, found by how the printers of letters word it.

Seen in the Aanhangsel of the Handelingen (ah-tk-…, ISSN 0921 - 7398), in kv-tk-… and in letters on ministries' paper.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from docconv.model import Span
from docconv.parsing.draft import Draft

# "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1", the page number beside it, lines below it, or glued to the text
# that follows. A citation of the Aanhangsel goes on with "van de Handelingen" or "nr." and is none.
_RUNNING_HEAD = re.compile(
    r"(?:Tweede|Eerste) Kamer, vergaderjaar ?\d{4}[-–—]\d{2,4}, (?:Aanhangsel|Vragen)\b(?! van| Handel|,)"
    r"(?:[ \t]*(?P<beside>\d{1,4})|[ \t]*(?:\r?\n[ \t]*){1,3}(?P<below>\d{1,3})(?=[ \t]*(?:\r?\n|\f|$)))?"
)
_IMPRINT = re.compile(
    r"^[ \t\f]*(?:ah|kv)-[te]k-[0-9A-Za-z-]{5,24}[ \t]*\r?$"
    r"|^[ \t\f]*ISSN ?0921 ?[-–] ?7398(?:[ \t]*[’'‘]s-Gravenhage \d{4})?"
    r"|^[ \t\f]*[’'‘]s-Gravenhage \d{4}(?=[ \t]*(?:\r?$|Tweede Kamer,|Eerste Kamer,))",
    re.MULTILINE,
)
_PAGE_OF = re.compile(
    r"^[ \t\f]*(?:\d{1,3})?(?:Pagina|Blad|Page) ?\d{1,3}(?: ?(?:van|of|/) ?\d{1,3})?[ \t]*\r?$"
    r"|^[ \t\f]*[-–] ?\d{1,3} ?[-–][ \t]*\r?$",
    re.MULTILINE,
)
_NUMBER_LINE = re.compile(r"[ \t]*(\d{1,3})[ \t]*")


def mark_furniture(draft: Draft) -> None:
    """Put running heads, imprints, page numbers and what a format calls furniture among the layout."""
    text = draft.text
    found: list[Span] = [hint.span for hint in draft.hints("furniture")]
    draft.turns = [m.start() for m in re.finditer("\f", text)]
    for n, m in enumerate(_RUNNING_HEAD.finditer(text), start=1):
        span = Span(m.start(), m.start("beside") + _page_digits(m["beside"], n)) if m["beside"] else Span(*m.span())
        found.append(span)
        draft.turns.append(span.end)
    found += [Span(*m.span()) for m in _IMPRINT.finditer(text)]
    for m in _PAGE_OF.finditer(text):
        found.append(Span(*m.span()))
        draft.turns.append(m.end())
    found += _page_numbers(text)
    draft.turns += [hint.span.end for hint in draft.hints("furniture") if hint.value == "rule"]
    draft.layout += merge(found)
    draft.turns.sort()


def merge(spans: list[Span]) -> list[Span]:
    """Give the spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif len(span):
            merged.append(span)
    return merged


def _page_digits(digits: str, page: int) -> int:
    """Tell how many of the digits are the page's number: "22022 was" on page 2 begins with it."""
    expected = str(page)
    return len(expected) if len(digits) > len(expected) and digits.startswith(expected) else min(len(digits), 3)


def _page_numbers(text: str) -> list[Span]:
    """Find numbers alone on the last or first line of a page, counting up from page to page."""
    edges = [0, *(m.end() for m in re.finditer("\f", text)), len(text)]
    if len(edges) < 4:
        return []
    found: list[tuple[int, Span]] = []
    for page, (start, end) in enumerate(pairwise(edges)):
        found += [(int(span.of(text)) - page, span) for span in _edge_numbers(text, start, end)]
    offset, count = Counter(step for step, _ in found).most_common(1)[0] if found else (0, 0)
    return [span for step, span in found if step == offset] if count >= max(2, (len(edges) - 2) // 2) else []


def _edge_numbers(text: str, start: int, end: int) -> list[Span]:
    lines = [m for m in re.finditer(r"[^\n\f]+", text[start:end]) if m[0].strip()]
    edges = {m.start(): m for m in (*lines[:1], *lines[-1:])}.values()
    numbers = [(start + m.start(), _NUMBER_LINE.fullmatch(m[0].rstrip("\r"))) for m in edges]
    return [Span(at + m.start(1), at + m.end(1)) for at, m in numbers if m]

"""The side column of a ministry's paper, where a conversion set it between the paragraphs: sender, date, reference.

Its words are those of the Rijkshuisstijl's letter ("Datum", "Ons kenmerk", "Contactpersoon"), page after page the same.
"""

from __future__ import annotations

import re
from collections import Counter

from docconv.model import Span
from docconv.parsing.draft import Draft, Line

_WORDS = re.compile(
    r"(?:Datum|(?:Ons|Uw|Onze|Mijn) (?:kenmerk|referentie|brief)|Kenmerk|Bijlagen?(?:\(n\))?|Contactpersoon|Projectnaam"
    r"|Retouradres|Postbus \d+|Directoraat[- ]Generaal|Directie\b|Afdeling\b|Turfmarkt|Bezoekadres|Postadres"
    r"|Auteur|Behandeld door"
    r"|Ministerie van|[TFEM] 0?\d|www\.rijksoverheid\.nl|\d{4} ?[A-Z]{2} )(?!\w)"
)
_DATE = re.compile(r"\d{1,2} (?:jan|feb|ma|apr|me|ju|aug|sep|okt|nov|dec)[a-zé]{0,7}\.? \d{4}")
_CODE = re.compile(r"(?:(?:Ons|Uw|Onze) (?:kenmerk|referentie) ?)?[\w./-]*\d[\w./-]*")
_LONGEST = 24


def mark_letterhead(draft: Draft) -> None:
    """Mark the blocks behind the first label that are the paper's and not the letter's."""
    first = next((n for n, line in enumerate(draft.lines) if line.label), len(draft.lines))
    seen = Counter(line.text for line in draft.lines)
    for start, end in _blocks(draft.lines, first):
        block = draft.lines[start:end]
        if _is_paper(block, seen):
            for line in block:
                line.role = "layout"
                draft.layout.append(Span(line.start, line.end))


def _blocks(lines: list[Line], first: int) -> list[tuple[int, int]]:
    """Give the runs of lines between blank lines, page turns and labels."""
    if first >= len(lines):
        return []
    starts = [n for n in range(first, len(lines)) if n == first or lines[n].gap or lines[n].turn or lines[n].label]
    return [
        (start, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True) if not lines[start].label
    ]


def _is_paper(block: list[Line], seen: Counter[str]) -> bool:
    if not block or len(block) > _LONGEST or not _WORDS.match(block[0].text):
        return False
    known = [_WORDS.match(line.text) or _DATE.fullmatch(line.text) or _CODE.fullmatch(line.text) for line in block]
    if all(known) and len(block) > 1:
        return True
    rest = [line.text for line, word in zip(block, known, strict=True) if not word]
    named = sum(map(bool, known))
    repeated = all(seen[words] > 1 for words in rest)
    return named >= 2 and (repeated or (len(rest) <= named + 3 and all(len(words) <= 40 for words in rest)))

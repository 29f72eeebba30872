"""What stands in a paragraph's text: the recognisers, in the order in which they may claim a stretch of it.

Addresses come first, because a paper's number may stand in one; then citations, dates and numbers, each on what is left.
Quotations, English passages and emphasis may cross all of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

from docconv.model import Citation, Date, Emphasis, Hint, Inline, Link, Number, Paragraph, Span
from docconv.parsing.citations import find_papers, longest
from docconv.parsing.dates import find_dates
from docconv.parsing.foreign import find_foreign
from docconv.parsing.laws import find_laws
from docconv.parsing.links import find_links
from docconv.parsing.quantities import find_numbers
from docconv.parsing.quotes import find_quotes

_DIGIT = re.compile(r"\d")
_Claim = TypeVar("_Claim", Link, Citation, Date, Number)


def find_inlines(text: str, *, note: bool = False) -> list[Inline]:
    """Give all that is recognised in `text`; `note` says that it is a note's."""
    claimed: list[Inline] = list(find_links(text))
    _claim(claimed, longest([*find_papers(text), *find_laws(text)]))
    if _DIGIT.search(text):
        _claim(claimed, find_dates(text))
        _claim(claimed, find_numbers(text))
    quotes = find_quotes(text, note=note)
    return [*claimed, *quotes, *find_foreign(text, quotes)]


def hinted_inlines(paragraph: Paragraph, hints: list[Hint]) -> list[Inline]:
    """Give the emphasis and the links that a format tells of, where they fall inside the paragraph.

    Emphasis that covers all of it says nothing of its words and is left out.
    """
    found: list[Inline] = []
    for hint in hints:
        start = bisect_left(paragraph.offsets, hint.span.start)
        end = bisect_left(paragraph.offsets, hint.span.end)
        span = Span(start, end)
        if not len(span) or not span.of(paragraph.text).strip():
            continue
        if hint.role == "link":
            if hint.value.startswith(("http://", "https://", "mailto:")):
                found.append(Link(span, hint.value))
        elif (
            span.of(paragraph.text).strip("\ufffc ")
            and len(span) < len(paragraph.text) - 1
            and hint.role in {"bold", "italic", "superscript"}
        ):
            found.append(Emphasis(span, hint.role))
    return found


def _claim(claimed: list[Inline], found: Iterable[_Claim]) -> None:
    """Add what overlaps nothing that was claimed before."""
    taken = sorted(inline.span for inline in claimed)
    starts = [span.start for span in taken]
    for inline in found:
        at = bisect_left(starts, inline.span.end)
        if at == 0 or taken[at - 1].end <= inline.span.start:
            claimed.append(inline)

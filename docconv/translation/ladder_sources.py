"""The Dutch as it is sent once more: with terms inline, in English, or under placeholders.

The signs are those of the embedded model (docconv/embedded/README.md): `⟦t⟧ source ⟦=⟧ target ⟦/⟧` for a term and `⟦0⟧` to
`⟦19⟧` for what is carried over; no other model is sent them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docconv.model import Span
from docconv.terminology import Match
from docconv.translation.drafts import Draft, Way
from docconv.translation.wording import wanted

INLINE = 3  # terms that the embedded model was trained to take in one sentence
WORDS = 4  # words a side that it was trained to take in one term
_PLACEHOLDER = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence to send: the Dutch, and what is to be filled in for its placeholders afterwards."""

    sent: str
    filled: tuple[tuple[str, Match], ...] = ()


def can(draft: Draft, number: int, way: Way) -> bool:
    """Tell whether a term can be given in that way: it must stand in one piece, outside placeables."""
    match = draft.matches[number]
    span = _place(draft, number)
    if span is None:
        return False
    if way == "inline":
        target = wanted(match, draft.work.plain).text
        return len(span.of(draft.work.sent).split()) <= WORDS and len(target.split()) <= WORDS
    return way == "english" or match.entry.pos != "verb"


def written(draft: Draft, ways: Mapping[int, Way], placeholders: int = 0) -> Variant:
    """Give the sentence with each numbered term written in its way; of inline ones the first three, in text order."""
    work = draft.work
    used = {int(n) for n in _PLACEHOLDER.findall(work.sent)}
    free = iter(n for n in range(placeholders) if n not in used)
    text, filled = work.sent, []
    inline = sorted(n for n, way in ways.items() if way == "inline")[:INLINE]
    for number in sorted(ways, key=lambda n: _start(draft, n), reverse=True):
        span = _place(draft, number)
        if span is None:
            continue
        match = draft.matches[number]
        target = wanted(match, work.plain).text
        new = span.of(text)
        if ways[number] == "english":
            new = target
        elif number in inline:
            new = f"⟦t⟧ {span.of(text)} ⟦=⟧ {target} ⟦/⟧"
        elif ways[number] == "placeholder":
            symbol = next(free, None)
            if symbol is not None:
                new = f"⟦{symbol}⟧"
                filled.append((new, match))
        text = text[: span.start] + new + text[span.end :]
    return Variant(text, tuple(filled))


def _place(draft: Draft, number: int) -> Span | None:
    spans = draft.matches[number].spans
    return draft.work.sent_span(spans[0]) if len(spans) == 1 else None


def _start(draft: Draft, number: int) -> int:
    return draft.matches[number].spans[0].start

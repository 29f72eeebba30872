"""The Dutch as it is sent once more: with terms inline, in English, or under placeholders.

The signs are those of the embedded model (docconv/embedded/README.md): `⟦t⟧ source ⟦=⟧ target ⟦/⟧` for a term and `⟦0⟧` to
`⟦19⟧` for what is carried over; no other model is sent them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docconv.model import Span
from docconv.terminology import Match
from docconv.terminology.columns import GAP
from docconv.terminology.morphology import verb_of
from docconv.translation.drafts import Draft, Way
from docconv.translation.wording import wanted

INLINE = 3  # terms that the embedded model was trained to take in one sentence
WORDS = 4  # words a side in one term; it was trained with up to three Dutch and four English ones
_PLACEHOLDER = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence to send: the Dutch, and what is to be filled in for its placeholders afterwards."""

    sent: str
    filled: tuple[tuple[str, Match], ...] = ()


def can(draft: Draft, number: int, way: Way) -> bool:
    """Tell whether a term can be given in that way: outside placeables, and in one piece except for English."""
    match = draft.matches[number]
    spans = _places(draft, number)
    if not spans or (len(spans) > 1 and way != "english"):
        return False
    if way == "inline":
        target = wanted(match, draft.work.plain).text
        return len(spans[0].of(draft.work.sent).split()) <= WORDS and len(target.split()) <= WORDS
    return way == "english" or match.entry.pos != "verb"


def written(draft: Draft, ways: Mapping[int, Way], placeholders: int = 0) -> Variant:
    """Give the sentence with each numbered term written in its way; of inline ones the first three, in text order."""
    work = draft.work
    used = {int(n) for n in _PLACEHOLDER.findall(work.sent)}
    free = iter(n for n in range(placeholders) if n not in used)
    inline = sorted(n for n, way in ways.items() if way == "inline")[:INLINE]
    edits: list[tuple[Span, str]] = []
    filled = []
    for number, way in ways.items():
        spans, match = _places(draft, number), draft.matches[number]
        if not spans:
            continue
        target = wanted(match, work.plain).text
        if way == "english":
            edits += _in_english(match, spans, target, work.sent)
        elif number in inline:
            edits.append((spans[0], f"⟦t⟧ {spans[0].of(work.sent)} ⟦=⟧ {target} ⟦/⟧"))
        elif way == "placeholder":
            symbol = next(free, None)
            if symbol is not None:
                edits.append((spans[0], f"⟦{symbol}⟧"))
                filled.append((f"⟦{symbol}⟧", match))
    text = work.sent
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return Variant(text, tuple(filled))


def _in_english(match: Match, spans: Sequence[Span], target: str, sent: str) -> Iterator[tuple[Span, str]]:
    """Yield the edits for a term in English: at an idiom's verb the whole of it, and nothing for its other parts."""
    parts = [part.split() for part in match.form.split(GAP)]
    verb = verb_of([word.lower() for part in parts for word in part]) if len(spans) > 1 else 0
    place, passed = 0, 0
    for number, part in enumerate(parts[: len(spans)]):
        if verb is not None and passed <= verb < passed + len(part):
            place = number
        passed += len(part)
    for number, span in enumerate(spans):
        if number == place:
            yield span, target[:1].upper() + target[1:] if span.of(sent)[:1].isupper() else target
        else:  # the blank before it goes too
            yield Span(span.start - (sent[: span.start][-1:] == " "), span.end), ""


def _places(draft: Draft, number: int) -> tuple[Span, ...]:
    """Give the parts of a term in what was sent, none where one of them cannot be told."""
    spans = [draft.work.sent_span(span) for span in draft.matches[number].spans]
    return tuple(span for span in spans if span is not None) if None not in spans else ()

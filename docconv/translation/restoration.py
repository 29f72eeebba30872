"""Putting placeables back into the English of a sentence, and saying where each came to stand.

What an engine drops is never dropped from the result unseen: a lost note reference is set at the end and reported, anything
else that is lost or doubled is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from docconv.model import Check, PlaceableRecord, RichText, Span
from docconv.translation.protection import Protected, Protection
from docconv.translation.renderings import rendering

_SYMBOL = re.compile(r"⟦\d{1,4}⟧")  # yes: ⟦0⟧ ⟦19⟧   no: ⟦t⟧
_MARKS = ".,;:?!…’”\"')]»"
_CLOSING = re.compile(r"[.,;:?!…’”\"')\]»]*")


@dataclass(frozen=True, slots=True)
class Restored:
    """The finished English, its placeables, what went wrong, and where a place in the engine's English came to stand."""

    target: RichText
    records: tuple[PlaceableRecord, ...]
    checks: tuple[Check, ...]
    place: Callable[[int], int]

    def span(self, span: Span | None) -> Span | None:
        """Give where a span of the engine's English came to stand; None for None."""
        if span is None:
            return None
        start = self.place(span.start)
        return Span(start, max(start, self.place(span.end)))


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of the engine's English and what stands there in the end, for which of the protected (None: for none)."""

    span: Span
    text: RichText
    item: int | None


def restore(text: str, protection: Protection, near: Callable[[int], int | None] = lambda _: None) -> Restored:
    """Put the placeables of `protection` back into the engine's English.

    `near` gives for a place in the text sent the place in the English that stands for it, None where it can't tell; it
    serves note references that were taken out.
    """
    edits: list[_Edit] = []
    checks: list[Check] = []
    taken: list[Span] = []
    found: dict[int, Span] = {}
    for n, item in sorted(enumerate(protection.items), key=lambda pair: (not pair[1].token, not pair[1].exact)):
        spans = _find(text, item, taken)
        if not spans and item.placeable.kind == "note":
            at, sure = _note_place(text, protection, n, found, near)
            spans = [Span(at, at)]
            if not sure:
                checks.append(Check("note-moved", f"note {_marker(item)} may belong elsewhere in the sentence"))
        if not spans:
            checks.append(Check("placeable-lost", f"“{item.placeable.source}” is missing from the English"))
            continue
        found[n] = spans[0]
        edits.append(_Edit(spans[0], item.placeable.english, n))
        taken += spans[:1]
        if item.exact and len(spans) > _twins(protection, n):
            checks.append(Check("placeable-repeated", f"“{item.placeable.source}” stands there more than once"))
            again = RichText() if item.placeable.kind == "note" else RichText(item.placeable.english.text)
            edits += [_Edit(span, again, None) for span in spans[1:]]
            taken += spans[1:]
    known = {item.token for item in protection.items}
    for stray in _SYMBOL.finditer(text):
        if stray[0] not in known and Span(*stray.span()) not in taken:
            edits.append(_Edit(Span(*stray.span()), RichText(), None))
            checks.append(
                Check("placeable-invented", f"the engine wrote a placeholder that stands for nothing: {stray[0]}")
            )
    return _apply(text, sorted(edits, key=lambda e: (e.span, e.item or 0)), protection, checks)


def _twins(protection: Protection, n: int) -> int:
    """Give how many items from number `n` on have the same token: a name may stand in a sentence twice."""
    return sum(item.token == protection.items[n].token for item in protection.items[n:])


def _find(text: str, item: Protected, taken: Sequence[Span]) -> list[Span]:
    """Give where an item's token, or a rendering of its value, stands in the English, and no other's does."""
    if not item.token:
        return []
    pattern = re.compile(re.escape(item.token) if item.symbol else rf"(?<!\w){re.escape(item.token)}(?!\w)")
    if not item.exact:
        pattern = rendering(item.placeable) or pattern
    found = [Span(*m.span()) for m in pattern.finditer(text)]
    return [span for span in found if all(span.end <= other.start or other.end <= span.start for other in taken)]


def _note_place(
    text: str,
    protection: Protection,
    n: int,
    found: Mapping[int, Span],
    near: Callable[[int], int | None],
) -> tuple[int, bool]:
    """Give where a note reference belongs that the engine did not carry, and whether that is sure.

    It is at the end of the sentence, and right after another placeable; elsewhere the reference stands after the word that
    its own word became, as far as can be told.
    """
    _, sent = next(piece for piece in protection.pieces if piece[0] == protection.items[n].placeable.span)
    before = protection.sent[: sent.start].rstrip(_MARKS)
    if not protection.sent[sent.end :].strip(f" {_MARKS}"):
        return len(text), True
    for k, (_, other) in _ends(protection).items():
        if other.end == len(before) and k in found and k != n:
            return _after(text, found[k].end, glued=len(before) < sent.start), True
    at = near(sent.start)
    if at is None:
        return len(text), False
    word = re.compile(r"\w*").match(text, at)
    return _after(text, word.end() if word else at, glued=len(before) < sent.start), False


def _ends(protection: Protection) -> dict[int, tuple[Span, Span]]:
    """Give the piece of each item that stands in the text sent."""
    places = {item.placeable.span: n for n, item in enumerate(protection.items) if item.token}
    return {places[piece[0]]: piece for piece in protection.pieces if piece[0] in places}


def _after(text: str, end: int, *, glued: bool) -> int:
    """Give the place after a word, and after the marks that follow it where the reference followed such marks."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing and glued else end


def _marker(item: Protected) -> str:
    return next((getattr(i, "marker", "") for i in item.placeable.english.inlines), "")


def _apply(text: str, edits: Sequence[_Edit], protection: Protection, checks: list[Check]) -> Restored:
    """Make the edits, from left to right."""
    out, end = RichText(), 0
    froms, tos = [0], [0]
    spans: dict[int, Span] = {}
    for edit in edits:
        out = _append(out, RichText(text[end : edit.span.start]))
        start = len(out.text)
        out = _append(out, edit.text)
        if edit.item is not None:
            spans[edit.item] = Span(start, len(out.text))
        end = edit.span.end
        froms += [edit.span.start, end]
        tos += [start, len(out.text)]
    out = _append(out, RichText(text[end:]))

    def place(at: int) -> int:
        n = bisect_right(froms, at) - 1
        inside = n % 2 == 1  # froms come in pairs after the first
        return tos[n] if inside and at == froms[n] else min(tos[n] + (at - froms[n]), len(out.text))

    records = tuple(
        PlaceableRecord(
            item.placeable.kind,
            item.placeable.source,
            item.placeable.english.text if n in spans else "",
            item.placeable.span,
            spans.get(n),
        )
        for n, item in enumerate(protection.items)
    )
    return Restored(out, records, tuple(checks), place)


def _append(text: RichText, more: RichText) -> RichText:
    shifted = tuple(replace(i, span=i.span.shift(len(text.text))) for i in more.inlines)
    return RichText(text.text + more.text, text.inlines + shifted)

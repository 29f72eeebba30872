"""What an engine is given for a sentence: its Dutch with placeables as symbols, as stand-ins, or as they are.

A model trained on placeholder symbols (`⟦0⟧`, see docconv/embedded/README.md) gets symbols. Any other gets stand-ins (`[1]`) for
what it must not change, dates and numbers in Dutch (it translates them, and they are found again by value), and no note
references: those are put back afterwards where their word came to stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from docconv.model import OBJECT, RichText, Span
from docconv.translation.placeables import Placeable
from docconv.translation.renderings import rendering

_VALUES = {"date", "time", "amount", "percent", "number"}


@dataclass(frozen=True, slots=True)
class Protected:
    """A placeable on its way through an engine: `token` is what stands for it in the text sent, "" where nothing does.

    `exact` tells that the token must come out as it went in; else what stands for it is found by its value.
    """

    placeable: Placeable
    token: str
    exact: bool = True

    @property
    def symbol(self) -> bool:
        """Tell whether the token is a placeholder symbol."""
        return self.token.startswith("⟦")


@dataclass(frozen=True, slots=True)
class Protection:
    """A sentence ready for an engine. `pieces` tile `plain` and `sent` (see SentenceWork)."""

    plain: str
    sent: str
    pieces: tuple[tuple[Span, Span], ...]
    items: tuple[Protected, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """Give the tokens that must come out as they went in."""
        return tuple(item.token for item in self.items if item.token and item.exact)


def protect(sentence: RichText, found: tuple[Placeable, ...], symbols: int) -> Protection:
    """Give what to send; `symbols` counts the placeholder symbols that the engine knows."""
    items: list[Protected] = []
    pieces: list[tuple[Span, Span]] = []
    sent, end = "", 0
    for placeable in found:
        sent = _copy(sentence.text, end, placeable.span.start, sent, pieces)
        item = _protected(placeable, len(items), symbols, sentence.text)
        apart = _apart(item, sentence.text)
        pieces.append((placeable.span, Span(len(sent), len(sent) + len(apart))))
        items.append(item)
        sent, end = sent + apart, placeable.span.end
    sent = _copy(sentence.text, end, len(sentence.text), sent, pieces)
    return Protection(sentence.text, sent, tuple(pieces), tuple(items))


def _apart(item: Protected, text: str) -> str:
    """Give an item's token with a space where a value is run together with a word, as in PDF text: "van247.000woningen"."""
    span = item.placeable.span
    if item.placeable.kind not in _VALUES:
        return item.token
    before = " " if text[: span.start][-1:].isalpha() else ""
    after = " " if text[span.end :][:1].isalpha() else ""
    return f"{before}{item.token}{after}"


def _protected(placeable: Placeable, number: int, symbols: int, text: str) -> Protected:
    if number < symbols:
        return Protected(placeable, f"⟦{number}⟧")
    if placeable.kind == "note":
        return Protected(placeable, "")
    if rendering(placeable) is not None:
        return Protected(placeable, placeable.source, exact=False)
    if placeable.kind == "name":
        return Protected(placeable, placeable.source)
    free = (f"[{n}]" for n in count(number + 1))
    return Protected(placeable, next(token for token in free if token not in text))


def _copy(text: str, start: int, end: int, sent: str, pieces: list[tuple[Span, Span]]) -> str:
    """Give `sent` with a stretch of the source copied. A note reference left in it would be one that no placeable holds."""
    if start < end:
        part = text[start:end].replace(OBJECT, " ")
        pieces.append((Span(start, end), Span(len(sent), len(sent) + len(part))))
        sent += part
    return sent

"""What an engine is given for a sentence: its Dutch with placeables as symbols or in English, and note references taken out.

A model trained on placeholder symbols (`⟦0⟧`, see docconv/embedded/README.md) gets symbols; any other gets the English form,
which models copy well, and note references are put back afterwards where their word came to stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from docconv.model import OBJECT, RichText, Span
from docconv.translation.placeables import Placeable


@dataclass(frozen=True, slots=True)
class Protected:
    """A placeable on its way through an engine: `token` is what stands for it in the text sent, "" where nothing does."""

    placeable: Placeable
    token: str

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
        return tuple(item.token for item in self.items if item.token)


def protect(sentence: RichText, found: tuple[Placeable, ...], symbols: int) -> Protection:
    """Give what to send; `symbols` counts the placeholder symbols that the engine knows."""
    items: list[Protected] = []
    pieces: list[tuple[Span, Span]] = []
    sent, end = "", 0
    for placeable in found:
        sent = _copy(sentence.text, end, placeable.span.start, sent, pieces)
        token = _token(placeable, len(items), symbols)
        pieces.append((placeable.span, Span(len(sent), len(sent) + len(token))))
        items.append(Protected(placeable, token))
        sent, end = sent + token, placeable.span.end
    sent = _copy(sentence.text, end, len(sentence.text), sent, pieces)
    return Protection(sentence.text, sent, tuple(pieces), tuple(items))


def _token(placeable: Placeable, number: int, symbols: int) -> str:
    if number < symbols:
        return f"⟦{number}⟧"
    return placeable.english.text.replace(OBJECT, "")


def _copy(text: str, start: int, end: int, sent: str, pieces: list[tuple[Span, Span]]) -> str:
    """Give `sent` with a stretch of the source copied. A note reference left in it would be one that no placeable holds."""
    if start < end:
        part = text[start:end].replace(OBJECT, " ")
        pieces.append((Span(start, end), Span(len(sent), len(sent) + len(part))))
        sent += part
    return sent

"""Long sentences in pieces: where a Dutch sentence can be cut so that each part can be translated, and put together again."""

from __future__ import annotations

import re

LONG = 90  # words; models trained on sentences lose the thread, and end at 256 tokens
PIECE = 25  # words that a piece should have at most, where the sentence allows it
MOST = 600  # code points that a piece has at most, whatever it holds

# Where a clause ends, by how good a place it is. yes: "; "  ": "  ", waarbij "  ", en "  " omdat "   no: ", 3"
_PLACES = (
    re.compile(r"(?<=;)\s+|(?<=\.)\s+(?=[A-Z])"),
    re.compile(r"(?<=:)\s+|\s+(?=[–—-]\s)"),
    re.compile(
        r"(?<=,)\s+(?=(?:en|maar|want|waarbij|waarin|waardoor|waarvan|zodat|omdat|terwijl|hoewel|tenzij|indien|als)\s)"
    ),
    re.compile(r"\s+(?=(?:omdat|zodat|terwijl|hoewel|waarbij|waardoor|waarin|aangezien|doordat|voordat|nadat)\s)"),
    re.compile(r"(?<=,)\s+(?!\d)"),
    re.compile(r"\s+(?=(?:en|of|maar|die|dat)\s)"),
    re.compile(r"\s+"),
)


def clauses(text: str, size: int = PIECE) -> list[str]:
    """Give a sentence in pieces of at most `size` words where it can be cut well; joined by spaces they are the sentence.

    Symbols (`⟦0⟧`) are never cut.

    >>> clauses("Ik zie dat niet gebeuren, omdat het kabinet al eerder sprak; dat blijft zo.", 8)
    ['Ik zie dat niet gebeuren,', 'omdat het kabinet al eerder sprak;', 'dat blijft zo.']
    """
    pieces = [" ".join(text.split())]
    for place in _PLACES[:-2]:
        pieces = [part for piece in pieces for part in _cut(piece, place, size)]
    for place in _PLACES[-2:]:  # poor places, only where a piece is too long for any model
        pieces = [part for piece in pieces for part in _cut(piece, place, LONG)]
    return [part for piece in pieces for part in _chopped(piece)]


def too_long(text: str) -> bool:
    """Tell whether a sentence is too long to be translated as one."""
    return len(text) > MOST or text.count(" ") >= LONG


def _cut(piece: str, place: re.Pattern[str], size: int) -> list[str]:
    """Cut a piece at each place of a kind, and join neighbours again as far as they fit."""
    if len(piece) <= MOST and piece.count(" ") < size:
        return [piece]
    found: list[str] = []
    for part in place.split(piece):
        if found and found[-1].count(" ") + part.count(" ") + 2 <= size and len(found[-1]) + len(part) < MOST:
            found[-1] += f" {part}"
        elif part:
            found.append(part)
    return found


def _chopped(piece: str) -> list[str]:
    """Chop what has no space to cut at."""
    return [piece[n : n + MOST] for n in range(0, len(piece), MOST)] if len(piece) > MOST else [piece]

"""Lines of print: characters on one baseline become pieces, pieces become lines, raised figures join the line they note.

Distances are in points or in ems of the type at hand; the thresholds are those of letters set by Word, LibreOffice and the
printer of the Handelingen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from docconv.readers.pdf_glyphs import Glyph

# A gap of this many ems parts two cells or a label from its value; justified lines stay well below it.
WIDE = 1.5
# A gap of this many ems is a space, where PDFium broke the line at a raised figure and so sets none.
_SPACE = 0.18
_SMALL = 0.87
# A raised figure is no longer than this, and at most this many lines stand between it and its own.
_LONGEST_RAISED = 12
_NEAR = 4
# Justified lines stretch no gap beyond this many ems.
_STRETCH = 4.0


@dataclass(slots=True)
class Piece:
    """Characters that stand beside each other on one baseline. `raised` tells a superscript; `text` has its spaces."""

    glyphs: list[Glyph]
    raised: bool = False

    @property
    def left(self) -> float:
        """Give where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Give where it ends."""
        return self.glyphs[-1].right

    @property
    def size(self) -> float:
        """Give the size of most of its type."""
        return max(glyph.type.size for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """Give its baseline."""
        return self.glyphs[0].type.baseline

    @property
    def text(self) -> str:
        """Give its characters with the spaces between them."""
        return "".join((" " if n and g.spaced else "") + g.char for n, g in enumerate(self.glyphs))


@dataclass(slots=True)
class Line:
    """A line: its pieces from left to right, its baseline, the size of most of its type, the page from 1."""

    pieces: list[Piece]
    page: int
    baseline: float
    size: float
    _text: str = field(default="", repr=False)
    _stretched: bool | None = field(default=None, repr=False)

    @property
    def left(self) -> float:
        """Give where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Give where it ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def text(self) -> str:
        """Give its words, a tab at each wide gap."""
        if not self._text:
            self._text = "".join(self.gap(n) + piece.text for n, piece in enumerate(self.pieces))
        return self._text

    @property
    def bold(self) -> bool:
        """Tell whether most of it is bold."""
        glyphs = [glyph for piece in self.pieces for glyph in piece.glyphs]
        return sum(glyph.type.bold for glyph in glyphs) * 5 > 4 * len(glyphs)

    def gap(self, n: int) -> str:
        """Give what stands before piece `n`: nothing, a space or a tab."""
        if n == 0:
            return ""
        before, piece = self.pieces[n - 1], self.pieces[n]
        width = piece.left - before.right
        if width > WIDE * self.size and not (width < _STRETCH * self.size and self._is_stretched()):
            return "\t"
        first = piece.glyphs[0]
        return " " if (first.spaced and not first.broken) or width > _SPACE * self.size else ""

    def _is_stretched(self) -> bool:
        """Tell a justified line: all gaps between its words are of one width."""
        if self._stretched is None:
            glyphs = [glyph for piece in self.pieces for glyph in piece.glyphs]
            gaps = [b.left - a.right for a, b in pairwise(glyphs) if b.spaced]
            self._stretched = len(gaps) > 1 and max(gaps) - min(gaps) < 0.05 * self.size
        return self._stretched

    def cells(self) -> list[list[Piece]]:
        """Give the pieces in groups that wide gaps part."""
        groups: list[list[Piece]] = []
        for n, piece in enumerate(self.pieces):
            if n == 0 or self.gap(n) == "\t":
                groups.append([])
            groups[-1].append(piece)
        return groups


def page_pieces(glyphs: tuple[Glyph, ...]) -> list[Piece]:
    """Cut the characters, in the order of the file, wherever baseline or size jumps, a wide gap opens or the line ends."""
    pieces: list[Piece] = []
    for glyph in glyphs:
        last = pieces[-1].glyphs[-1] if pieces else None
        if last is not None and _continues(last, glyph):
            pieces[-1].glyphs.append(glyph)
        else:
            pieces.append(Piece([glyph]))
    return pieces


def _continues(last: Glyph, glyph: Glyph) -> bool:
    a, b = last.type, glyph.type
    if a.angle != b.angle or abs(a.baseline - b.baseline) > 0.12 * a.size:
        return False
    if not 0.9 < b.size / a.size < 1.12:
        return False
    gap = glyph.left - last.right
    return -0.6 * a.size < gap < WIDE * a.size


def set_lines(pieces: list[Piece], number: int) -> list[Line]:
    """Give the lines of a column from top to bottom; raised and lowered pieces join the line that they touch."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (-round(piece.baseline, 1), piece.left)):
        line = lines[-1] if lines else None
        if line and abs(line.baseline - piece.baseline) <= 0.25 * min(line.size, piece.size):
            line.pieces.append(piece)
            line.size = max(line.size, piece.size)
        else:
            lines.append(Line([piece], number, piece.baseline, piece.size))
    for n, line in enumerate(lines):
        if all(len(piece.glyphs) <= _LONGEST_RAISED for piece in line.pieces):
            near = lines[max(0, n - _NEAR) : n] + lines[n + 1 : n + 1 + _NEAR]
            home = [(piece, _home(piece, near)) for piece in line.pieces]
            for piece, target in home:
                if target is not None:
                    piece.raised = piece.baseline > target.baseline
                    target.pieces.append(piece)
            line.pieces = [piece for piece, target in home if target is None]
    for line in lines:
        line.pieces.sort(key=lambda piece: piece.left)
        if line.pieces:
            line.size = max(line.pieces, key=lambda piece: len(piece.glyphs)).size
    return [line for line in lines if line.pieces]


def _home(piece: Piece, near: list[Line]) -> Line | None:
    """Find the line that a small piece is raised or lowered from: the nearest that has type of full size right beside it."""
    best: tuple[float, Line] | None = None
    for other in near:
        rise = piece.baseline - other.baseline
        if not other.pieces or not -0.35 * other.size < rise < 0.75 * other.size:
            continue
        if piece.size > _SMALL * other.size or not _touches(piece, other):
            continue
        if best is None or abs(rise) < best[0]:
            best = abs(rise), other
    return best[1] if best else None


def _touches(piece: Piece, line: Line) -> bool:
    reach = 0.35 * line.size
    for other in line.pieces:
        if other.size * _SMALL < piece.size:
            continue
        behind = piece.left - other.right
        before = other.left - piece.right
        if -reach < behind < reach or -reach < before < 1.2 * line.size:
            return True
        if other.left < piece.left and piece.right < other.right:
            return True
    return False

"""Where a printed line ends its paragraph, and which lines are items of a list: by space, indent and the measure.

A line that ends though the next line's first word would still have fitted was ended on purpose (Knuth and Plass, 1981).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docconv.readers.pdf_columns import Frame, Page
from docconv.readers.pdf_lines import Line

_SENTENCE_END = re.compile(r"[.?!:;…][»”’\"')\]]*(?:\s?\[?\d{1,3}\]?\)?)*$")
_NUMBERED = re.compile(r"[(\[]?\d{1,3}[.)\]]\s")
_BULLET = re.compile(r"(?P<mark>[•●▪■◦○‣⁃➢➤✓✔·*\uf0b7\uf0a7\u2022o]|[-–—])\s")
_LETTER = re.compile(r"(?P<mark>\(?(?:[a-z]|[ivx]{1,4})[.)])\s")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its marker and the lines `start` to `end` of the page's body; `level` from 0."""

    marker: str
    level: int
    start: int
    end: int


class Measure:
    """How far apart lines of each size are set in this document."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Take the commonest distance of neighbouring lines, size by size, in half points."""
        distances: dict[int, Counter[int]] = {}
        for page in pages:
            for a, b in pairwise(page.body):
                step = a.baseline - b.baseline
                if 0 < step < 3 * a.size and abs(a.size - b.size) < 0.5:
                    distances.setdefault(round(a.size), Counter())[round(step * 2)] += 1
        self._pitch = {size: _commonest(counts) / 2 for size, counts in distances.items()}

    def pitch(self, line: Line) -> float:
        """Give the distance in points from one baseline to the next."""
        return self._pitch.get(round(line.size), 1.2 * line.size)

    def parted(self, a: Line, b: Line) -> bool:
        """Tell whether more space than a line's stands between two lines of a page."""
        return not 0 < a.baseline - b.baseline < 1.35 * max(self.pitch(a), self.pitch(b))


def _commonest(counts: Counter[int]) -> int:
    """Give the smallest distance that is nearly as common as the commonest: wide setting is the exception."""
    most = max(counts.values())
    return min(step for step, count in counts.items() if count * 2 >= most)


def ends_paragraph(a: Line, b: Line, frame: Frame, measure: Measure) -> bool:
    """Tell whether a paragraph ends with line `a`, the line before `b` in the body's reading order."""
    if a.page == b.page and measure.parted(a, b):
        return True
    if _restyled(a, b):
        return True
    if a.page == b.page and _indented(a, b, frame):
        return True
    # A label beside its value ("Datum  26 augustus 2024") ends with its line where there was room for more.
    ended = bool(_SENTENCE_END.search(a.text)) or bool(_NUMBERED.match(b.text)) or len(a.cells()) > 1
    return ended and _fits(a, b, frame)


def _restyled(a: Line, b: Line) -> bool:
    """Tell whether the type changes between two lines: its size, or its weight just where one ends and the other begins."""
    if abs(a.size - b.size) > 0.1 * a.size:
        return True
    return a.bold != b.bold and a.pieces[-1].glyphs[-1].type.bold != b.pieces[0].glyphs[0].type.bold


def _indented(a: Line, b: Line, frame: Frame) -> bool:
    """Tell whether `b` is a first line set in from the margin that `a` keeps."""
    margins = [left for left, _ in frame.columns]
    at_margin = any(abs(a.left - left) < 0.3 * a.size for left in margins)
    return at_margin and 0.8 * a.size < b.left - a.left < 4 * a.size and bool(_SENTENCE_END.search(a.text))


def _fits(a: Line, b: Line, frame: Frame) -> bool:
    """Tell whether the first word of `b` would have fitted behind `a`."""
    right = next((right for left, right in frame.columns if a.left < right), frame.right)
    return a.right + 0.25 * a.size + _first_word(b) < right - 0.2 * a.size


def _first_word(line: Line) -> float:
    glyphs = [glyph for piece in line.pieces for glyph in piece.glyphs]
    end = next((n for n, glyph in enumerate(glyphs) if n and glyph.spaced), len(glyphs))
    return glyphs[end - 1].right - glyphs[0].left


def find_items(lines: Sequence[Line], measure: Measure) -> list[Item]:
    """Give the items of the lists in a page's body that bullets, dashes or letters mark; numbers may count questions."""
    marks = {n: mark for n, line in enumerate(lines) if (mark := _marker(lines, n))}
    items: list[Item] = []
    margins: list[float] = []
    for n, (marker, text_left) in marks.items():
        end = n + 1
        while end < len(lines) and end not in marks and _hangs(lines, n, end, text_left, measure):
            end += 1
        if not items or items[-1].end != n:
            margins = []
        margins = [left for left in margins if left < lines[n].left - 2]
        items.append(Item(marker, len(margins), n, end))
        margins.append(lines[n].left)
    return items


def _marker(lines: Sequence[Line], n: int) -> tuple[str, float] | None:
    """Give the marker that line `n` opens with and where its text begins; None where it opens no item."""
    line = lines[n]
    m = _BULLET.match(line.text) or _LETTER.match(line.text)
    if m is None or len(line.text) == m.end():
        return None
    glyphs = [glyph for piece in line.pieces for glyph in piece.glyphs]
    text_left = glyphs[len(m["mark"])].left
    wide = text_left - glyphs[len(m["mark"]) - 1].right > 0.5 * line.size
    weak = m["mark"] in "-–—*·o" or m["mark"][-1] in ".)"
    begins = n == 0 or bool(_SENTENCE_END.search(lines[n - 1].text))
    follows = (
        n + 1 < len(lines) and abs(lines[n + 1].left - text_left) < 1.5 and text_left - line.left > 0.5 * line.size
    )
    return (m["mark"], text_left) if not weak or wide or begins or follows else None


def _hangs(lines: Sequence[Line], first: int, n: int, text_left: float, measure: Measure) -> bool:
    """Tell whether line `n` still belongs to the item that line `first` opens."""
    if measure.parted(lines[n - 1], lines[n]):
        return False
    hanging = text_left > lines[first].left + 0.5 * lines[first].size
    if hanging and lines[n].left < text_left - 2:
        return False
    return hanging or not _SENTENCE_END.search(lines[n - 1].text)

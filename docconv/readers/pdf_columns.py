"""Where the body of the text stands on a page, what stands beside it, and what comes back page after page.

Known from the Aanhangsel of the Handelingen (body at the right, codes at the left) and the ministries' paper (side column
at the right, cover letter and annex at the left).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docconv.readers.pdf_glyphs import GlyphPage
from docconv.readers.pdf_lines import Line, Piece, page_pieces, set_lines
from docconv.readers.pdf_links import Link

# Type below this share of the body's size is small: notes, letterhead.
SMALL = 0.93
_LONG = 20
_EDGE = 3.0
# More lines than this across two columns: there are no columns. More than this beside the body: that is no text.
_MOST_ACROSS = 40
_MOST_BESIDE = 300
_PAGE_NUMBER = re.compile(
    r"(?:\d{0,3}(?:Pagina|Blad|Page|Bladzijde)\s?)?\d{1,3}(?:\s?(?:van|of|/)\s?\d{1,3})?|[-–—]\s?\d{1,3}\s?[-–—]",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"(?:Tweede|Eerste) Kamer, vergaderjaar ?\d{4}\D\d{2,4}, .{3,60}")
_SENDER = re.compile(r">?\s?Retouradres\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the body stands: the size of its type and the left and right edge of each column, in points."""

    size: float
    columns: tuple[tuple[float, float], ...]

    @property
    def left(self) -> float:
        """Give the left edge of the first column."""
        return self.columns[0][0]

    @property
    def right(self) -> float:
        """Give the right edge of the last column."""
        return self.columns[-1][1]


@dataclass(slots=True)
class Page:
    """A page: its body in reading order, and what is furniture above, beside and below it."""

    number: int
    frame: Frame
    links: tuple[Link, ...] = ()
    body: list[Line] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)
    side: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)


def lay_out(pages: Sequence[GlyphPage]) -> list[Page]:
    """Give the pages with their lines sorted into body and furniture."""
    pieces_of = [page_pieces(page.glyphs) for page in pages]
    upright = [
        [piece for piece in pieces if piece.glyphs[0].type.angle == page.angle]
        for page, pieces in zip(pages, pieces_of, strict=True)
    ]
    frame = _frame(piece for pieces in upright for piece in pieces)
    laid = []
    for number, (page, every, pieces) in enumerate(zip(pages, pieces_of, upright, strict=True), start=1):
        laid.append(_page(number, pieces, _own_frame(frame, pieces)))
        laid[-1].links = page.links
        for piece in every:
            if piece.glyphs[0].type.angle != page.angle:
                laid[-1].side.append(Line([piece], number, piece.baseline, piece.size))
    _take_running_lines(laid)
    return laid


def _frame(pieces: Iterable[Piece]) -> Frame:
    """Find the size of type in which most is set, and the edges at which most of that begins and ends."""
    pieces = list(pieces)
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size * 2) / 2] += len(piece.glyphs)
    if not sizes:
        return Frame(10.0, ((0.0, 0.0),))
    size = sizes.most_common(1)[0][0]
    body = [piece for piece in pieces if abs(piece.size - size) <= 0.3 and len(piece.glyphs) >= _LONG]
    body = body or [piece for piece in pieces if abs(piece.size - size) <= 0.3]
    lefts: Counter[float] = Counter()
    for piece in body:
        lefts[round(piece.left)] += len(piece.glyphs)
    first, second = _margins(lefts, size)
    if second is not None:
        columns = tuple(sorted(_column(body, left) for left in (first, second)))
        if columns[0][1] < columns[1][0]:
            return Frame(size, columns)
    return Frame(size, (_column(body, first),))


def _margins(lefts: Counter[float], size: float) -> tuple[float, float | None]:
    """Give the left margin, and that of a second column where nearly as much begins there."""
    weights = {left: sum(lefts[left + k] for k in (-1, 0, 1)) for left in lefts}
    first = max(weights, key=lambda left: (weights[left], -left))
    far = {left: weight for left, weight in weights.items() if abs(left - first) > 12 * size}
    second = max(far, key=lambda left: (far[left], -left)) if far else None
    return first, second if second is not None and far[second] > 0.5 * weights[first] else None


def _column(body: list[Piece], left: float) -> tuple[float, float]:
    mine = [piece for piece in body if abs(piece.left - left) <= 2]
    return (min(piece.left for piece in mine), max(piece.right for piece in mine)) if mine else (left, left)


def _own_frame(frame: Frame, pieces: list[Piece]) -> Frame:
    """Give a page's own frame where most of its full-size type stands outside the document's: another layout."""
    full = [piece for piece in pieces if piece.size >= SMALL * frame.size]
    inside = sum(len(piece.glyphs) for piece in full if _inside(piece, frame))
    return frame if inside * 2 >= sum(len(piece.glyphs) for piece in full) else _frame(full)


def _inside(piece: Piece, frame: Frame) -> bool:
    return piece.right > frame.left - _EDGE and piece.left < frame.right + _EDGE


def _page(number: int, pieces: list[Piece], frame: Frame) -> Page:
    page = Page(number, frame)
    main = [piece for piece in pieces if _inside(piece, frame)]
    page.body = _in_columns(main, frame, number)
    beside = []
    for of_side in (
        [p for p in pieces if p.right <= frame.left - _EDGE],
        [p for p in pieces if p.left >= frame.right + _EDGE],
    ):
        beside += set_lines(of_side, number)
    for line in beside:
        if line.size < SMALL * frame.size or len(beside) > _MOST_BESIDE:
            page.side.append(line)
        else:
            _insert(page.body, line)
    page.side += [line for line in page.body if _is_paper(line)]
    page.body = [line for line in page.body if not _is_paper(line)]
    return page


def _is_paper(line: Line) -> bool:
    """Tell the sender's address, and a number in white that only the form's fields left there."""
    pale = all(glyph.type.pale for piece in line.pieces for glyph in piece.glyphs)
    return bool(_SENDER.match(line.text)) or (pale and len(line.text) <= 4)


def _insert(body: list[Line], line: Line) -> None:
    """Put a line from beside the body before the first body line that stands no higher."""
    at = next((n for n, other in enumerate(body) if other.baseline <= line.baseline + 2), len(body))
    body.insert(at, line)


def _in_columns(pieces: list[Piece], frame: Frame, number: int) -> list[Line]:
    """Give the lines in reading order: column by column between the lines that run across both."""
    if len(frame.columns) == 1:
        return set_lines(pieces, number)
    gutter = frame.columns[1][0]
    across = [p for p in pieces if p.left < gutter - 10 and p.right > gutter + 10]
    heights = sorted({p.baseline for p in across}, reverse=True)
    if len(heights) > _MOST_ACROSS:
        return set_lines(pieces, number)
    beside = [p for p in pieces if not (p.left < gutter - 10 and p.right > gutter + 10)]
    lines: list[Line] = []
    above = float("inf")
    for below in [*heights, float("-inf")]:
        band = [p for p in beside if below < p.baseline < above]
        lines += set_lines([p for p in band if p.left < gutter - 10], number)
        lines += set_lines([p for p in band if p.left >= gutter - 10], number)
        lines += set_lines([p for p in across if p.baseline == below], number)
        above = below
    return lines


def _take_running_lines(pages: list[Page]) -> None:
    """Move running heads and feet and page numbers out of the bodies: what repeats beyond where any body text stands."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        for key in {_key(line, shift) for line in _edges(page.body) for shift in (0, 1)}:
            seen[key] += 1
    running = {id(line) for page in pages for line in _edges(page.body) if max(seen[_key(line, k)] for k in (0, 1)) > 1}
    rest = [line.baseline for page in pages for line in page.body if id(line) not in running and not _is_number(line)]
    top, bottom = (max(rest), min(rest)) if rest else (0.0, 0.0)
    for page in pages:
        for line in list(page.body):
            known = id(line) in running or _is_number(line)
            if known and line.baseline > top:
                page.head.append(line)
            elif known and line.baseline < bottom:
                page.foot.append(line)
            else:
                continue
            page.body.remove(line)


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) < 8 else [*lines[:4], *lines[-4:]]


def _key(line: Line, shift: int) -> tuple[str, int]:
    """Give a line's words without its numbers, and about where it stands."""
    return re.sub(r"\d+", "#", line.text), int(line.baseline + 3 * shift) // 6


def _is_number(line: Line) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text.strip()) or _RUNNING.fullmatch(line.text))

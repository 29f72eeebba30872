"""Tables: as a format marks them, as `pdftotext -layout` sets them in columns, or as Markdown draws them with bars.

A table of the second kind is only seen where two lines or more have their columns in the same places; else its cells stay
paragraphs, in the order in which they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from docconv.model import Hint, Span
from docconv.parsing.draft import Draft, Line

_COLUMN_GAP = re.compile(r" {3,}|\t+")
_BAR = re.compile(r"(?<!\\)\|")
_RULE_ROW = re.compile(r"\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its place in the source, empty where nothing stands in it, and what a format says of it."""

    span: Span
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


Grid = list[list[GridCell]]


def hinted_grid(draft: Draft, table: Span) -> Grid:
    """Give the cells of a table that the format marks, row by row."""
    cells = [hint for hint in draft.tables if hint.role == "cell" and table.covers(hint.span)]
    rows = [hint.span for hint in draft.tables if hint.role == "row" and table.covers(hint.span)]
    grid: Grid = [[] for _ in rows]
    starts = [row.start for row in rows]
    last = Span(0, 0)
    for cell in cells:
        n = max(0, bisect_left(starts, cell.span.start + 1) - 1)
        if not rows or (cell.span.start < last.end and len(cell.span)):  # a table within a cell stays that cell's text
            continue
        last = cell.span if len(cell.span) else last
        grid[n].append(_cell(cell))
    return [row for row in grid if row]


def _cell(hint: Hint) -> GridCell:
    words = dict(word.split("=", 1) for word in hint.value.split() if "=" in word)
    return GridCell(
        hint.span, "header" in hint.value.split(), int(words.get("colspan", 1)), int(words.get("rowspan", 1))
    )


def printed_grid(lines: list[Line], n: int) -> tuple[Grid, int] | None:
    """Give the table that begins on line `n` and the line behind it; None where none begins there."""
    if "|" in lines[n].text:
        return _barred(lines, n)
    if not _COLUMN_GAP.search(lines[n].text):
        return None
    return _columned(lines, n)


def _barred(lines: list[Line], n: int) -> tuple[Grid, int] | None:
    """Read a table of Markdown: the second row is a rule."""
    if n + 1 >= len(lines) or not _RULE_ROW.fullmatch(lines[n + 1].text) or lines[n + 1].gap:
        return None
    grid: Grid = [[GridCell(span, header=True) for span in _bar_cells(lines[n])]]
    k = n + 2
    while k < len(lines) and "|" in lines[k].text and not lines[k].gap and not lines[k].label:
        grid.append([GridCell(span) for span in _bar_cells(lines[k])])
        k += 1
    return grid, k


def _bar_cells(line: Line) -> list[Span]:
    inner = line.text.strip("|")
    start = line.start + line.text.index(inner) if inner else line.start
    edges = [-1, *(m.start() for m in _BAR.finditer(inner)), len(inner)]
    return [_trimmed(inner, start, low + 1, high) for low, high in pairwise(edges)]


def _trimmed(words: str, base: int, low: int, high: int) -> Span:
    piece = words[low:high]
    lead = len(piece) - len(piece.lstrip())
    return Span(base + low + lead, base + low + lead + len(piece.strip()))


def _columned(lines: list[Line], n: int) -> tuple[Grid, int] | None:
    """Read a table that is set in columns: at least two lines of equally many cells, each under one of the first's."""
    rows: list[list[tuple[int, Span]]] = []
    k = n
    while k < len(lines) and not (k > n and (lines[k].label or lines[k].gap > 1)):
        cells = _column_cells(lines[k])
        if len(cells) < 2:
            break
        rows.append(cells)
        k += 1
    widest = max((len(row) for row in rows), default=0)
    full = [row for row in rows if len(row) == widest]
    if len(rows) < 2 or len(full) < 2 or len(rows[0]) != widest or not _aligned(full):
        return None
    return [_placed(row, full[0]) for row in rows], k


def _column_cells(line: Line) -> list[tuple[int, Span]]:
    """Give the cells of a line with the column that each begins in."""
    cells, at = [], 0
    for m in [*_COLUMN_GAP.finditer(line.text), None]:
        end = m.start() if m else len(line.text)
        if end > at:
            cells.append((line.indent + at, Span(line.start + at, line.start + end)))
        at = m.end() if m else end
    return cells


def _aligned(rows: list[list[tuple[int, Span]]]) -> bool:
    """Tell whether the cells of the rows stand under one another: each overlaps the first row's, or ends near it."""
    first = rows[0]
    for row in rows[1:]:
        for (column, span), (head, head_span) in zip(row, first, strict=True):
            low, high = column, column + len(span)
            if high < head - 2 or low > head + len(head_span) + 12:
                return False
    return True


def _placed(row: list[tuple[int, Span]], first: list[tuple[int, Span]]) -> list[GridCell]:
    """Give a row with a cell in every column; a column that nothing stands in gets an empty one."""
    if len(row) == len(first):
        return [GridCell(span) for _, span in row]
    cells: list[GridCell] = []
    waiting = list(row)
    for n, (head, head_span) in enumerate(first):
        edge = first[n + 1][0] if n + 1 < len(first) else head + len(head_span) + 1_000
        fits = waiting and (waiting[0][0] < edge or len(waiting) > len(first) - n - 1)
        at = cells[-1].span.end if cells else waiting[0][1].start
        cells.append(GridCell(waiting.pop(0)[1]) if fits else GridCell(Span(at, at)))
    return cells

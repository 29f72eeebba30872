"""Tables in print: rows whose cells stand under each other. Rules and colours are not looked at.

A label beside its value ("Datum  26 augustus 2024") and a bullet beside its item are two cells too, and no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docconv.readers.pdf_lines import Line, Piece

_ITEM = re.compile(r"(?:[^\w\s(«“\"'‘]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|o)$")
_FIGURES = re.compile(r"[\d.,%€+\-–\s*]+(?:mln|mld|miljoen|miljard|uur|procent)?\.?")
_ROW_PITCH = 3.2

Cell = list[list[Piece]]
"""The lines of a cell, each as its pieces."""


@dataclass(slots=True)
class Grid:
    """A table: the lines `start` to `end` of the page's body, as rows of cells."""

    start: int
    end: int
    rows: list[list[Cell]]


def find_tables(lines: Sequence[Line]) -> list[Grid]:
    """Give the tables among the lines of a page's body."""
    grids = []
    n = 0
    while n < len(lines):
        end = _run(lines, n)
        grid = _grid(lines, n, end) if end - n >= 2 else None
        if grid is not None:
            grids.append(grid)
            n = grid.end
        else:
            n += 1
    return grids


def _run(lines: Sequence[Line], start: int) -> int:
    """Give the end of the lines from `start` on that may be rows."""
    end = start
    while end < len(lines) and _is_row(lines[end]):
        if end > start and not 0 < lines[end - 1].baseline - lines[end].baseline < _ROW_PITCH * lines[end].size:
            break
        end += 1
    return end


def _is_row(line: Line) -> bool:
    cells = line.cells()
    return len(cells) >= 2 and not _ITEM.match("".join(piece.text for piece in cells[0]))


def _grid(lines: Sequence[Line], start: int, end: int) -> Grid | None:
    columns = _columns(lines[start:end])
    if columns is None or not _is_table(lines[start:end], len(columns)):
        return None
    rows: list[list[Cell]] = []
    last = lines[start]
    n = start
    while n < len(lines):
        line = lines[n]
        cells = line.cells()
        places = [_place(cell, columns) for cell in cells]
        if n >= end and not (
            None not in places and 0 not in places and 0 < last.baseline - line.baseline < 1.5 * line.size
        ):
            break
        if n < end:
            rows.append([[] for _ in columns])
        for cell, place in zip(cells, places, strict=True):
            rows[-1][place or 0].append(cell)
        last = line
        n += 1
    return Grid(start, n, rows)


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]] | None:
    """Give the columns' edges, None where cells of one row fall into one column or a cell spans two."""
    edges: list[tuple[float, float]] = []
    for left, right in sorted((cell[0].left, cell[-1].right) for line in lines for cell in line.cells()):
        if edges and left < edges[-1][1]:
            edges[-1] = edges[-1][0], max(edges[-1][1], right)
        else:
            edges.append((left, right))
    for line in lines:
        places = [_place(cell, edges) for cell in line.cells()]
        if None in places or len(set(places)) < len(places):
            return None
    return edges


def _place(cell: list[Piece], columns: list[tuple[float, float]]) -> int | None:
    """Give the column that a cell stands in, None where it stands in none or in two."""
    left, right = cell[0].left, cell[-1].right
    found = [n for n, (start, end) in enumerate(columns) if left < end + 1 and right > start - 1]
    return found[0] if len(found) == 1 else None


def _is_table(lines: Sequence[Line], columns: int) -> bool:
    if columns >= 3:
        return sum(len(line.cells()) >= 3 for line in lines) >= 2
    values = [" ".join(piece.text for piece in line.cells()[-1]) for line in lines]
    return len(lines) >= 3 and sum(bool(_FIGURES.fullmatch(value)) for value in values) * 2 >= len(values)

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
_CELL_PITCH = 1.4
_LONGEST_RETRIED = 40

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
        # A long run that is no table as a whole is not tried again from each of its lines.
        n = end if grid is not None or end - n > _LONGEST_RETRIED else n + 1
    return grids


def _run(lines: Sequence[Line], start: int) -> int:
    """Give the end of the lines from `start` on that may be rows, or go on with the cells of one."""
    if not _is_row(lines[start]):
        return start
    edges = _edges(lines[start])
    end = start + 1
    while end < len(lines) and 0 < lines[end - 1].baseline - lines[end].baseline < _ROW_PITCH * lines[end].size:
        if _is_row(lines[end]):
            edges = _merged([*edges, *_edges(lines[end])])
        elif not _goes_on(lines, end, edges):
            break
        end += 1
    return end


def _is_row(line: Line) -> bool:
    cells = line.cells()
    return len(cells) >= 2 and not _ITEM.match("".join(piece.text for piece in cells[0]))


def _goes_on(lines: Sequence[Line], n: int, columns: list[tuple[float, float]]) -> bool:
    """Tell whether line `n` is the next line of one cell; of a first cell only where a further row follows."""
    line = lines[n]
    place = _place(line.pieces, columns)
    if place is None or len(line.cells()) > 1 or lines[n - 1].baseline - line.baseline > _CELL_PITCH * line.size:
        return False
    return place > 0 or (n + 1 < len(lines) and _is_row(lines[n + 1]) and line.right < columns[0][1] + line.size)


def _grid(lines: Sequence[Line], start: int, end: int) -> Grid | None:
    rows = [line for line in lines[start:end] if _is_row(line)]
    columns = _columns(rows)
    if columns is None or not _is_table(rows, len(columns)):
        return None
    found: list[list[Cell]] = []
    for n in range(start, end):
        cells = [(_place(cell, columns), cell) for cell in lines[n].cells()]
        tight = n > start and lines[n - 1].baseline - lines[n].baseline < _CELL_PITCH * lines[n].size
        if not found or (_is_row(lines[n]) and (not tight or any(place == 0 for place, _ in cells))):
            found.append([[] for _ in columns])
        for place, cell in cells:
            found[-1][place or 0].append(cell)
    return Grid(start, end, found)


def _edges(line: Line) -> list[tuple[float, float]]:
    return [(cell[0].left, cell[-1].right) for cell in line.cells()]


def _merged(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the stretches that the edges cover together, from left to right."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if merged and left < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]] | None:
    """Give the columns' edges, None where cells of one row fall into one column or a cell spans two."""
    edges = _merged([edge for line in lines for edge in _edges(line)])
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

"""Tables of a DOCX: their grid, and which of them are no tables but a page's layout (ECMA-376, part 1, 17.4).

A ministry's paper hangs its side column on the page as a floating table and sets date and subject in one without lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docconv.readers.docx_package import Element, child, name_of, value_of
from docconv.readers.docx_styles import Styles, has_lines

THROUGH = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "mc:Choice"}
_OFF = {"0", "false", "off"}
_WIDEST = 1000


@dataclass(slots=True)
class GridCell:
    """A cell: its element, its column from 0, how many columns and rows it takes."""

    element: Element
    column: int
    columns: int = 1
    rows: int = 1
    header: bool = False

    @property
    def hint(self) -> str:
        """Give the value of the cell's hint."""
        words = ["header"] if self.header else []
        words += [f"colspan={self.columns}"] if self.columns > 1 else []
        words += [f"rowspan={self.rows}"] if self.rows > 1 else []
        return " ".join(words)


@dataclass(slots=True)
class Rows:
    """A table's rows; cells that only go on with the one above are part of that. `deleted` counts rows under review."""

    cells: list[list[GridCell]] = field(default_factory=list)
    deleted: int = 0


def read_rows(table: Element) -> Rows:
    """Give the rows of a table, without those that a reviewer deleted."""
    rows = Rows()
    above: dict[int, GridCell] = {}
    for element in _elements(table, "tr"):
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            rows.deleted += 1
            continue
        rows.cells.append(_row(element, properties, above))
    return rows


def _row(element: Element, properties: Element, above: dict[int, GridCell]) -> list[GridCell]:
    cells = []
    column = _number(child(properties, "gridBefore"), 0)
    header = child(properties, "tblHeader")
    is_header = header is not None and (value_of(header) or "1") not in _OFF
    for tc in _elements(element, "tc"):
        own = child(tc, "tcPr")
        merge = child(own, "vMerge")
        width = _number(child(own, "gridSpan"), 1)
        if merge is not None and value_of(merge) != "restart" and column in above:
            above[column].rows += 1
        else:
            cells.append(GridCell(tc, column, width, header=is_header))
            above.pop(column, None)
            if merge is not None:
                above[column] = cells[-1]
        column += width
    return cells


def _number(element: Element, default: int) -> int:
    value = "" if element is None else value_of(element) or ""
    return int(value) if value.isascii() and value.isdigit() and 0 < int(value[:6]) < _WIDEST else default


def _elements(parent: Element, name: str) -> Iterator[Element]:
    """Give the children of one name, also from within content controls and insertions."""
    for element in parent:
        if name_of(element) == name:
            yield element
        elif name_of(element) in THROUGH:
            yield from _elements(element, name)


def floats(table: Element) -> bool:
    """Tell a table that hangs on the page, not in the text."""
    place = child(child(table, "tblPr"), "tblpPr")
    return place is not None and "page" in {value_of(place, "vertAnchor"), value_of(place, "horzAnchor")}


def _filled(cell: GridCell) -> bool:
    return any(name_of(part) in {"t", "sym", "m:t"} and (part.text or part.attrib) for part in cell.element.iter())


def is_layout(table: Element, rows: Rows, styles: Styles) -> bool:
    """Tell a table that only places text: in no row more than one cell that is filled, or two without lines."""
    widest = max((sum(map(_filled, row)) for row in rows.cells), default=0)
    if widest > 2:
        return False
    properties = child(table, "tblPr")
    borders, style = child(properties, "tblBorders"), child(properties, "tblStyle")
    if borders is not None:
        return widest <= 1 or not has_lines(borders)
    return widest <= 1 or not styles.bordered("" if style is None else value_of(style) or "")

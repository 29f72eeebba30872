"""Tables of WordprocessingML: a grid, header rows that repeat on each page, cells that span.

ECMA-376 part 1, 17.4. Widths are in twentieths of a point; a cell always ends with a paragraph, as Word demands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_elements import w
from docconv.exporters.docx_template import Styles

SHADE: Final = "DCE6F0"  # dark text on it has a contrast above 12:1


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its paragraphs and tables, how many columns it spans, and how it hangs together with the rows around.

    `merge` is "restart" in the first of several rows that a cell spans, "continue" in those below. `open` sides have no
    line ("top", "bottom").
    """

    content: Sequence[BaseOxmlElement]
    span: int = 1
    merge: str = ""
    shade: str = ""
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row. A `header` row is repeated on each page; no row breaks over pages unless `breaks`."""

    cells: Sequence[TableCell]
    header: bool = False
    breaks: bool = False


def table(styles: Styles, widths: Sequence[int], rows: Iterable[TableRow], *, about: str = "") -> BaseOxmlElement:
    """Give a table in the style Table Grid; `about` says to a screen reader what it holds."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=styles.of("Table Grid")),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
            w("tblCaption", val=about) if about else None,
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(_row(row, widths) for row in rows),
    )


def _row(row: TableRow, widths: Sequence[int]) -> BaseOxmlElement:
    properties = w(
        "trPr",
        None if row.breaks else w("cantSplit"),
        w("tblHeader") if row.header else None,
    )
    cells, column = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(widths[column : column + cell.span])))
        column += cell.span
    return w("tr", properties if len(properties) else None, *cells)


def _cell(cell: TableCell, width: int) -> BaseOxmlElement:
    content = list(cell.content)
    if not content or content[-1].tag != qn("w:p"):
        content.append(w("p"))
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=cell.span) if cell.span > 1 else None,
            w("vMerge", val=cell.merge) if cell.merge else None,
            w("tcBorders", *(w(side, val="nil") for side in cell.open)) if cell.open else None,
            w("shd", val="clear", color="auto", fill=cell.shade) if cell.shade else None,
        ),
        *content,
    )


def shares(weights: Sequence[float], width: int, least: int = 700) -> list[int]:
    """Share a width among columns by weight; none gets less than `least`, as far as there is room.

    >>> shares([1, 3], 4000)
    [1000, 3000]
    """
    floor = min(least, width // len(weights))
    room = width - floor * len(weights)
    surplus = [max(0.0, weight / (sum(weights) or 1) * width - floor) for weight in weights]
    total = sum(surplus) or 1
    made = [floor + int(room * part / total) for part in surplus]
    made[-1] += width - sum(made)
    return made

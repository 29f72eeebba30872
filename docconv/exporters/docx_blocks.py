"""Blocks of a letter as paragraphs, lists and tables of WordprocessingML, in one language.

A paragraph that has no English stands in Dutch, tagged as Dutch; a note whose reference the English lacks is referred to at the
paragraph's end. Nothing of the letter is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_elements import paragraph, w
from docconv.exporters.docx_lists import Lists, indent
from docconv.exporters.docx_runs import Place, runs
from docconv.exporters.docx_tables import SHADE, TableCell, TableRow, shares, table
from docconv.model import (
    OBJECT,
    BilingualLetter,
    Block,
    Cell,
    FootnoteRef,
    ListBlock,
    Paragraph,
    RichText,
    Span,
    Table,
    join,
    paragraphs,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks are set: the letter, the place, the lists of the document, paragraph styles by name, and the width."""

    bilingual: BilingualLetter
    place: Place
    lists: Lists
    width: int
    style: str = "Normal"
    item_style: str = "List Paragraph"


def text_of(bilingual: BilingualLetter, block: Paragraph, place: Place) -> tuple[RichText, Place]:
    """Give a paragraph's text in the place's language, and the place as it is for that text."""
    dutch = bilingual.source(block)
    if place.language == "nl":
        return dutch, place
    english = bilingual.target(block)
    if not english.text.strip() and dutch.text.strip():
        return dutch, replace(place, language="nl", flags=None)
    return _with_notes(english, dutch), place


def _with_notes(english: RichText, dutch: RichText) -> RichText:
    """Give the English with references to the notes that only the Dutch refers to."""
    there = {i.note or i.marker for i in english.inlines if isinstance(i, FootnoteRef)}
    lost = [i for i in dutch.inlines if isinstance(i, FootnoteRef) and (i.note or i.marker) not in there]
    return join([english, *(RichText(OBJECT, (replace(i, span=Span(0, 1)),)) for i in lost)], "") if lost else english


def blocks(content: Iterable[Block], setting: Setting, level: int = 0) -> Iterator[BaseOxmlElement]:
    """Yield the elements of blocks; `level` is the depth of the list that they stand in, 0 outside of lists."""
    for block in content:
        match block:
            case Paragraph():
                yield _paragraph(block, setting, level)
            case ListBlock():
                yield from _list(block, setting, level)
            case Table():
                yield from _table(block, setting, level)
            case _:
                assert_never(block)


def _paragraph(block: Paragraph, setting: Setting, level: int) -> BaseOxmlElement:
    text, place = text_of(setting.bilingual, block, setting.place)
    styles = setting.place.styles
    if not level:
        return paragraph(styles.of(setting.style), *runs(text, place))
    inward = w("ind", left=indent(level - 1))
    return paragraph(styles.of(setting.item_style), *runs(text, place), properties=[inward])


def _list(block: ListBlock, setting: Setting, level: int) -> Iterator[BaseOxmlElement]:
    style = setting.place.styles.of(setting.item_style)
    for item, numbering in zip(block.items, setting.lists.of(block, level), strict=True):
        first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (None, ())
        if isinstance(first, Paragraph):
            text, place = text_of(setting.bilingual, first, setting.place)
            yield paragraph(style, *runs(text, place), properties=[numbering])
        else:
            yield paragraph(style, properties=[numbering])
            rest = item.blocks
        yield from blocks(rest, setting, level + 1)


def _table(block: Table, setting: Setting, level: int) -> Iterator[BaseOxmlElement]:
    styles = setting.place.styles
    about = ""
    if block.caption is not None:
        text, place = text_of(setting.bilingual, block.caption, setting.place)
        about = text.plain("").strip()
        yield paragraph(styles.of("caption"), *runs(text, place))
    columns = max((sum(cell.colspan for cell in row) for row in _filled(block)), default=0)
    if not columns:
        return
    widths = shares(_weights(block, setting, columns), setting.width - (indent(level - 1) if level else 0))
    yield table(styles, widths, _rows(block, setting, widths), about=about or "Table of the letter")
    yield paragraph(styles.of(setting.style))


def _filled(block: Table) -> list[list[Cell]]:
    """Give the rows with the places that cells of rows above reach down to filled by empty cells of rowspan 0."""
    waiting: dict[int, tuple[int, int]] = {}
    rows = []
    for row in block.rows:
        cells: list[tuple[int, Cell, Cell | None]] = []
        column, given = 0, list(row)
        while given or column in waiting:
            if column in waiting:
                left, span = waiting.pop(column)
                cell = Cell((), colspan=span, rowspan=0)
                if left > 1:
                    waiting[column] = (left - 1, span)
                cells.append((column, cell, None))
            else:
                cell = given.pop(0)
                cells.append((column, cell, cell))
            column += max(1, cell.colspan)
        for at, cell, own in cells:
            if own is not None and own.rowspan > 1:
                waiting[at] = (own.rowspan - 1, max(1, cell.colspan))
        rows.append([cell for _, cell, _ in cells])
    return rows


def _rows(block: Table, setting: Setting, widths: list[int]) -> Iterator[TableRow]:
    leading = True
    for row in _filled(block):
        leading = leading and bool(row) and all(cell.header or not cell.rowspan for cell in row)
        used = sum(max(1, cell.colspan) for cell in row)
        cells = [_cell(cell, setting, widths) for cell in row]
        cells += [TableCell(())] * (len(widths) - used)
        yield TableRow(cells, header=leading)


def _cell(cell: Cell, setting: Setting, widths: list[int]) -> TableCell:
    style = "Table Heading" if cell.header else "Table Text"
    narrow = replace(setting, style=style, item_style=style, width=max(1000, sum(widths) // len(widths) - 216))
    content = list(blocks(cell.blocks, narrow)) or [paragraph(setting.place.styles.of(style))]
    merge = "continue" if not cell.rowspan else "restart" if cell.rowspan > 1 else ""
    return TableCell(content, max(1, cell.colspan), merge, SHADE if cell.header else "")


def _weights(block: Table, setting: Setting, columns: int) -> list[float]:
    """Weigh columns by what stands in them: its length, damped, and never less than its longest word."""
    weights = [3.0] * columns
    for row in _filled(block):
        at = 0
        for cell in row:
            if cell.colspan == 1 and at < columns:
                texts = [
                    text_of(setting.bilingual, p, setting.place)[0].text for b in cell.blocks for p in paragraphs(b)
                ]
                longest = max((len(word) for text in texts for word in text.split()), default=0)
                weights[at] = max(weights[at], longest * 1.1, min(60.0, 2 * sum(map(len, texts)) ** 0.6))
            at += max(1, cell.colspan)
    return weights

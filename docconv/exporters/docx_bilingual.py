"""The bilingual table: Dutch and English side by side on landscape paper, a row for each paragraph, in the letter's order.

Headings run across both columns. A paragraph too long for a page is split between sentences, so that no row has to break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, assert_never

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_blocks import Setting, blocks, text_of
from docconv.exporters.docx_draft import Draft, begun
from docconv.exporters.docx_elements import language as language_tag
from docconv.exporters.docx_elements import paragraph, run, w
from docconv.exporters.docx_facts import add_facts, add_notice
from docconv.exporters.docx_furniture import furnish, landscape
from docconv.exporters.docx_lists import indent
from docconv.exporters.docx_properties import describe
from docconv.exporters.docx_runs import plain_run, runs
from docconv.exporters.docx_tables import SHADE, TableCell, TableRow, table
from docconv.exporters.facts import title
from docconv.exporters.labels import SECTION_NAMES, Language, answer_label, question_label
from docconv.model import (
    Answer,
    BilingualLetter,
    Block,
    Footnote,
    ListBlock,
    Paragraph,
    Question,
    RichText,
    Section,
    Span,
    Table,
    TranslationUnit,
    join,
)
from docconv.protocols import ExportOptions

LONG: Final = 1400  # code points of Dutch that a row holds at most, about two thirds of a page
TALL: Final = 10  # rows of a table that may stand in one row of ours without breaking over pages
SIDES: Final[tuple[Language, Language]] = ("nl", "en")
"""The columns, left to right."""


def write_table(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.bilingual.docx. Raises ExportError for a template that can't serve."""
    draft = begun(bilingual, options, SIDES)
    landscape(draft)
    name = title(bilingual)
    furnish(draft, name)
    describe(draft.document, bilingual, options, name, "en-GB")
    draft.text(name, "Title")
    draft.text("Dutch and English side by side: unofficial translation", "Subtitle")
    add_facts(draft)
    draft.text("", "Table Text")
    add_notice(draft)
    rows = Rows(draft)
    draft.text("", "Table Text")
    half = draft.width // 2
    made = table(draft.styles, [half, draft.width - half], rows.all(), about="The letter in Dutch and in English")
    draft.add(made, paragraph(draft.styles.of("Table Text")))
    return draft.finished()


@dataclass(slots=True)
class Rows:
    """Makes the rows of the table."""

    draft: Draft

    def all(self) -> Iterator[TableRow]:
        """Yield the head, then the letter in its own order, then the notes that neither side refers to."""
        style = self.draft.styles.of("Table Heading")
        heads = (("Nederlands", "nl"), ("English", "en"))
        yield TableRow([TableCell([paragraph(style, plain_run(t, tag))], shade=SHADE) for t, tag in heads], header=True)
        for child in self.draft.bilingual.letter.children:
            match child:
                case Question():
                    dutch = child.label or question_label(child.numbers, "nl")
                    yield self.across(2, dutch, question_label(child.numbers, "en"))
                    yield from self.blocks(child.blocks)
                case Answer():
                    dutch = child.label or answer_label(child.numbers, "nl", child.kind)
                    yield self.across(3, dutch, answer_label(child.numbers, "en", child.kind))
                    yield from self.blocks(child.blocks)
                case Section():
                    if child.blocks:
                        yield self.across(2, "", SECTION_NAMES[child.role])
                        yield from self.blocks(child.blocks)
                case Footnote():
                    pass
                case _:
                    assert_never(child)
        yield from self.notes()

    def notes(self) -> Iterator[TableRow]:
        """Yield the notes that the text on one side or both has no reference to."""
        left = {note.id: note for side in SIDES for note in self.draft.notes.unreferenced(side)}
        if left:
            yield self.across(2, "", "Notes without a reference in the text")
        for note in left.values():
            yield self.across(3, f"Noot {note.marker}", f"Note {note.marker}")
            yield from self.blocks(note.blocks)

    def across(self, level: int, dutch: str, english: str) -> TableRow:
        """Give a heading over both columns."""
        words = [plain_run(dutch, "nl"), run("  ·  ", language_tag("en"))] if dutch and dutch != english else []
        content, _ = self.draft.heading_paragraph(
            level, english, [*words, plain_run(english, "en")], english, close=True
        )
        return TableRow([TableCell([content], span=2, shade="EEF3F8" if level == 2 else "")])

    def blocks(self, content: Sequence[Block], level: int = 0) -> Iterator[TableRow]:
        """Yield a row for each paragraph, list item or table."""
        for block in content:
            match block:
                case Paragraph():
                    yield from self.paragraph(block, level)
                case ListBlock():
                    yield from self.list(block, level)
                case Table():
                    cells = [TableCell(list(blocks([block], self.setting(side)))) for side in SIDES]
                    yield TableRow(cells, breaks=len(block.rows) > TALL)
                case _:
                    assert_never(block)

    def list(self, block: ListBlock, level: int) -> Iterator[TableRow]:
        """Yield a row for each item's paragraphs; the marker stands on both sides."""
        sides = [self.draft.lists.of(block, level) for _ in SIDES]
        for item, *numbering in zip(block.items, *sides, strict=True):
            first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (None, ())
            if isinstance(first, Paragraph):
                yield from self.paragraph(first, level, numbering)
            else:
                style = self.draft.styles.of("Table List")
                yield TableRow([TableCell([paragraph(style, properties=[n])]) for n in numbering])
                rest = item.blocks
            yield from self.blocks(rest, level + 1)

    def paragraph(self, block: Paragraph, level: int, numbering: Sequence[BaseOxmlElement] = ()) -> Iterator[TableRow]:
        """Yield the row of a paragraph, or several where it is too long for one."""
        parts = split(self.draft.bilingual, block)
        for n, pair in enumerate(parts):
            sides = self.texts(block, pair if len(parts) > 1 else None)
            cells = []
            for at, (text, language) in enumerate(zip(sides, SIDES, strict=True)):
                inward = [w("ind", left=indent(level - 1))] if level else []
                marks = [numbering[at]] if numbering and not n else [] if numbering else inward
                _, place = text_of(self.draft.bilingual, block, self.draft.place(language))
                style = self.draft.styles.of("Table List" if numbering or level else "Table Text")
                open_sides = (("top",) if n else ()) + (("bottom",) if n < len(parts) - 1 else ())
                cells.append(TableCell([paragraph(style, *runs(text, place), properties=marks)], open=open_sides))
            yield TableRow(cells)

    def texts(self, block: Paragraph, pair: tuple[RichText, RichText] | None) -> tuple[RichText, RichText]:
        """Give both texts of a paragraph, or of its part."""
        if pair is not None:
            return pair
        dutch, _ = text_of(self.draft.bilingual, block, self.draft.place("nl"))
        english, _ = text_of(self.draft.bilingual, block, self.draft.place("en"))
        return dutch, english

    def setting(self, language: Language) -> Setting:
        """Give how blocks are set in a cell."""
        made = self.draft.setting(language, "Table Text")
        return replace(made, item_style="Table List", width=made.width // 2 - 240)


def split(bilingual: BilingualLetter, block: Paragraph) -> list[tuple[RichText, RichText]]:
    """Give a paragraph as pairs of Dutch and English of at most `LONG` code points, cut between sentences."""
    dutch = bilingual.source(block)
    units = bilingual.units_of(block)
    groups: list[list[TranslationUnit]] = []
    for unit in units:
        if groups and unit.span.end - groups[-1][0].span.start <= LONG:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    if len(groups) < 2:
        return [(dutch, bilingual.target(block))]
    starts = [0, *(group[0].span.start for group in groups[1:]), len(dutch.text)]
    sides = []
    for group, (start, end) in zip(groups, pairwise(starts), strict=True):
        sides.append((dutch.slice(Span(start, end)), join(unit.target for unit in group)))
    return sides

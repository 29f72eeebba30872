"""What a side-by-side page shows, made from a bilingual letter: sections of rows, each a paragraph in two languages.

Templates only lay out; every decision on what goes where stands here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from markupsafe import Markup

from docconv.exporters.akn import paragraph_ids
from docconv.exporters.html_inline import Context, anchor, render
from docconv.exporters.labels import KINDS as KIND_WORDS
from docconv.exporters.labels import SECTION_NAMES, answer_label, kind_of_answer, question_label
from docconv.exporters.reading_order import numbers_of, passages
from docconv.exporters.review import reasons
from docconv.model import (
    Answer,
    BilingualLetter,
    Block,
    Cell,
    Exchange,
    FootnoteRef,
    ListBlock,
    Paragraph,
    Question,
    RichText,
    Section,
    Table,
    TermHit,
    join,
    paragraphs,
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table in one language: pairs of a cell and its content."""

    cells: tuple[tuple[Cell, Markup], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph (or a table) in both languages.

    `level` is the depth of a list item, 0 outside of lists; `eid` is the paragraph's eId in the Akoma Ntoso files, "" for none.
    """

    id: str
    nl: Markup
    en: Markup
    marker: str = ""
    level: int = 0
    review: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    eid: str = ""
    tables: tuple[tuple[TableRow, ...], tuple[TableRow, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A question, an answer, or what stands outside of them."""

    id: str
    kind: str
    nl: str
    en: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """What the contents list names once: an exchange, or a passage outside of the exchanges."""

    id: str
    en: str
    nl: str
    parts: tuple[Part, ...]
    answer_kind: str = ""
    review: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note in both languages. `referred` tells whether the text has a reference to it, and so a way back."""

    id: str
    marker: str
    nl: Markup
    en: Markup
    rows: tuple[Row, ...]
    referred: bool


@dataclass(slots=True)
class View:
    """Builds the parts of a page; holds what ids are taken and which notes there are."""

    bilingual: BilingualLetter
    taken: Counter[str] = field(default_factory=Counter)
    notes: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    how: dict[tuple[str, int], str] = field(default_factory=dict)
    eids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give notes their anchors, paragraphs their eIds, and each occurrence of a term the words for how it was settled."""
        self.eids = paragraph_ids(self.bilingual)
        for unit in self.bilingual.units:
            for n, hit in enumerate(unit.terms):
                self.how[unit.id, n] = manner(hit)
        for note in self.bilingual.letter.footnotes:
            self.notes[note.id] = self.unique(f"note-{anchor(note.marker)}")

    def unique(self, name: str) -> str:
        """Give `name`, with a number behind it where it is taken."""
        self.taken[name] += 1
        return name if self.taken[name] == 1 else f"{name}-{self.taken[name]}"

    def sections(self) -> Iterator[PageSection]:
        """Yield the sections of the page in source order; an exchange stands where its first part stands."""
        for one in passages(self.bilingual.letter):
            yield self.exchange(one) if isinstance(one, Exchange) else self.passage(one)

    def exchange(self, exchange: Exchange) -> PageSection:
        """Give the section of questions that were answered together."""
        parts = [self.question(q) for q in exchange.questions]
        parts += [self.answer(a) for a in exchange.answers]
        numbers = numbers_of(exchange)
        label = question_label if exchange.questions else answer_label
        kinds = dict.fromkeys(KIND_WORDS.get(kind_of_answer(a), "") for a in exchange.answers)
        return PageSection(
            self.unique("exchange-" + "-".join(map(anchor, numbers))),
            label(numbers, "en"),
            label(numbers, "nl"),
            tuple(parts),
            ", ".join(kind for kind in kinds if kind) if exchange.answers else "Not answered",
            sum(bool(row.review) for part in parts for row in part.rows),
        )

    def question(self, child: Question) -> Part:
        """Give a question's part."""
        name = self.unique("q" + "-".join(map(anchor, child.numbers)))
        rows = tuple(self.rows(child.blocks, name))
        dutch = child.label or question_label(child.numbers, "nl")
        return Part(name, "question", dutch, question_label(child.numbers, "en"), rows)

    def answer(self, child: Answer) -> Part:
        """Give an answer's part."""
        name = self.unique("a" + "-".join(map(anchor, child.numbers)))
        english = answer_label(child.numbers, "en", child.kind)
        dutch = child.label or answer_label(child.numbers, "nl", child.kind)
        return Part(name, child.kind, dutch, english, tuple(self.rows(child.blocks, name)))

    def passage(self, child: Section) -> PageSection:
        """Give the section of a passage outside of the exchanges."""
        name = self.unique(child.role)
        rows = tuple(self.rows(child.blocks, name))
        part = Part(self.unique(f"{name}-text"), child.role, "", "", rows)
        title = SECTION_NAMES[child.role]
        return PageSection(name, title, "", (part,), "", sum(bool(row.review) for row in rows))

    def footnotes(self) -> Iterator[Note]:
        """Yield the notes; the sections must have been made before, since they hold the references."""
        for note in self.bilingual.letter.footnotes:
            name = self.notes[note.id]
            rows = tuple(self.rows(note.blocks, name))
            space = Markup(" ")
            yield Note(
                name,
                note.marker,
                space.join(r.nl for r in rows),
                space.join(r.en for r in rows),
                rows,
                f"ref-nl-{name}" in self.seen,
            )

    def rows(self, blocks: Iterable[Block], name: str, level: int = 0) -> Iterator[Row]:
        """Yield the rows of blocks, list items one by one."""
        for block in blocks:
            match block:
                case Paragraph():
                    yield self.row(block, name, level)
                case ListBlock():
                    for item in block.items:
                        inner = list(self.rows(item.blocks, name, level + 1))
                        first = Row(self.unique(f"{name}-p"), Markup(""), Markup(""), item.marker, level + 1)
                        yield replace(inner[0], marker=item.marker) if inner else first
                        yield from inner[1:]
                case Table():
                    if block.caption is not None:
                        yield self.row(block.caption, name, level)
                    yield self.table(block, name)
                case _:
                    assert_never(block)

    def row(self, paragraph: Paragraph, name: str, level: int) -> Row:
        """Give a paragraph's row. A paragraph without units stands in Dutch on both sides."""
        bilingual = self.bilingual
        units = bilingual.units_of(paragraph)
        review = tuple(dict.fromkeys(r for u in units if u.state == "needs-review" for r in reasons(u)))
        dutch = bilingual.source(paragraph)
        english = bilingual.target(paragraph)
        notes = tuple(
            self.notes[i.note] for i in paragraph.rich.inlines if isinstance(i, FootnoteRef) and i.note in self.notes
        )
        self.taken[f"{name}-p"] += 1
        number = self.taken[f"{name}-p"]
        nl, en = self.text(dutch, "nl"), self.text(english, "en")
        eid = self.eids.get(paragraph.id, "")
        return Row(f"{name}-p{number}", nl, en, level=level, review=review, notes=notes, eid=eid)

    def table(self, table: Table, name: str) -> Row:
        """Give a table's row: the whole table on either side."""
        self.taken[f"{name}-p"] += 1
        sides = tuple(
            tuple(TableRow(tuple((cell, self.cell(cell, side)) for cell in row)) for row in table.rows)
            for side in ("nl", "en")
        )
        return Row(f"{name}-p{self.taken[f'{name}-p']}", Markup(""), Markup(""), tables=(sides[0], sides[1]))

    def cell(self, cell: Cell, side: str) -> Markup:
        """Give a cell's text in one language."""
        texts = (p for block in cell.blocks for p in paragraphs(block))
        give = self.bilingual.source if side == "nl" else self.bilingual.target
        return self.text(join((give(p) for p in texts), "\n"), side)

    def text(self, rich: RichText, language: str) -> Markup:
        """Give rich text as HTML in this page."""
        return render(rich, Context(language, self.notes, self.seen, self.how))


def manner(hit: TermHit) -> str:
    """Tell how a term was settled, for a reader."""
    if not hit.honoured:
        return "not rendered as the glossary has it: needs review"
    asked = "the engine's own choice" if hit.method == "free" else f"enforced ({hit.method})"
    return f"{asked}; please check that the sentence reads well" if hit.flagged else asked

"""Blocks: the tree of a letter, whose leaves are spans of the source and tile it.

Names follow Akoma Ntoso 3.0 (OASIS Standard, part 2): question, answer, authorialNote, blockList, table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docconv.model.rich import RichText
from docconv.model.span import Span

LeafKind = Literal["text", "note-reference", "label", "layout"]
SectionRole = Literal["cover", "title", "introduction", "heading", "remark", "closing", "signature", "other"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A span of the source that belongs to one block and to no other.

    `text` is read, `note-reference` points to a note, `label` is a printed number or word that the model holds as data
    ("Vraag 1", "-", the marker before a note), `layout` is what only the page needed.
    """

    span: Span
    kind: LeafKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it reads: wraps joined, hyphenation undone, spaces folded.

    `offsets` gives for each code point of `rich.text` the code point of `Source.text` that it came from. `leaves` are
    in source order and need not touch: a note or a page break may stand between two of them.
    """

    leaves: tuple[Leaf, ...]
    rich: RichText
    offsets: tuple[int, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """Give the paragraph's id, made from where it begins in the source."""
        return f"p{self.leaves[0].span.start}"

    @property
    def text(self) -> str:
        """Give the text with footnote references as U+FFFC."""
        return self.rich.text

    def source_span(self, span: Span) -> Span:
        """Give the span of `Source.text` behind a span of `text`. Raises IndexError beyond the text."""
        if not len(span):
            at = self.offsets[span.start]
            return Span(at, at)
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. `marker` is as printed ("-", "a.", "1)")."""

    marker: str
    label: tuple[Leaf, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an item may hold a further list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    blocks: tuple[Block, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Paragraph | None = None


Block = Paragraph | ListBlock | Table


@dataclass(frozen=True, slots=True)
class Question:
    """A question, or several asked under one label. `numbers` are as printed ("4", "1a"), in the order printed.

    `label` is the printed label as one string ("Vraag 3 en 4"), "" where none is printed.
    """

    numbers: tuple[str, ...]
    label: str
    leaves: tuple[Leaf, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to the questions with `numbers`; the numbers are filled in where the label prints none.

    `kind` is "notice" where the minister only says that the answer comes later ("Mededeling").
    """

    numbers: tuple[str, ...]
    label: str
    leaves: tuple[Leaf, ...]
    blocks: tuple[Block, ...]
    kind: Literal["answer", "notice"] = "answer"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note. `id` is unique in its letter ("n1"); `marker` is as printed and need not be."""

    id: str
    marker: str
    leaves: tuple[Leaf, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is neither question nor answer nor note: the covering letter, the title, an introduction, the closing."""

    role: SectionRole
    blocks: tuple[Block, ...]


Child = Section | Question | Answer | Footnote

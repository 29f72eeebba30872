"""A debate of Akoma Ntoso as a letter: the tree as it stands in the file, over a text that is written out from it.

Every character of that text belongs to one leaf, as in every letter; the notes stand at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args

from docconv.model import (
    OBJECT,
    Anchor,
    Answer,
    Block,
    Cell,
    Child,
    Footnote,
    FootnoteRef,
    Leaf,
    ListBlock,
    ListItem,
    Paragraph,
    Question,
    RichText,
    Section,
    Span,
    Table,
)
from docconv.model.block import LeafKind, SectionRole
from docconv.readers.akn_text import DC, NS, name, note_id, plain, printed_references, read_text

if TYPE_CHECKING:
    from lxml import etree

_NUMBER = re.compile(r"[0-9]{1,4}[A-Za-z]?\b")
_INLINE_BLOCKS = {
    "p",
    "caption",
    "heading",
    "num",
    "subheading",
    "listIntroduction",
    "listWrapUp",
    "block",
    "narrative",
    "summary",
}


@dataclass(slots=True)
class Built:
    """A letter's tree and what it was built over; `places` gives each paragraph by the eId of its element."""

    children: list[Child] = field(default_factory=list)
    layout: list[Leaf] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    places: dict[str, Paragraph] = field(default_factory=dict)
    text: str = ""


def build(debate: etree._Element) -> Built:
    """Give the letter in a `debate` element."""
    builder = _Builder()
    for part in debate:
        if name(part) in {"preface", "debateBody", "conclusions", "coverPage"}:
            builder.children(part)
    builder.notes(debate)
    return builder.built


@dataclass(slots=True)
class _Builder:
    built: Built = field(default_factory=Built)
    between: str = "\n\n"

    def children(self, parent: etree._Element) -> None:
        """Take in the sections, questions and answers in an element, in document order."""
        for element in parent:
            match name(element):
                case "question":
                    self._question(element)
                case "answer":
                    self._answer(element)
                case "questions" | "debateSection":
                    self.children(element)
                case "container" if element.get("name") == "notes":
                    continue
                case "container" | "other":
                    self._section(_role(element.get("name") or element.get("class")), element)
                case _:
                    self._passage(element)

    def notes(self, debate: etree._Element) -> None:
        """Take in the notes, by their numbers."""
        found = {note_id(note): note for note in debate.iter(f"{NS}authorialNote")}
        for known in sorted(found, key=lambda one: (int("0" + re.sub(r"[^0-9]", "", one)), one)):
            note = found[known]
            marker = note.get("marker") or ""
            leaves = self._label(note.get(f"{DC}label") or marker, " ")
            self.built.children.append(Footnote(known, marker, leaves, self._blocks(note)))

    def _question(self, element: etree._Element) -> None:
        label = plain(element.find(f"{NS}num"))
        leaves = self._label(label, "\n")
        self.built.children.append(Question(_numbers(element, label), label, leaves, self._blocks(element)))

    def _answer(self, element: etree._Element) -> None:
        heading = element.find(f"{NS}heading")
        label = plain(heading if heading is not None else element.find(f"{NS}num"))
        leaves = self._label(label, "\n")
        notice = "#notice" in (element.get("refersTo") or "").split()
        numbers = _numbers(element, label) or _beside(element)
        self.built.children.append(
            Answer(numbers, label, leaves, self._blocks(element), "notice" if notice else "answer")
        )

    def _section(self, role: SectionRole, element: etree._Element) -> None:
        if blocks := self._blocks(element):
            self.built.children.append(Section(role, blocks))

    def _passage(self, element: etree._Element) -> None:
        """Take in a block outside of any section: a title or a signature by what it holds, else a passage."""
        if element.get("status") == "editorial":
            return
        inner = {name(child) for child in element}
        role: SectionRole = "title" if "docTitle" in inner else "signature" if "signature" in inner else "other"
        last = self.built.children[-1] if self.built.children else None
        blocks = tuple(self._block(element))
        if isinstance(last, Section) and last.role == role != "other":
            self.built.children[-1] = Section(role, (*last.blocks, *blocks))
        elif blocks:
            self.built.children.append(Section(role, blocks))

    def _blocks(self, parent: etree._Element) -> tuple[Block, ...]:
        skipped = {"num", "heading"} if name(parent) in {"question", "answer", "item"} else set()
        return tuple(block for element in parent if name(element) not in skipped for block in self._block(element))

    def _block(self, element: etree._Element) -> Iterator[Block]:
        if not isinstance(element.tag, str) or element.get("status") == "editorial":
            return
        match name(element):
            case "blockList":
                items = tuple(self._item(item) for item in element.iterchildren(f"{NS}item"))
                yield from (self._block_in(element, "listIntroduction"))
                yield ListBlock(items)
                yield from (self._block_in(element, "listWrapUp"))
            case "table":
                yield self._table(element)
            case tag if tag in _INLINE_BLOCKS:
                yield from self._paragraph(element)
            case _:
                for child in element:
                    yield from self._block(child)

    def _block_in(self, element: etree._Element, tag: str) -> Iterable[Block]:
        return [block for child in element.iterchildren(f"{NS}{tag}") for block in self._paragraph(child)]

    def _item(self, item: etree._Element) -> ListItem:
        marker = plain(item.find(f"{NS}num"))
        leaves = self._label(marker, " ")
        return ListItem(marker, leaves, self._blocks(item))

    def _table(self, table: etree._Element) -> Table:
        captions = [p for caption in table.iterchildren(f"{NS}caption") for p in self._paragraph(caption)]
        rows = tuple(self._row(row) for row in table.iterchildren(f"{NS}tr"))
        self._add("\n", "layout")
        return Table(rows, captions[0] if captions else None)

    def _row(self, row: etree._Element) -> tuple[Cell, ...]:
        """Give a row's cells, written with tabs between them on a line of their own as every reader does."""
        cells = tuple(self._cell(cell) for cell in row.iterchildren(f"{NS}th", f"{NS}td"))
        self._add("\n", "layout")
        return cells

    def _cell(self, cell: etree._Element) -> Cell:
        spans = {key: int(cell.get(key) or 1) for key in ("colspan", "rowspan")}
        self.between, before = "\t", self.between
        found = Cell(self._blocks(cell), name(cell) == "th", **spans)
        self.between = before
        return found

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        rich, printed = read_text(element), printed_references(element)
        if not rich.text.strip():
            return
        above = element.getparent()
        if rich.text == OBJECT and above is not None and above.get("name") == "notes":
            return
        self.built.anchors.append(Anchor(len(self.built.text), element.get("eId") or name(element)))
        leaves, offsets = self._write(rich, printed)
        self._add(self.between, "layout")
        paragraph = Paragraph(leaves, rich, offsets)
        if element.get("eId"):
            self.built.places[element.get("eId") or ""] = paragraph
        yield paragraph

    def _write(self, rich: RichText, printed: list[str]) -> tuple[tuple[Leaf, ...], tuple[int, ...]]:
        """Write a paragraph's text; a reference is written as its marker and read as one character."""
        leaves: list[Leaf] = []
        offsets: list[int] = []
        at = 0
        refs = sorted((i for i in rich.inlines if isinstance(i, FootnoteRef)), key=lambda i: i.span)
        for ref, words in zip(refs, printed, strict=True):
            self._write_part(rich.text[at : ref.span.start], leaves, offsets)
            offsets.append(len(self.built.text))
            leaves.append(self._add(words or ref.marker or "*", "note-reference"))
            at = ref.span.end
        self._write_part(rich.text[at:], leaves, offsets)
        return tuple(leaves), tuple(offsets)

    def _write_part(self, words: str, leaves: list[Leaf], offsets: list[int]) -> None:
        if words:
            offsets += range(len(self.built.text), len(self.built.text) + len(words))
            leaves.append(self._add(words, "text"))

    def _label(self, label: str, after: str) -> tuple[Leaf, ...]:
        if not label:
            return ()
        leaf = self._add(label, "label")
        self._add(after, "layout")
        return (leaf,)

    def _add(self, words: str, kind: LeafKind) -> Leaf:
        leaf = Leaf(Span(len(self.built.text), len(self.built.text) + len(words)), kind)
        self.built.text += words
        if kind == "layout":
            self.built.layout.append(leaf)
        return leaf


def _role(words: str | None) -> SectionRole:
    return cast("SectionRole", words) if words in get_args(SectionRole) else "other"


def _numbers(element: etree._Element, label: str) -> tuple[str, ...]:
    """Give the numbers as docconv wrote them, else those of the printed label."""
    given = element.get(f"{DC}numbers")
    return tuple(given.split()) if given is not None else tuple(_NUMBER.findall(label))


def _beside(answer: etree._Element) -> tuple[str, ...]:
    """Give the numbers of the questions beside an answer that prints none, where docconv did not write the file."""
    above = answer.getparent()
    if above is None or answer.getroottree().getroot().find(f".//{DC}provenance") is not None:
        return ()
    questions = above.iterchildren(f"{NS}question")
    return tuple(number for one in questions for number in _numbers(one, plain(one.find(f"{NS}num"))))

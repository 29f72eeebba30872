"""Paragraphs, lists, tables and notes as elements: p, blockList, table, authorialNote (Akoma Ntoso 3.0, part 2).

A place that the source leaves empty gets an editorial block, never an empty element and never words of the letter's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_inlines import render
from docconv.exporters.akn_node import Node, clean, element
from docconv.model import Block, Cell, Footnote, FootnoteRef, ListBlock, ListItem, Paragraph, Span, Table

NOTHING = {"nl": "[Hier staat in de bron geen tekst.]", "en": "[The source has no text here.]"}


def blocks(made: Expression, given: Iterable[Block], inner: str | None = None) -> list[Node]:
    """Give the elements for blocks; `inner` names an inline that holds each paragraph's text ("docTitle")."""
    return [node for block in given for node in _block(made, block, inner)]


def some_blocks(made: Expression, given: Iterable[Block]) -> list[Node]:
    """Give the elements for blocks, at least one."""
    return blocks(made, given) or [editorial(NOTHING[made.language], "noText")]


def editorial(words: str | Node, name: str) -> Node:
    """Give a block that is docconv's and not the letter's."""
    return Node("block", {"name": name, "status": "editorial"}, [words], "editorial")


def note(made: Expression, number: int, footnote: Footnote) -> Node:
    """Give a note; `number` counts the letter's notes from 1 and makes the id."""
    made.placed.add(footnote.id)
    found = element("authorialNote", marker=footnote.marker or None, placement="bottom", eId=f"authorialNote_{number}")
    found.key = ("note", footnote.id)
    if label := made.printed_label(footnote):
        found.attributes["dc:label"] = label
    found.content += some_blocks(made, footnote.blocks)
    return found


def _block(made: Expression, block: Block, inner: str | None) -> list[Node]:
    match block:
        case Paragraph():
            return _paragraph(made, block, "p", inner)
        case ListBlock():
            items = [_item(made, item) for item in block.items]
            return [Node("blockList", {}, [*items])] if items else []
        case Table():
            return _table(made, block)
        case _:
            assert_never(block)


def _paragraph(made: Expression, paragraph: Paragraph, tag: str, inner: str | None = None) -> list[Node]:
    content, dutch_only = _text(made, paragraph)
    if not content:
        return []
    found = Node(tag, {}, [Node(inner, {}, content)] if inner else content, ("paragraph", paragraph.id))
    if dutch_only:
        found.attributes["xml:lang"] = "nl"
    return [found]


def _text(made: Expression, paragraph: Paragraph) -> tuple[list[Node | str], bool]:
    rich, dutch_only = made.text(paragraph)
    if not clean(rich.text).strip():
        return [], False
    notes: dict[Span, Node | str] = {}
    printed = made.printed_references(paragraph)
    for inline in rich.inlines:
        if isinstance(inline, FootnoteRef) and len(inline.span):
            notes[inline.span] = _reference(made, inline, printed.get(inline.note or inline.marker, ""))
    return render(rich, paragraph.id, made.names(paragraph, rich), notes), dutch_only


def _reference(made: Expression, ref: FootnoteRef, printed: str) -> Node:
    """Give the note itself at its first reference, a pointer to it at the next, the bare marker where there is no note.

    `printed` is the reference as it stands in the source where that is more than the marker, else "".
    """
    known = made.note(ref.note)
    if known is None:
        return element("sup", ref.marker, class_="noteReference")
    number, footnote = known
    if footnote.id in made.placed:
        found = element("noteRef", href=f"#authorialNote_{number}", marker=ref.marker, placement="bottom")
    else:
        found = note(made, number, footnote)
    if printed:
        found.attributes["dc:reference"] = printed
    return found


def _item(made: Expression, item: ListItem) -> Node:
    label = [element("num", item.marker)] if clean(item.marker).strip() else []
    return Node("item", {}, [*label, *some_blocks(made, item.blocks)])


def _table(made: Expression, table: Table) -> list[Node]:
    rows = [Node("tr", {}, [_cell(made, cell) for cell in row]) for row in table.rows if row]
    if not rows:
        return blocks(made, [table.caption] if table.caption else [])
    caption = _paragraph(made, table.caption, "caption") if table.caption else []
    return [Node("table", {}, [*caption, *rows])]


def _cell(made: Expression, cell: Cell) -> Node:
    spans = {name: str(n) for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n != 1}
    return Node("th" if cell.header else "td", spans, [*blocks(made, cell.blocks)])

"""A letter read from Akoma Ntoso as a source: what the tree knows becomes hints, so that the parser finds the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docconv.model import (
    Answer,
    Block,
    Child,
    Emphasis,
    Footnote,
    FootnoteRef,
    Hint,
    Leaf,
    Letter,
    Link,
    ListBlock,
    Paragraph,
    Question,
    Section,
    Source,
    Span,
    Table,
    paragraphs,
)
from docconv.model.span import HintRole

_ROLES: dict[str, HintRole] = {"title": "title", "signature": "signature", "remark": "remark", "heading": "heading"}


def hints_of(letter: Letter) -> Source:
    """Give the letter's source with hints for its questions, answers, notes, lists, tables and marks."""
    found = [hint for child in letter.children for hint in _child(child)]
    for paragraph in paragraphs(letter):
        found += _inlines(paragraph)
    ordered = sorted(set(found), key=lambda hint: (hint.span.start, -hint.span.end, hint.role))
    return replace(letter.source, hints=tuple(ordered))


def _child(child: Child) -> Iterator[Hint]:
    span = _span(child)
    if span is None:
        return
    match child:
        case Question() | Answer():
            role: HintRole = "question" if isinstance(child, Question) else "answer"
            yield Hint(span, role, ",".join(child.numbers))
            yield from (Hint(leaf.span, "label") for leaf in child.leaves)
        case Footnote():
            yield Hint(span, "note", child.marker)
        case Section():
            if child.role in _ROLES:
                yield Hint(span, _ROLES[child.role])
    for block in child.blocks:
        yield from _block(block, 0)


def _block(block: Block, level: int) -> Iterator[Hint]:
    match block:
        case ListBlock():
            for item in block.items:
                span = _cover([*item.label, *_leaves(item.blocks)])
                if span:
                    yield Hint(span, "list-item", f"{level} {item.marker}".strip())
                for inner in item.blocks:
                    yield from _block(inner, level + 1)
        case Table():
            yield from _table(block)
        case Paragraph():
            span = _cover(list(block.leaves))
            if span:
                yield Hint(span, "paragraph")


def _table(table: Table) -> Iterator[Hint]:
    whole = _cover(_leaves((table,)))
    if whole is None:
        return
    yield Hint(whole, "table")
    at = whole.start
    for row in table.rows:
        span = _cover([leaf for cell in row for leaf in _leaves(cell.blocks)]) or Span(at, at)
        yield Hint(span, "row")
        for cell in row:
            inner = _cover(_leaves(cell.blocks)) or Span(at, at)
            words = ["header"] if cell.header else []
            words += [f"{key}={n}" for key, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n != 1]
            yield Hint(inner, "cell", " ".join(words))
            at = inner.end


def _inlines(paragraph: Paragraph) -> Iterator[Hint]:
    for leaf in paragraph.leaves:
        if leaf.kind == "note-reference":
            at = next(n for n, offset in enumerate(paragraph.offsets) if offset == leaf.span.start)
            ref = next(i for i in paragraph.rich.inlines if isinstance(i, FootnoteRef) and i.span.start == at)
            yield Hint(leaf.span, "note-reference", ref.marker)
    for inline in paragraph.rich.inlines:
        if isinstance(inline, Emphasis):
            yield Hint(paragraph.source_span(inline.span), inline.style)
        elif isinstance(inline, Link):
            yield Hint(paragraph.source_span(inline.span), "link", inline.href)


def _span(child: Child) -> Span | None:
    own = () if isinstance(child, Section) else child.leaves
    return _cover([*own, *_leaves(child.blocks)])


def _leaves(blocks: tuple[Block, ...]) -> list[Leaf]:
    found: list[Leaf] = []
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                found += [*item.label, *_leaves(item.blocks)]
        else:
            found += [leaf for paragraph in paragraphs(block) for leaf in paragraph.leaves]
    return found


def _cover(leaves: list[Leaf]) -> Span | None:
    """Give the span from the first leaf to the last, None for none."""
    if not leaves:
        return None
    return Span(min(leaf.span.start for leaf in leaves), max(leaf.span.end for leaf in leaves))

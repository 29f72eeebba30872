"""Walks over a letter: its paragraphs and its leaves, in source order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from docconv.model.block import Answer, Block, Child, Footnote, Leaf, ListBlock, Paragraph, Question, Section, Table
from docconv.model.letter import Letter


def paragraphs(node: Letter | Child | Block) -> Iterator[Paragraph]:
    """Yield every paragraph under `node`, in source order."""
    match node:
        case Paragraph():
            yield node
        case Letter():
            yield from _all(node.children)
        case Section() | Question() | Answer() | Footnote():
            yield from _all(node.blocks)
        case ListBlock():
            for item in node.items:
                yield from _all(item.blocks)
        case Table():
            if node.caption is not None:
                yield node.caption
            for row in node.rows:
                for cell in row:
                    yield from _all(cell.blocks)
        case _:
            assert_never(node)


def leaves(letter: Letter) -> tuple[Leaf, ...]:
    """Give every leaf of the letter, sorted by its span. Together they tile the source."""
    found = list(letter.layout)
    for child in letter.children:
        found += getattr(child, "leaves", ())
        for block in child.blocks:
            found += _block_leaves(block)
    return tuple(sorted(found, key=lambda leaf: leaf.span))


def _all(nodes: Iterable[Child | Block]) -> Iterator[Paragraph]:
    for node in nodes:
        yield from paragraphs(node)


def _block_leaves(block: Block) -> Iterator[Leaf]:
    match block:
        case Paragraph():
            yield from block.leaves
        case ListBlock():
            for item in block.items:
                yield from item.label
                for inner in item.blocks:
                    yield from _block_leaves(inner)
        case Table():
            if block.caption is not None:
                yield from block.caption.leaves
            for row in block.rows:
                for cell in row:
                    for inner in cell.blocks:
                        yield from _block_leaves(inner)
        case _:
            assert_never(block)

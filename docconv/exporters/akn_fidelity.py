"""The proof that a file's text is the letter's: nothing lost, nothing added, nothing moved but notes to their references.

Compared are the characters that are not white space, of the body and of each note; editorial blocks do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from docconv.exporters.akn_document import Document, name
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_findings import Finding, found
from docconv.exporters.akn_node import clean
from docconv.model import Answer, Block, Footnote, FootnoteRef, ListBlock, Paragraph, Question, Section, Table

if TYPE_CHECKING:
    from lxml import etree

BODY = 0  # the body beside the notes, which count from 1


def check_text_of(made: Expression, document: Document) -> Iterator[Finding]:
    """Yield where a document's text is not that of the letter in its language."""
    wanted, there = _wanted(made), _there(made, document)
    for number in sorted(wanted.keys() | there.keys()):
        left, right = wanted.get(number, ""), there.get(number, "")
        if left != right:
            at = next(
                (n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
            )
            where = f"note {number}" if number else "the body"
            detail = (
                f"{where} has {right[at : at + 30]!r} for {left[at : at + 30]!r} after {left[max(0, at - 30) : at]!r}"
            )
            yield found("text-differs", document.root, detail)


def _wanted(made: Expression) -> dict[int, str]:
    letter = made.bilingual.letter
    body = [child for child in letter.children if not isinstance(child, Footnote)]
    texts = {BODY: "".join(part for child in body for part in _child(made, child))}
    for number, footnote in enumerate(letter.footnotes, 1):
        texts[number] = "".join(_blocks(made, footnote.blocks))
    return {number: _bare(words) for number, words in texts.items()}


def _child(made: Expression, child: Section | Question | Answer) -> Iterator[str]:
    if made.language == "nl" and isinstance(child, Question | Answer):
        yield child.label
    yield from _blocks(made, child.blocks)


def _blocks(made: Expression, blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _paragraph(made, block)
            case ListBlock():
                for item in block.items:
                    yield item.marker
                    yield from _blocks(made, item.blocks)
            case Table():
                yield from _blocks(made, (block.caption,) if block.caption else ())
                for row in block.rows:
                    for cell in row:
                        yield from _blocks(made, cell.blocks)
            case _:
                assert_never(block)


def _paragraph(made: Expression, paragraph: Paragraph) -> str:
    """Give a paragraph's text; a reference with a note counts as nothing, one without as its marker."""
    rich, _ = made.text(paragraph)
    parts, at = [], 0
    for ref in sorted((i for i in rich.inlines if isinstance(i, FootnoteRef)), key=lambda i: i.span):
        parts += [rich.text[at : ref.span.start], "" if made.note(ref.note) else ref.marker]
        at = ref.span.end
    return "".join([*parts, rich.text[at:]])


def _there(made: Expression, document: Document) -> dict[int, str]:
    texts: dict[int, list[str]] = {BODY: []}
    for part in document.all("preface", "debateBody", "conclusions"):
        _collect(part, texts, BODY, labels=made.language == "nl")
    return {number: _bare("".join(parts)) for number, parts in texts.items()}


def _collect(element: etree._Element, texts: dict[int, list[str]], number: int, *, labels: bool) -> None:
    texts[number].append(element.text or "")
    for child in element:
        is_label = name(child) in {"num", "heading"} and name(element) in {"question", "answer"}
        if name(child) == "authorialNote":
            own = int((child.get("eId") or "").rpartition("_")[2] or -1)
            texts.setdefault(own, [])
            _collect(child, texts, own, labels=labels)
        elif child.get("status") != "editorial" and (labels or not is_label):
            _collect(child, texts, number, labels=labels)
        texts[number].append(child.tail or "")


def _bare(words: str) -> str:
    return "".join(clean(words).split())

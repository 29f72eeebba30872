"""The letter as a debate: preface, questions with their answers, conclusions, each paragraph once and in the order printed.

What stands before the first question is the preface, what stands behind the last answer the conclusions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docconv.exporters.akn_blocks import blocks, note
from docconv.exporters.akn_debate import Debate
from docconv.exporters.akn_entities import office
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_node import Node, element
from docconv.model import Answer, Footnote, Question, Section

_BACK = {"closing", "signature"}


@dataclass(slots=True)
class Body:
    """The elements of a document and, as pairs of elements, the answers whose questions stand elsewhere."""

    preface: list[Node] = field(default_factory=list)
    debate: list[Node] = field(default_factory=list)
    conclusions: list[Node] = field(default_factory=list)
    links: list[tuple[Node, Node]] = field(default_factory=list)


def body(made: Expression) -> Body:
    """Give the elements of a letter's whole text, all notes included."""
    letter = made.bilingual.letter
    children = [child for child in letter.children if not isinstance(child, Footnote)]
    front, middle, back = _parts(children)
    found = Body()
    found.preface = [node for section in front for node in _around(made, section, title=True)]
    debate = Debate(made)
    for child in middle:
        debate.add(child)
    found.debate, found.links = [debate.finished()], debate.links()
    found.conclusions = [node for section in back for node in _around(made, section, title=False)]
    found.conclusions += _orphans(made)
    return found


def _parts(
    children: Sequence[Section | Question | Answer],
) -> tuple[list[Section], list[Section | Question | Answer], list[Section]]:
    """Part what comes before the questions and what comes after the answers; a text without either keeps a middle."""
    spoken = [n for n, child in enumerate(children) if not isinstance(child, Section)]
    first, last = (spoken[0], spoken[-1] + 1) if spoken else _silent(children)
    front = [child for child in children[:first] if isinstance(child, Section)]
    back = [child for child in children[last:] if isinstance(child, Section)]
    return front, list(children[first:last]), back


def _silent(children: Sequence[Section | Question | Answer]) -> tuple[int, int]:
    """Give the middle of a text without questions: what stands between its title and its closing, else all of it."""
    roles = [child.role if isinstance(child, Section) else "other" for child in children]
    first = roles.index("title") + 1 if "title" in roles else 0
    last = len(roles)
    while last > first and roles[last - 1] in _BACK:
        last -= 1
    return (first, last) if first < last else (0, len(roles))


def _around(made: Expression, section: Section, *, title: bool) -> list[Node]:
    """Give a section before or after the questions: the title as `docTitle`, any other in a container named by its role."""
    if section.role == "title" and title:
        return [_proponent(made, node) for node in blocks(made, section.blocks, "docTitle")]
    inner = "signature" if section.role == "signature" else None
    found = blocks(made, section.blocks, inner)
    if section.role == "signature" and not title:
        return found
    return [element("container", *found, name=section.role)] if found else []


def _proponent(made: Expression, paragraph: Node) -> Node:
    """Make the answering minister in a title its `docProponent`; who is only spoken for stays a `role`."""
    data = made.bilingual.letter.metadata
    offices = {made.refer(office(minister)) for minister in data.ministers if not minister.on_behalf}
    for node in paragraph.walk():
        if node.tag == "role" and node.attributes.get("refersTo") in offices:
            node.tag = "docProponent"
    return paragraph


def _orphans(made: Expression) -> list[Node]:
    """Give the notes that nothing refers to, so that none is lost."""
    found = []
    for number, footnote in enumerate(made.bilingual.letter.footnotes, 1):
        if footnote.id not in made.placed:
            found.append(element("p", note(made, number, footnote)))
    return [element("container", *found, name="notes")] if found else []

"""Questions and answers as `debateSection`s, in the order in which the letter prints them.

A section holds questions and the answer to them where the letter prints them together. Where it does not, the order of the
letter stands, and an `implicitReference` in the metadata leads from the answer to its question.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docconv.exporters.akn_blocks import NOTHING, blocks, editorial, some_blocks
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_ids import number_part
from docconv.exporters.akn_node import Node, clean, element
from docconv.exporters.akn_speakers import answering, asking
from docconv.exporters.labels import answer_label, question_label
from docconv.model import Answer, Question, Section, exchanges


@dataclass(slots=True)
class Debate:
    """Takes a letter's children one after another. `group` counts the exchanges; -1 stands for none yet."""

    made: Expression
    whole: list[Node] = field(default_factory=list)
    group: int = -1
    _waiting: list[Node] = field(default_factory=list)
    _groups: dict[int, int] = field(default_factory=dict)
    _asked: dict[int, list[tuple[Node, Node]]] = field(default_factory=dict)
    _answered: list[tuple[int, Node, Node]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find out what was answered together."""
        for n, exchange in enumerate(exchanges(self.made.bilingual.letter)):
            self._groups |= {id(child): n for child in (*exchange.questions, *exchange.answers)}

    def add(self, child: Section | Question | Answer) -> None:
        """Append a child; a passage between a question and its answer goes into their section."""
        if isinstance(child, Section):
            self._waiting += passage(self.made, child)
            return
        section = self._section(self._groups[id(child)])
        if isinstance(child, Question):
            node = question(self.made, child)
            self._asked.setdefault(self.group, []).append((node, section))
        else:
            node = answer(self.made, child)
            self._answered.append((self.group, node, section))
        section.content.append(node)

    def finished(self) -> Node:
        """Give the whole: `questions`, or for a text without any a `debateSection` that holds it."""
        self.whole += self._waiting
        if not self._groups:
            content = self.whole or [editorial(NOTHING[self.made.language], "noText")]
            return Node("debateSection", {"name": "text"}, [*content])
        for section in self.whole:
            tags = {child.tag for child in section.children}
            if section.tag == "debateSection":
                section.attributes["name"] = (
                    "questionAnswer" if {"question", "answer"} <= tags else min(tags - {"other"})
                )
        for group, node, _ in self._answered:
            if group not in self._asked:
                node.attributes["class"] = "withoutQuestion"
        return Node("questions", {}, [*self.whole])

    def links(self) -> list[tuple[Node, Node]]:
        """Give each answer with each of its questions that stand in another section."""
        return [
            (node, asked)
            for group, node, section in self._answered
            for asked, place in self._asked.get(group, [])
            if place is not section
        ]

    def _section(self, group: int) -> Node:
        """Give the section that a child of `group` goes into, what waits between put where it was printed."""
        if group == self.group:
            section = self.whole[-1]
            section.content += self._waiting
        else:
            section = element("debateSection")
            self.whole += [*self._waiting, section]
        self.group, self._waiting = group, []
        return section


def question(made: Expression, asked: Question) -> Node:
    """Give a question under its printed label, in English under the same in English."""
    label = _english(asked.label, asked.numbers) if made.language == "en" else asked.label
    found = Node("question", {**asking(made), **_numbers(asked.numbers)})
    found.attributes["n"] = number_part(asked.label) or number_part(" ".join(asked.numbers))
    found.content += [element("num", label)] if clean(label).strip() else []
    found.content += some_blocks(made, asked.blocks)
    return found


def answer(made: Expression, answered: Answer) -> Node:
    """Give an answer, or a notice that it follows later, under its printed label."""
    label = answered.label
    if made.language == "en" and label:
        label = answer_label(answered.numbers if _has_number(label) else (), "en", answered.kind)
    found = Node("answer", {**answering(made), **_numbers(answered.numbers)})
    if answered.kind == "notice":
        found.attributes["refersTo"] = made.references.fixed("notice")
    found.content += [element("heading", label)] if clean(label).strip() else []
    found.content += some_blocks(made, answered.blocks)
    return found


def passage(made: Expression, section: Section) -> list[Node]:
    """Give what is neither question nor answer and stands between them."""
    found = blocks(made, section.blocks)
    return [element("other", *found, class_=section.role)] if found else []


def _numbers(numbers: tuple[str, ...]) -> dict[str, str]:
    return {"dc:numbers": " ".join(numbers)} if numbers else {}


def _english(label: str, numbers: tuple[str, ...]) -> str:
    """Give a question's label in English. Numbers that are not those of the label leave the label's own standing."""
    if not label or not _has_number(label):
        return label and question_label((), "en")
    if number_part(label).split("-")[0] == number_part(numbers[0] if numbers else ""):
        return question_label(numbers, "en")
    return f"{question_label((), 'en')} {label.partition(' ')[2]}".strip()


def _has_number(label: str) -> bool:
    return any(character.isdigit() for character in label)

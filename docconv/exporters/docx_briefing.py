"""The English briefing: head, contents, at a glance, the letter exchange by exchange, annexes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from docconv.exporters.docx_annexes import add_annexes
from docconv.exporters.docx_blocks import text_of
from docconv.exporters.docx_contents import Contents
from docconv.exporters.docx_draft import Draft, begun
from docconv.exporters.docx_facts import TITLE, add_facts, add_notice, add_title
from docconv.exporters.docx_furniture import furnish
from docconv.exporters.docx_glance import Glance, add_glance
from docconv.exporters.docx_properties import describe
from docconv.exporters.docx_runs import runs
from docconv.exporters.facts import title, title_section
from docconv.exporters.labels import SECTION_NAMES, answer_label, question_label
from docconv.exporters.reading_order import numbers_of, passages
from docconv.model import (
    Answer,
    BilingualLetter,
    Block,
    Child,
    Exchange,
    Paragraph,
    Question,
    Section,
    paragraphs,
)
from docconv.protocols import ExportOptions

ANSWERED_TOGETHER = 2


def write_briefing(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.en.docx. Raises ExportError for a template that can't serve."""
    draft = begun(bilingual, options)
    name = title(bilingual)
    furnish(draft, name)
    describe(draft.document, bilingual, options, name, "en-GB")
    add_title(draft, "English briefing: unofficial translation from Dutch")
    add_facts(draft)
    draft.text("", "Table Text")
    add_notice(draft)
    contents = Contents(draft)
    glance = Glance(draft)
    body = Body(draft)
    body.write()
    add_annexes(draft, body.where)
    add_glance(draft, glance, body.exchanges)
    contents.fill()
    return draft.finished()


@dataclass(slots=True)
class Body:
    """Writes the letter; notes where each paragraph and each exchange came to stand, for links.

    `where` gives for a paragraph's id the words and the bookmark of the nearest heading.
    """

    draft: Draft
    where: dict[str, tuple[str, str]] = field(default_factory=dict)
    exchanges: list[tuple[Exchange, str, str]] = field(default_factory=list)
    begun: bool = False

    def write(self) -> None:
        """Write all passages in reading order, then the notes that nothing refers to."""
        order = list(passages(self.draft.bilingual.letter))
        last = max((n for n, one in enumerate(order) if isinstance(one, Exchange)), default=-1)
        for n, one in enumerate(order):
            match one:
                case Exchange():
                    self.exchange(one)
                case Section():
                    self.section(one, amid=self.begun and n < last)
                case _:
                    assert_never(one)
        self.notes()

    def exchange(self, exchange: Exchange) -> None:
        """Write questions and what was answered to them, under one heading."""
        if not self.begun:
            self.draft.heading(1, "Questions and answers", "questions")
            self.begun = True
        numbers = numbers_of(exchange)
        label = question_label if exchange.questions else answer_label
        words = label(numbers, "en")
        bookmark = self.draft.heading(2, words, words)
        self.exchanges.append((exchange, words, bookmark))
        together = len(exchange.questions) >= ANSWERED_TOGETHER
        for question in exchange.questions:
            self.question(question, together, (words, bookmark))
        self.draft.keep_with_next()
        for answer in exchange.answers:
            self.answer(answer, together or len(exchange.answers) > 1)
        if not exchange.answers:
            self.draft.text("The letter has no answer to this.", "Normal")

    def question(self, question: Question, together: bool, here: tuple[str, str]) -> None:  # noqa: FBT001
        """Write a question; one of several that were answered together has a heading of its own."""
        if together:
            words = question_label(question.numbers, "en")
            here = words, self.draft.heading(3, words, words)
        self.blocks(question.blocks, here, "Question Text")

    def answer(self, answer: Answer, named: bool) -> None:  # noqa: FBT001
        """Write an answer; `named` puts its questions' numbers into its heading."""
        words = answer_label(answer.numbers if named else (), "en", answer.kind)
        full = answer_label(answer.numbers, "en", answer.kind)
        self.blocks(answer.blocks, (full, self.draft.heading(3, words, full)))

    def section(self, section: Section, amid: bool) -> None:  # noqa: FBT001
        """Write what stands outside of the exchanges; `amid` them its heading is one of theirs."""
        if section is title_section(self.draft.bilingual):
            self._locate(section, ("Title", TITLE))
            return
        content = section.blocks
        if not content:
            return
        level = 2 if amid else 1
        if section.role == "heading" and isinstance(content[0], Paragraph):
            self.printed_heading(content[0], level)
            content = content[1:]
            here = self.draft.headings[-1]
            self.blocks(content, (here.text, here.bookmark))
            return
        words = SECTION_NAMES[section.role]
        self.blocks(content, (words, self.draft.heading(level, words, section.role)))

    def printed_heading(self, paragraph: Paragraph, level: int) -> None:
        """Write a heading of the letter's own."""
        text, place = text_of(self.draft.bilingual, paragraph, self.draft.place("en"))
        words = " ".join(text.plain("").split()) or "Heading"
        bookmark = self.draft.rich_heading(level, words, runs(text, place), words)
        self.where[paragraph.id] = words, bookmark

    def blocks(self, content: Iterable[Block], here: tuple[str, str], style: str = "Normal") -> None:
        """Write blocks and note where they stand."""
        kept = list(content)
        for block in kept:
            for paragraph in paragraphs(block):
                self.where[paragraph.id] = here
        self.draft.blocks(kept, style)

    def notes(self) -> None:
        """Write the notes that the English has no reference to, and note where the others stand."""
        for note in self.draft.bilingual.letter.footnotes:
            made = self.draft.notes.made.get(note.id)
            self._locate(note, (f"Note {note.marker}", made.bookmark if made else ""))
        left = self.draft.notes.unreferenced("en")
        if not left:
            return
        bookmark = self.draft.heading(1, "Notes without a reference in the text", "notes")
        for note in left:
            self._locate(note, (f"Note {note.marker}", bookmark))
            self.draft.heading(2, f"Note {note.marker}", f"note {note.marker}")
            self.draft.blocks(note.blocks)

    def _locate(self, child: Child, here: tuple[str, str]) -> None:
        for paragraph in paragraphs(child):
            self.where[paragraph.id] = here

"""What a letter's structure gives cause to say: gaps, repetitions, and what has no counterpart.

The codes are those of `docconv.diagnostics`; none of them changes the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from docconv.diagnostics import diagnostic
from docconv.model import Answer, Child, Diagnostic, FootnoteRef, Letter, Question, Section, Span, paragraphs
from docconv.parsing.numbering import value


def complain(letter: Letter) -> tuple[Diagnostic, ...]:
    """Give the diagnostics of a letter, those of its reading first, in the order of what they are about."""
    found = [*_numbers(letter), *_counterparts(letter), *_notes(letter), *_passages(letter)]
    return (*letter.source.diagnostics, *sorted(found, key=lambda d: (d.span, d.code)))


def _place(child: Child) -> Span:
    """Give the label of a child, else its first line's beginning."""
    leaves = [*getattr(child, "leaves", ()), *(leaf for p in paragraphs(child) for leaf in p.leaves[:1])]
    return min((leaf.span for leaf in leaves), default=Span(0, 0))


def _numbers(letter: Letter) -> Iterator[Diagnostic]:
    """Complain of questions that are missing, counted out of turn, or printed twice."""
    questions = letter.questions
    if not questions:
        whole = Span(0, len(letter.source.text))
        yield diagnostic("no-questions", whole)
        return
    seen: set[str] = set()
    values = {value(number) for question in questions for number in question.numbers}
    for question in questions:
        again = [number for number in question.numbers if number in seen]
        if again:
            yield diagnostic("number-repeated", _place(question), f"question {', '.join(again)} was printed before")
        for number in question.numbers:
            if number not in seen and value(number) > 1 and value(number) - 1 not in values:
                missing = value(number) - 1
                yield diagnostic("number-skipped", _place(question), f"question {missing} is missing before {number}")
        seen.update(question.numbers)


def _counterparts(letter: Letter) -> Iterator[Diagnostic]:
    """Complain of questions that nothing answers, where there are answers, and of answers that nothing asks."""
    asked = {number for question in letter.questions for number in question.numbers}
    answers = letter.answers
    answered = {number for answer in answers for number in answer.numbers}
    for child in letter.children:
        match child:
            case Question() if answers and not answered & set(child.numbers):
                yield diagnostic("question-without-answer", _place(child), f"question {', '.join(child.numbers)}")
            case Answer() if not child.numbers or set(child.numbers) - asked:
                lost = ", ".join(number for number in child.numbers if number not in asked) or "without a number"
                yield diagnostic("answer-without-question", _place(child), f"answer {lost}")
            case _:
                pass


def _notes(letter: Letter) -> Iterator[Diagnostic]:
    """Complain of notes that nothing refers to and of references to no note."""
    referred: set[str | None] = set()
    for paragraph in paragraphs(letter):
        for inline in paragraph.rich.inlines:
            if isinstance(inline, FootnoteRef):
                referred.add(inline.note)
                if inline.note is None:
                    span = paragraph.source_span(inline.span)
                    yield diagnostic("mark-without-note", span, f"reference {inline.marker} has no note")
    for note in letter.footnotes:
        if note.id not in referred:
            yield diagnostic("note-without-mark", _place(note), f"note {note.marker} has no reference in the text")


def _passages(letter: Letter) -> Iterator[Diagnostic]:
    """Complain of passages between the questions that are neither of them."""
    for child in letter.children:
        if isinstance(child, Section) and child.role == "other" and child.blocks:
            yield diagnostic("passage-unplaced", _place(child))

"""Answers without a label are found where type or the letter's own words show them, and never swallowed by the question."""

from __future__ import annotations

from dataclasses import replace

from docconv.model import Hint, Letter, Span
from docconv.parsing import parse
from docconv.readers import from_text

QUESTIONS = ["Kunt u aangeven hoeveel geld er in de kas zit?", "Is dat genoeg? Zo nee, wat doet u daaraan?"]
ANSWERS = [
    "In de kas zit voldoende geld voor de komende twee jaar.",
    "Dat is naar verwachting genoeg. Ik zie geen reden tot zorg.",
]
BODY = "\n\n".join(f"{n}. {q}\n\n{a}" for n, (q, a) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1))


def texts(letter: Letter) -> tuple[list[str], list[str]]:
    return (
        [b.text for q in letter.questions for b in q.blocks],
        [b.text for a in letter.answers for b in a.blocks],
    )


def test_regular_type_behind_a_bold_question_is_its_answer():
    source = from_text(BODY)
    bold = tuple(Hint(Span(at, at + len(q)), "bold") for q in QUESTIONS for at in [BODY.index(q)])
    letter = parse(replace(source, hints=bold))
    assert texts(letter) == (QUESTIONS, ANSWERS)
    assert [a.numbers for a in letter.answers] == [("1",), ("2",)]


def test_a_letter_that_says_that_it_answers_is_believed():
    letter = parse(from_text(f"Antwoorden van de minister van Financiën op vragen van het lid Jansen (D66).\n\n{BODY}"))
    assert texts(letter) == (QUESTIONS, ANSWERS)


def test_a_letter_of_questions_alone_gets_no_answers():
    asked = "Vragen van het lid Jansen (D66) aan de minister van Financiën.\n\n" + BODY
    assert texts(parse(from_text(asked)))[1] == []


def test_a_bold_label_before_a_regular_question_opens_no_answer():
    text = "Vraag 1\nKlopt dit?\n\nVraag 2\nWaarom is dat zo gegaan en wat zegt dat over de rest van het beleid?"
    bold = tuple(Hint(Span(at, at + 7), "bold") for at in (text.index("Vraag 1"), text.index("Vraag 2")))
    assert texts(parse(replace(from_text(text), hints=bold)))[1] == []

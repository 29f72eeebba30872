"""Questions and answers find each other: by number, in order, once."""

from __future__ import annotations

import pytest

import docconv
from docconv.model import exchanges


def paired(text: str) -> list[tuple[list[str], list[str]]]:
    letter = docconv.parse(docconv.from_text(text))
    return [
        ([n for q in e.questions for n in q.numbers], [n for a in e.answers for n in a.numbers])
        for e in exchanges(letter)
    ]


def letter(*parts: str) -> str:
    texts = {"V": "Vraag {}\nKlopt het dat dit zo is?\n", "A": "Antwoord op vraag {}\nJa, dat klopt.\n"}
    return "\n".join(texts[part[0]].format(part[1:]) for part in parts)


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (["V1", "A1", "V2", "A2"], [(["1"], ["1"]), (["2"], ["2"])]),
        (["V1", "V2", "V3", "A1, 2 en 3"], [(["1", "2", "3"], ["1", "2", "3"])]),
        (["V1", "A1", "V2", "V3", "A3", "V4", "A2 en 4"], [(["1"], ["1"]), (["2", "4"], ["2", "4"]), (["3"], ["3"])]),
        (["V1", "A1", "V2"], [(["1"], ["1"]), (["2"], [])]),
        (["V1 en 2", "A1 en 2"], [(["1", "2"], ["1", "2"])]),
    ],
)
def test_an_answer_goes_to_the_questions_that_it_names(parts: list[str], wanted: list[tuple[list[str], list[str]]]):
    assert paired(letter(*parts)) == wanted


def test_a_number_that_is_asked_again_is_answered_again():
    assert paired(letter("V1", "A1", "V1", "A1")) == [(["1"], ["1"]), (["1"], ["1"])]

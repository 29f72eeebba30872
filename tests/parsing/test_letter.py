"""The owner's letter, whole: what it asks and answers, its notes at their places, its people, its citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from docconv.model import Citation, FootnoteRef, Letter, exchanges, paragraphs
from docconv.parsing import inspect, parse
from docconv.readers import read


@pytest.fixture(scope="module")
def letter() -> Letter:
    return parse(read(Path(__file__).parents[2] / "samples/oeigoeren/letter.txt"))


def test_it_has_fourteen_questions_each_with_its_answer(letter: Letter) -> None:
    numbers = [[q.numbers for q in e.questions] + [a.numbers for a in e.answers] for e in exchanges(letter)]
    assert numbers == [[(str(n),), (str(n),)] for n in range(1, 15)]


def test_its_notes_are_referred_to_where_they_were_printed(letter: Letter) -> None:
    places = {
        inline.marker: question.numbers
        for question in letter.questions
        for paragraph in paragraphs(question)
        for inline in paragraph.rich.inlines
        if isinstance(inline, FootnoteRef)
    }
    assert places == {"1": ("1",), "2": ("7",), "3": ("14",)}
    assert [note.marker for note in letter.footnotes] == ["1", "2", "3"]


def test_a_note_between_the_label_and_the_answer_takes_nothing_from_it(letter: Letter) -> None:
    (answer,) = (a for a in letter.answers if a.numbers == ("9",))
    assert [p.text for p in paragraphs(answer)] == [
        "Voor zover bekend zitten er geen Nederlanders in detentie in Xinjiang."
    ]


def test_it_says_who_asks_and_who_answers(letter: Letter) -> None:
    data = letter.metadata
    assert data.kind == "answers"
    assert [(m.title, m.tooi, m.on_behalf) for m in data.ministers] == [
        ("Minister van Buitenlandse Zaken", "mnre1013", False),
        ("Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", None, True),
    ]
    assert [(m.name, m.party) for m in data.members] == [("Van Ojik", "GroenLinks")]
    assert data.subject is not None
    assert data.subject.value == "de onderdrukking van Oeigoeren door de Chinese overheid"
    assert data.subject.span.of(letter.source.text).startswith("de \n\nonderdrukking")


def test_its_notes_cite_papers(letter: Letter) -> None:
    cited = [
        i.target for n in letter.footnotes for p in paragraphs(n) for i in p.rich.inlines if isinstance(i, Citation)
    ]
    assert cited == ["kst-30821-42", "ah-tk-20182019-3633"]


def test_nothing_is_complained_of(letter: Letter) -> None:
    assert inspect(letter)["diagnostics"] == []

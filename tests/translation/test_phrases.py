"""Fixed phrases come out as a person would write them, with their slots and note references in place."""

from __future__ import annotations

import csv

import pytest

from docconv import from_text, parse, translate
from docconv.data import glossary_file
from docconv.model import Citation, FootnoteRef, Foreign, Quote
from docconv.translation.phrases import match

from .letters import Spoken, letter


def say(nl: str) -> str:
    return f"English of {nl.strip('.?')}"


def english(text: str) -> tuple[str, str]:
    unit = translate(letter(text), engine=Spoken(say, placeholders=20)).units[0]
    return unit.target.plain(), unit.origin


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Ja.", "Yes."),
        ("Nee.", "No."),
        ("Zie het antwoord op vraag 3.", "See the answer to question 3."),
        ("Zie het antwoord op vraag 3, 4 en 7 t/m 9.", "See the answer to questions 3, 4 and 7 to 9."),
        (
            "Bent u bekend met het bericht ‘Nieuwe regels’?⌑",
            "Are you familiar with the report ‘Nieuwe regels’?[^1]",
        ),
        (
            "Heeft u kennisgenomen van het bericht «Nieuwe regels»⌑?",
            "Have you taken note of the report «Nieuwe regels»[^1]?",
        ),
        ("Zo nee, waarom niet?", "If not, why not?"),
        ("Kunt u deze vragen afzonderlijk beantwoorden?", "Can you answer these questions separately?"),
        (
            "Antwoord van Minister Veldkamp (Buitenlandse Zaken) (ontvangen 18 november 2024).",
            "Answer from Minister Veldkamp (Foreign Affairs) (received on 18 November 2024).",
        ),
        (
            "Antwoorden van de Minister van Defensie op vragen van het lid Bakker (D66) over een bericht.",
            "Answers from the Minister of Defence to questions from MP Bakker (D66) about English of een bericht.",
        ),
    ],
)
def test_a_phrase(nl: str, en: str):
    assert english(nl) == (en, "phrase")


def test_a_clause_is_left_to_the_engine():
    assert english("Klopt het dat er meer meldingen zijn?")[1] == "engine"


def test_what_only_begins_like_a_phrase_is_none():
    assert match("Ja, en hoe dan?") is None or match("Ja, en hoe dan?").phrase.clause
    assert match("Zie het antwoord op vraag drie hierboven.") is None
    assert match("Antwoord van Minister Jansen (Onbekende Zaken) (ontvangen 18 november 2024).") is None


def test_a_title_is_marked_as_dutch_and_as_a_quotation():
    unit = translate(letter("Kent u het bericht «Nieuwe regels»?⌑"), engine=Spoken(say)).units[0]
    found = {type(i): i.span.of(unit.target.text) for i in unit.target.inlines}
    assert found[Quote] == "«Nieuwe regels»"
    assert found[Foreign] == "Nieuwe regels"
    assert FootnoteRef in found


def test_a_reference_to_a_paper_is_one_in_english_too():
    unit = translate(parse(from_text("Zie ook Kamerstuk 30 821, nr. 42.\n")), engine=Spoken(say)).units[0]
    cited = [i for i in unit.target.inlines if isinstance(i, Citation)]
    assert [(i.span.of(unit.target.text), i.target) for i in cited] == [
        ("Parliamentary Paper 30 821, no. 42", "kst-30821-42")
    ]


ROWS = list(csv.DictReader(glossary_file("phrases.csv").read_text("utf-8").splitlines()))
FILLED = {
    "title": "‘Een titel’",
    "date": "3 mei 2019",
    "questions": "3",
    "number": "2019Z123",
    "dossier": "30 821",
    "citation": "Kamerstuk 30 821, nr. 42",
    "year": "2018-2019",
    "minister": "Minister van Financiën",
    "ministers": "Minister van Financiën en de Minister van Defensie",
    "ministry": "Financiën",
    "name": "De Vries",
    "member": "Van Ojik",
    "members": "Van Ojik (GroenLinks) en Bakker (D66)",
    "party": "D66",
    "text": "een onderwerp van gesprek",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_phrase_of_the_glossary_is_found(row: dict[str, str]):
    nl = row["nl"]
    for name, value in FILLED.items():
        nl = nl.replace("{" + name + "}", value)
    assert "{" not in nl, "a slot that has no rule"
    found = match(nl)
    assert found is not None
    assert len(found.slots) >= row["nl"].count("{") or found.phrase.id != row["id"]

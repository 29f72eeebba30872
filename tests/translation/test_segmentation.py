"""Sentences of Dutch letters: real tricky places, and what must hold of any text."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docconv.model import OBJECT, FootnoteRef, Quote, RichText, Span
from docconv.translation.segmentation import sentences

# Each line: the letter of the corpus, a tab, the text with ¦ where a sentence ends and ⌑ for a note reference.
CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def cut(text: str, *inlines) -> list[str]:
    return [span.of(text) for span in sentences(RichText(text, inlines))]


def test_there_are_enough_real_cases():
    assert len({text for _, text in CASES}) >= 150


@pytest.mark.parametrize(("origin", "marked"), CASES, ids=[f"{n}-{origin}" for n, (origin, _) in enumerate(CASES)])
def test_a_real_place_is_cut_where_its_sentences_end(origin: str, marked: str):
    wanted = [part.strip().replace("⌑", OBJECT) for part in marked.split("¦")]
    assert cut(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "De brief van dhr. J. de Vries c.s. aan mr. drs. A.C. van den Berg is bekend.",
        "Zie art. 12, lid 3, jo. art. 14 van de wet (Stb. 2018, 12; Stcrt. 2019, nr. 4).",
        "Dat geldt m.b.t. o.a. de gemeenten, t.a.v. het beleid e.d. en i.v.m. de kosten.",
        "Het bericht ‘Wat nu? Een plan voor morgen!’ is mij bekend.",
        "De motie (ingediend op 3 mei 2019. Zie bijlage 2) is aangenomen.",
        "1. Het kabinet zet zich in.",
        "a. de gemeente Den Haag;",
        "Op 3 jan. 2020 en 4 feb. 2020 sprak ik de Minister-President, mr. M. Rutte.",
    ],
)
def test_this_is_one_sentence(text: str):
    quotes = [Quote(Span(m, text.index("’", m) + 1), title=True) for m, c in enumerate(text) if c == "‘"]
    assert cut(text, *quotes) == [text]


def test_a_note_reference_stays_with_the_sentence_that_it_follows():
    text = f"Klopt dat?{OBJECT}{OBJECT} Zo ja, waarom?{OBJECT}Zo nee, hoe?"
    refs = [FootnoteRef(Span(n, n + 1), "1") for n, c in enumerate(text) if c == OBJECT]
    assert cut(text, *refs) == [f"Klopt dat?{OBJECT}{OBJECT}", f"Zo ja, waarom?{OBJECT}", "Zo nee, hoe?"]


@given(st.text(alphabet=f"aBcKunt .?!…’‘()1J\n{OBJECT}", max_size=200))
def test_sentences_cover_all_but_spaces(text: str):
    spans = sentences(RichText(text))
    covered = set()
    for span in spans:
        assert span.of(text).strip() == span.of(text) != ""
        assert covered.isdisjoint(range(span.start, span.end))
        covered.update(range(span.start, span.end))
    assert all(char.isspace() for n, char in enumerate(text) if n not in covered)
    assert list(spans) == sorted(spans)


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "unit",
    [
        "a. ",
        "(",
        "(a) ",
        "J. ",
        "‘",
        "a.b.c. ",
        "Kunt u dat? ",
        "1.",
        ". ",
        "x" * 50,
        "https://a.nl/b.C",
        "?",
        ".B",
        "?’",
    ],
)
def test_time_grows_with_length_alone(unit: str):
    def seconds(size: int) -> float:
        text = RichText(unit * (size // len(unit)) + "x")
        begun = process_time()
        sentences(text)
        return process_time() - begun

    seconds(1000)
    assert seconds(160_000) < 60 * max(min(seconds(10_000) for _ in range(3)), 0.002)

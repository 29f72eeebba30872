"""Finding terms: longest first, never two on one word, in every mode; the same answer whatever the order of the glossary."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docconv.model import GlossaryEntry
from docconv.terminology import TermBase, load

ENTRIES = [
    GlossaryEntry("kamer", "Kamer", "House", match="exact", case="sensitive"),
    GlossaryEntry("tweede-kamer", "Tweede Kamer", "House of Representatives", match="exact", case="sensitive"),
    GlossaryEntry("kabinet", "kabinet", "government", pos="noun"),
    GlossaryEntry("minister", "minister", "minister", pos="noun"),
    GlossaryEntry("minister-bz", "Minister van Buitenlandse Zaken", "Minister of Foreign Affairs", match="exact"),
    GlossaryEntry("aangifte", "aangifte", "report", pos="noun"),
    GlossaryEntry("aangifte-doen", "aangifte … doen", "file a report", ("doen … aangifte",), pos="verb", match="idiom"),
    GlossaryEntry(
        "aan-de-orde", "aan de orde … stellen", "raise", ("stellen … aan de orde",), pos="verb", match="idiom"
    ),
    GlossaryEntry("zo-nee", "zo nee, waarom niet", "if not, why not", match="exact", case="initial"),
    GlossaryEntry("mbt", "met betrekking tot", "with regard to", ("m.b.t.",), match="exact", case="initial"),
    GlossaryEntry("aivd", "AIVD", "AIVD", match="exact", case="sensitive", dnt=True),
    GlossaryEntry(
        "diensten", "inlichtingen- en veiligheidsdiensten", "intelligence and security services", match="exact"
    ),
]
BASE = TermBase(ENTRIES)


def found(text: str, base: TermBase = BASE) -> list[tuple[str, str]]:
    return [(match.entry.id, match.text(text)) for match in base.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # longest first
        ("De Tweede Kamer en de Kamer.", [("tweede-kamer", "Tweede Kamer"), ("kamer", "Kamer")]),
        ("De minister van Buitenlandse Zaken.", [("minister-bz", "minister van Buitenlandse Zaken")]),
        ("De minister van Defensie.", [("minister", "minister")]),
        # idioms with gaps, whose words are not found a second time
        ("Doet het kabinet hiervan aangifte?", [("aangifte-doen", "Doet … aangifte"), ("kabinet", "kabinet")]),
        ("Er is aangifte van diefstal gedaan.", [("aangifte-doen", "aangifte … gedaan")]),
        ("Ik stel dit in elk gesprek aan de orde.", [("aan-de-orde", "stel … aan de orde")]),
        # not beyond the clause
        ("Wat doet u? Er is geen aangifte.", [("aangifte", "aangifte")]),
        # case
        ("In de kamer van de Kamer.", [("kamer", "Kamer")]),
        ("Zo nee, waarom niet?", [("zo-nee", "Zo nee, waarom niet")]),
        ("Dit is zo nee, waarom niet.", [("zo-nee", "zo nee, waarom niet")]),
        # genitive, abbreviation with points, suspended hyphen, unbreakable hyphen
        ("Volgens AIVD's rapport", [("aivd", "AIVD's")]),
        ("Regels m.b.t. export", [("mbt", "m.b.t.")]),
        ("de inlichtingen- en veiligheidsdiensten", [("diensten", "inlichtingen- en veiligheidsdiensten")]),
        ("de inlichtingen\u2011 en veiligheidsdiensten", [("diensten", "inlichtingen\u2011 en veiligheidsdiensten")]),
        # inside a compound nothing is a term
        ("de kabinetsformatie en de Kamer-commissie", []),
        ("", []),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]):
    assert found(text) == expected


def test_a_term_inside_a_compound_is_listed():
    text = "de kabinetsformatie, het minderheidskabinet en het kabinet"
    assert [(c.entry.id, c.word) for c in BASE.compounds(text)] == [
        ("kabinet", "kabinetsformatie"),
        ("kabinet", "minderheidskabinet"),
    ]


def test_drafts_are_kept_and_not_matched():
    base = TermBase([GlossaryEntry("a", "motie", "motion", status="draft")])
    assert base.find("De motie.") == ()
    assert base.entry("a") is not None


WORDS = (
    "de Kamer Tweede kabinet doet aangifte stelt aan orde zo nee , waarom niet ? . AIVD van m.b.t. kabinetsplan".split()  # noqa: SIM905 - read as words
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_matches_do_not_overlap_and_do_not_depend_on_the_glossary_s_order(words: list[str], shuffle: random.Random):
    text = " ".join(words)
    matches = BASE.find(text)
    spans = sorted(span for match in matches for span in match.spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [m.span.start for m in matches] == sorted(m.span.start for m in matches)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    other = list(ENTRIES)
    shuffle.shuffle(other)
    assert found(text, TermBase(other)) == found(text)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_searched(text: str):
    base = load()
    for match in base.find(text):
        assert all(0 <= s.start < s.end <= len(text) for s in match.spans)


@pytest.mark.benchmark
def test_the_cost_grows_with_the_text_and_hardly_with_the_glossary():
    sentence = "Het kabinet stelt de aangifte van de minister aan de orde in de Tweede Kamer, zich daarvoor inzettend. "
    large = TermBase([*ENTRIES, *(GlossaryEntry(f"z{n}", f"zich … term{n}", "x", match="idiom") for n in range(5000))])

    def seconds(base: TermBase, times: int) -> float:
        base.find(sentence)
        begun = time.perf_counter()
        base.find(sentence * times)
        return time.perf_counter() - begun

    assert min(seconds(BASE, 400) for _ in range(3)) < 8 * min(seconds(BASE, 100) for _ in range(3))
    assert min(seconds(large, 100) for _ in range(3)) < 3 * min(seconds(BASE, 100) for _ in range(3))

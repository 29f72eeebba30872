"""Filtering and variation of training pairs, without torch."""

import random
import re
from collections import Counter

import pytest

from docconv.training import filters
from docconv.training.augment import mark_note, protect, recase, requote, shared_spans, vary
from docconv.training.everyday import made_everyday
from docconv.training.genre import held_out_phrases, made_pairs
from docconv.training.names import rename
from docconv.training.sources import SOURCES, Pair
from docconv.training.symbols import PLACEHOLDER, PLACEHOLDERS


def draws(seed):
    return random.Random(seed)  # noqa: S311 - no secret is made here


def kept(nl: str, en: str, source: str = "nl_treaties") -> bool:
    return bool(list(filters.clean([Pair(nl, en, source)])))


def test_a_good_pair_passes():
    assert kept("De minister heeft op 3 mei geantwoord.", "The minister answered on 3 May.")


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("", "Nothing to translate."),
        ("De minister.", "The minister has informed the House at length about the matter and will do so again."),
        ("Artikel 12 is van toepassing.", "Article 13 applies."),
        ("The minister has informed the House of this.", "De minister heeft de Kamer hierover ingelicht."),
        ("Dit is niet vertaald gebleven hier", "Dit is niet vertaald gebleven hier"),
        ("Zie <b>bijlage</b> hier.", "See <b>annex</b> here."),
    ],
)
def test_a_bad_pair_is_left_out(nl, en):
    assert not kept(nl, en)


def test_a_fragment_is_left_out_of_the_parliamentary_pairs():
    assert not kept("De minister heeft mr", "The minister has Mr", "parliament")
    assert not kept("Onleesbaar.", "#SKIP", "parliament")


def test_a_pair_is_kept_once_and_held_out_text_never():
    pair = Pair("Artikel 1 is van toepassing.", "Article 1 applies.", "nl_treaties")
    again = Pair("Artikel 2 is van toepassing.", "Article 2 applies.", "nl_treaties")
    assert list(filters.clean([pair, again, pair])) == [pair]
    assert not list(filters.clean([pair], held_out=["Article 1 applies."]))


def test_a_protected_pair_has_the_same_placeholders_on_both_sides():
    nl = "Volgens de NVWA zijn in 2023 bij Van Gelder BV 1.250 dieren geteld (zie https://nvwa.nl/x)."
    en = "According to the NVWA, in 2023 1.250 animals were counted at Van Gelder BV (see https://nvwa.nl/x)."
    for seed in range(50):
        dutch, english = protect(nl, en, draws(seed))
        marks = Counter(PLACEHOLDER.findall(dutch))
        assert marks == Counter(PLACEHOLDER.findall(english))
        assert set(marks.values()) <= {1}
        assert set(marks) <= set(PLACEHOLDERS)


def test_citations_in_both_languages_answer_each_other():
    spans = shared_spans("Zie Kamerstuk 29 684, nr. 12.", "See Parliamentary Paper 29 684, no. 12.")
    assert list(spans) == [("Kamerstuk 29 684, nr. 12", "Parliamentary Paper 29 684, no. 12")]


def test_a_note_mark_is_glued_to_both_ends():
    nl, en = mark_note("Klopt dit?", "Is this true?", draws(1))
    assert nl.startswith("Klopt dit?⟦")
    assert en == "Is this true?" + nl.removeprefix("Klopt dit?")


def test_quotation_marks_and_capitals_vary_without_losing_words():
    assert {requote("«ja»", draws(seed)) for seed in range(600)} > {"«ja»", "‘ja’"}
    assert {recase("Ja.", "Yes.", draws(seed)) for seed in range(3000)} > {
        ("Ja.", "Yes."),
        ("JA.", "YES."),
        ("Ja", "Yes"),
    }
    assert vary("Ja.", "Yes.", draws(0)) == vary("Ja.", "Yes.", draws(0))


def test_made_phrases_leave_no_name_unfilled_and_hold_some_out():
    pairs = list(made_pairs(500))
    assert not [pair for pair in pairs if "{" in pair.nl + pair.en]
    assert not {pair.nl for pair in made_pairs()} & {nl for nl, _ in held_out_phrases(20)}


def test_every_source_has_a_licence_that_allows_a_published_model():
    assert not [
        source.name for source in SOURCES if "GPL" in source.licence or "NC" in source.licence or not source.licence
    ]


def test_shared_names_and_figures_become_others_alike_on_both_sides():
    nl, en = (
        "De NOS meldde in 2019 dat Whitehall 40 mensen zocht.",
        "In 2019, NOS reported that Whitehall wanted 40 people.",
    )
    for seed in range(50):
        dutch, english = rename(nl, en, list(shared_spans(nl, en)), draws(seed))
        changed = set(dutch.split()) - set(nl.split())
        assert {word.strip(".,") for word in changed} == {w.strip(".,") for w in set(english.split()) - set(en.split())}
    assert "Whitehall" not in rename(nl, en, [("Whitehall", "Whitehall")], draws(1))[0]


def test_a_name_inside_an_english_word_is_left():
    pair = "Kies Cel in het menu.", "Choose Cells in the menu."
    assert all(rename(*pair, [("Cel", "Cel")], draws(seed)) == pair for seed in range(20))


def test_everyday_sentences_are_filled_in_on_both_sides_with_the_same_figures():
    for pair in made_everyday(500):
        assert "{" not in pair.nl + pair.en
        nl, en = (Counter(re.findall(r"\d", text)) for text in (pair.nl, pair.en))
        assert nl == en
        assert not re.search(r"\ba [aeio](?!u)", pair.en)

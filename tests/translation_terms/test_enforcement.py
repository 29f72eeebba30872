"""Terms in the English of a letter: honoured or flagged, rung by rung, with nothing else touched."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docconv.model import GlossaryEntry, Span
from docconv.protocols import Hypothesis
from docconv.terminology import TermBase
from docconv.terminology.targets import accepted
from docconv.translation.drafts import places
from docconv.translation.enforcement import enforce
from docconv.translation.work import Enforced, SentenceWork
from tests.translation_terms.toy import Toy, work

KABINET = GlossaryEntry("kabinet", "kabinet", "government", pos="noun", wrong=("cabinet",))
REGERING = GlossaryEntry("regering", "regering", "government", pos="noun")
MOTIE = GlossaryEntry("motie", "motie", "motion", pos="noun", en_plural="motions", wrong=("emotion",))
FEIT = GlossaryEntry("feit", "strafbaar feit", "criminal offence", pos="noun", wrong=("fact",))
STELLEN = GlossaryEntry("stellen", "aan de orde … stellen", "raise", ("stellen … aan de orde",), "verb", "idiom")
LEXICON = {
    "het": ["the"], "de": ["the"], "een": ["a"], "vindt": ["finds"], "kabinet": ["cabinet"], "motie": ["motion"],
    "moties": ["motions"], "regering": ["government"], "wat": ["what"], "en": ["and"], "goed": ["good"],
}  # fmt: skip


def enforced(
    engine, *sentences: str | SentenceWork, entries=(KABINET, REGERING, MOTIE, FEIT, STELLEN)
) -> list[Enforced]:
    works = [s if isinstance(s, SentenceWork) else work(engine, s) for s in sentences]
    return enforce(works, TermBase(entries), engine)


def told(result: Enforced) -> list[tuple[str, str, str | None]]:
    return [(t.entry.id, t.method, t.target_span and t.target_span.of(result.text)) for t in result.terms]


def test_a_sentence_without_terms_is_left_to_the_letter():
    engine = Toy(LEXICON)
    (result,) = enforced(engine, "Wat  vindt u\u00a0goed ?")
    assert result == Enforced(engine.best("Wat  vindt u\u00a0goed ?"))


def test_a_term_that_is_right_is_left_and_recorded():
    engine = Toy(LEXICON)
    (result,) = enforced(engine, "De moties.")
    assert result.text == "The motions."
    assert told(result) == [("motie", "free", "motions")]
    assert engine.asked == []


def test_a_known_wrong_rendering_is_swapped_and_the_rest_stays():
    (result,) = enforced(Toy(LEXICON), "De regering en het kabinet.")
    assert result.text == "The government and the government."
    assert told(result) == [("regering", "free", "government"), ("kabinet", "known-rendering", "government")]
    assert [(t.before, t.after, t.flagged) for t in result.terms][1] == ("cabinet", "government", False)


def test_an_occurrence_is_honoured_by_its_own_word_only():
    engine = Toy({**LEXICON, "kabinet": [""], "government": [""]})
    (result,) = enforced(engine, "De regering en het kabinet.")
    assert [t.honoured for t in result.terms] == [True, False]
    assert result.terms[1].method == "missed"
    assert result.terms[1].flagged


@pytest.mark.parametrize(
    ("engine", "rung"),
    [
        (Toy({**LEXICON, "motie": ["movement"]}, terms=True), "inline"),
        (Toy({**LEXICON, "motie": ["movement", "motion"]}, hypotheses=2), "n-best"),
        (Toy({**LEXICON, "motie": ["movement"], "motion": ["motion"]}), "rewrite"),
        (Toy({**LEXICON, "motie": ["movement"], "motion": ["commotion"]}, placeholders=20), "placeholder"),
        (Toy({**LEXICON, "motie": ["movement", "motion"], "motion": ["x"]}, can_suppress=True), "suppress"),
        (Toy({**LEXICON, "motie": ["movement"], "motion": ["x"]}, can_prefix=True), "prefix"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_decoding_rung_finds_the_term(engine: Toy, rung: str):
    (result,) = enforced(engine, "Wat vindt de regering en de motie goed?")
    assert result.text == "What finds the government and the motion good?"
    assert told(result)[1] == ("motie", rung, "motion")
    assert not result.terms[1].flagged
    assert result.score is not None
    assert "movement" in result.alternatives[0].text


def test_the_last_resort_is_put_where_the_alignment_says_and_flagged():
    (result,) = enforced(Toy({**LEXICON, "motie": ["movement"], "motion": ["x"]}), "Wat vindt de motie goed?")
    assert result.text == "What finds the motion good?"
    assert told(result) == [("motie", "localised", "motion")]
    assert result.terms[0].honoured
    assert result.terms[0].flagged


def test_a_term_with_no_place_is_flagged_as_missed_and_nothing_is_changed():
    engine = Toy({**LEXICON, "motie": [""], "motion": [""]})
    (result,) = enforced(engine, "Wat vindt de motie goed?")
    assert result.text == engine.best("Wat vindt de motie goed?")
    assert [(t.method, t.honoured, t.flagged, t.target_span) for t in result.terms] == [("missed", False, True, None)]


def test_an_engine_with_one_method_is_enough():
    class Plain:
        def translate(self, sentences):
            return list(sentences)

    engine = Toy(LEXICON)
    one, two = enforce([work(engine, "Het kabinet."), work(engine, "De motie.")], TermBase([KABINET, MOTIE]), Plain())
    assert (one.text, two.text) == ("The government.", "The motion.")


def test_a_rung_never_loses_a_kept_string():
    engine = Toy({**LEXICON, "motie": ["movement", "motion"], "⟦0⟧": ["⟦0⟧", ""], "motion": ["x"]}, hypotheses=2)
    dutch = "De motie ⟦0⟧ goed"
    (result,) = enforced(engine, work(engine, dutch, kept=("⟦0⟧",)))
    assert result.text.count("⟦0⟧") == 1
    assert told(result) == [("motie", "localised", "motion")]


def test_a_term_under_a_placeable_is_not_looked_for():
    engine = Toy(LEXICON)
    (result,) = enforced(engine, work(engine, "Het kabinet.", protected=(Span(4, 11),)))
    assert result.terms == ()


def test_what_comes_from_memory_is_recorded_and_not_changed():
    engine = Toy(LEXICON)
    (result,) = enforced(engine, work(engine, "Het kabinet en de motie.", fixed=True))
    assert result.text == "The cabinet and the motion."
    assert [(t.honoured, t.flagged) for t in result.terms] == [(False, True), (True, False)]


def test_an_idiom_spans_its_gap_and_what_stands_in_the_gap_is_found_too():
    free = "The government raises this."
    (result,) = enforced(Toy(LEXICON), work(Toy(LEXICON), "Het kabinet stelt dit aan de orde.", free=free))
    assert told(result) == [("kabinet", "free", "government"), ("stellen", "free", "raises")]
    assert result.terms[1].source_span.of("Het kabinet stelt dit aan de orde.") == "stelt dit aan de orde"


def test_a_right_rendering_beside_a_wrong_one_does_not_count():
    engine = Toy(LEXICON)
    (result,) = enforced(engine, work(engine, "Het kabinet.", free="The government cabinet."))
    assert not any(t.method == "free" for t in result.terms)
    assert not (result.terms[0].honoured and "cabinet" in result.text)


def test_a_forbidden_rendering_is_replaced_or_flagged():
    entry = GlossaryEntry("kabinet", "kabinet", "government", pos="noun", forbidden=("regime",))
    engine = Toy({**LEXICON, "kabinet": ["regime"]})
    (result,) = enforced(engine, "Wat vindt het kabinet goed?", entries=[entry])
    assert result.text == "What finds the government good?"


def test_a_name_is_kept_as_it_is():
    entry = GlossaryEntry(
        "aivd", "AIVD", "AIVD", pos="abbr", match="exact", case="sensitive", dnt=True, wrong=("GISS",)
    )
    engine = Toy({**LEXICON, "aivd": ["GISS"]})
    (result,) = enforced(engine, "De AIVD.", entries=[entry])
    assert result.text == "The AIVD."


# -- properties ------------------------------------------------------------------------------------

NL = "het de kabinet kabinetten motie moties regering stelt aan orde strafbare feiten feit goed , ⟦0⟧"
EN = "the a government governments cabinet motion motions emotion raises raise fact offence is ⟦0⟧ ,"
DUTCH = st.lists(st.sampled_from(NL.split()), min_size=1, max_size=14)
ENGLISH = st.lists(st.sampled_from(EN.split()), max_size=14)


@given(st.lists(st.tuples(DUTCH, ENGLISH), min_size=1, max_size=3), st.booleans(), st.integers(1, 3))
@settings(max_examples=150, deadline=None)
def test_whatever_an_engine_says_every_term_is_honoured_or_flagged(pairs, able: bool, many: int):
    engine = Toy(LEXICON, terms=able, placeholders=20 * able, hypotheses=many, can_suppress=able, can_prefix=able)
    base = TermBase([KABINET, REGERING, MOTIE, FEIT, STELLEN])
    works = []
    for nl, en in pairs:
        dutch, english = " ".join(nl), " ".join(en)
        kept = ("⟦0⟧",) if "⟦0⟧" in dutch and dutch.count("⟦0⟧") == english.count("⟦0⟧") else ()
        works.append(work(engine, dutch, free=english or "-", kept=kept))
    results = enforce(works, base, engine)
    assert len(results) == len(works)
    for one, result in zip(works, results, strict=True):
        assert [t.source_span for t in result.terms] == places(base.find(one.plain))
        marks = [t.source_span for t in result.terms]
        assert not any(a.start < b.start < a.end < b.end for a in marks for b in marks)
        if all(t.method == "free" for t in result.terms):
            assert result.text == one.free[0].text
        assert all(result.text.count(item) == one.sent.count(item) for item in one.kept)
        assert not re.search("⟦[t=/]⟧", result.text)
        spans = sorted(t.target_span for t in result.terms if t.target_span and t.honoured)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for term in result.terms:
            assert term.honoured or term.flagged
            assert term.flagged or term.method not in {"localised", "missed"}
            if term.honoured:
                assert term.target_span is not None
                shape = term.target_span.of(result.text).lower()
                assert shape in {form.text.lower() for form in accepted(term.entry)}


def test_the_same_letter_gives_the_same_english():
    engine = Toy({**LEXICON, "motie": ["movement", "motion"]}, hypotheses=2)
    letter = ["De motie en het kabinet.", "De motie."] * 3
    assert enforced(engine, *letter) == enforced(engine, *letter)
    alone = [enforced(engine, sentence)[0] for sentence in letter]
    assert enforced(engine, *letter) == alone


def test_hypotheses_that_repeat_themselves_are_not_taken():
    class Stammering(Toy):
        def decode(self, sentences, options):
            return [(Hypothesis("The motion motion motion.", -0.1),) for _ in sentences]

    engine = Stammering({**LEXICON, "motie": ["movement"]})  # whatever it is asked
    (result,) = enforced(engine, "De motie.")
    assert result.text == "The motion."
    assert result.terms[0].method == "localised"

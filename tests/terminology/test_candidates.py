"""What letters say and the glossary lacks."""

from docconv.model import GlossaryEntry
from docconv.terminology import TermBase
from docconv.terminology.candidates import coverage, suggest

TEXTS = [
    "De vuurwerkramp in Enschede. Het Openbaar Ministerie onderzoekt de vuurwerkramp. Het kabinet is bereid.",
    "Over de vuurwerkramp zegt het Openbaar Ministerie niets. De NVWA deed collectieve inkoop, en nog eens collectieve inkoop.",
]
BASE = TermBase(
    [GlossaryEntry("kabinet", "kabinet", "government"), GlossaryEntry("nvwa", "NVWA", "NVWA", match="exact")]
)


def test_names_words_and_phrases_come_with_their_counts():
    found = {c.term: c for c in suggest(TEXTS, BASE)}
    assert (found["vuurwerkramp"].kind, found["vuurwerkramp"].count, found["vuurwerkramp"].letters) == ("word", 3, 2)
    assert found["Openbaar Ministerie"].kind == "name"
    assert found["collectieve inkoop"].kind == "phrase"
    assert "[vuurwerkramp]" in found["vuurwerkramp"].contexts[0]


def test_what_the_glossary_has_and_everyday_words_are_no_candidates():
    terms = {c.term.lower() for c in suggest(TEXTS, BASE, least=1)}
    assert not terms & {"kabinet", "nvwa", "bereid", "het", "openbaar"}
    assert "enschede" in terms


def test_a_word_that_only_occurs_in_a_phrase_is_not_listed_apart():
    assert "inkoop" not in {c.term for c in suggest(TEXTS, BASE)}


def test_coverage_counts_content_words():
    assert coverage(["Het kabinet onderzoekt vuurwerk."], BASE).covered == 1
    assert coverage(["Het kabinet onderzoekt vuurwerk."], BASE).words == 3
    assert coverage([""], BASE).share == 0.0

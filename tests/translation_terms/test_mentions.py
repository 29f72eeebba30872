"""Names in full at their first mention in a letter, in short after that."""

from docconv.model import GlossaryEntry
from docconv.terminology import TermBase
from docconv.translation.enforcement import enforce
from tests.translation_terms.toy import Toy, work

FULL = "General Intelligence and Security Service (AIVD)"
AIVD = GlossaryEntry(
    "aivd", "AIVD", "AIVD", (), "abbr", "exact", "sensitive",
    en_variants=("General Intelligence and Security Service",), first_mention=FULL, dnt=True,
)  # fmt: skip
CBS = GlossaryEntry("cbs", "CBS", "CBS", (), "abbr", "exact", "sensitive", first_mention="Statistics Netherlands (CBS)")
GGD = GlossaryEntry(
    "ggd", "GGD", "GGD", ("GGD's",), "abbr", "exact", en_plural="GGDs", first_mention="municipal health service (GGD)"
)
VVD = GlossaryEntry(
    "vvd",
    "VVD",
    "VVD",
    (),
    "abbr",
    "exact",
    domain="party",
    first_mention="People's Party for Freedom and Democracy (VVD)",
)
ENGINE = Toy({"de": ["the"], "het": ["the"], "en": ["and"], "van": ["of"], "lid": ["member"], "ggd's": ["GGDs"]})


def texts(*sentences, **given) -> list[str]:
    works = [work(ENGINE, s, **given) if isinstance(s, str) else s for s in sentences]
    return [result.text for result in enforce(works, TermBase([AIVD, CBS, GGD, VVD]), ENGINE)]


def test_the_first_mention_is_in_full_and_the_next_are_not():
    assert texts("De AIVD en de AIVD.", "De AIVD.") == [f"The {FULL} and the AIVD.", "The AIVD."]


def test_a_possessive_stays():
    assert texts(work(ENGINE, "De AIVD.", free="The AIVD's role.")) == [f"The {FULL}'s role."]


def test_a_name_that_takes_no_article_loses_it():
    assert texts("Het CBS.", "Het CBS.") == ["Statistics Netherlands (CBS).", "The CBS."]


def test_a_plural_is_written_in_full_as_a_plural():
    assert texts("De GGD's.") == ["The municipal health services (GGDs)."]


def test_what_the_letter_itself_writes_in_full_is_not_written_twice():
    free = f"The {FULL} said so."
    assert texts(work(ENGINE, "De AIVD.", free=free), "De AIVD.") == [free, "The AIVD."]
    spelt = "The service for intelligence (AIVD) said so."
    assert texts(work(ENGINE, "De AIVD.", free=spelt), "De AIVD.") == [spelt, "The AIVD."]


def test_a_party_behind_its_member_stays_short():
    free = "Member Jansen (VVD) asks."
    first, second = texts(work(ENGINE, "Het lid Jansen (VVD).", free=free), "De VVD.")
    assert first == free
    assert second == "The People's Party for Freedom and Democracy (VVD)."


def test_memory_is_not_changed_but_counts_where_it_has_the_full_name():
    fixed = work(ENGINE, "De AIVD.", free=f"The {FULL}.", fixed=True)
    assert texts(fixed, "De AIVD.") == [f"The {FULL}.", "The AIVD."]


def test_it_is_on_record():
    (result,) = enforce([work(ENGINE, "De AIVD.")], TermBase([AIVD]), ENGINE)
    (term,) = result.terms
    assert (term.method, term.before, term.after, term.flagged) == ("first-mention", "AIVD", FULL, False)
    assert term.target_span is not None
    assert term.target_span.of(result.text) == FULL

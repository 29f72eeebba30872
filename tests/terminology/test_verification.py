"""Whether English honours terms: one to one, with plural, capitals and variants, and never a right beside a wrong one."""

import pytest

from docconv.model import GlossaryEntry, Span
from docconv.terminology.targets import accepted, known_wrong, occurrences, right_form, words
from docconv.terminology.verification import Sought, verify

GOVERNMENT = GlossaryEntry("kabinet", "kabinet", "government", pos="noun", wrong=("cabinet", "Cabinet"))
REGERING = GlossaryEntry("regering", "regering", "government", pos="noun", wrong=("regime",))
COUNCIL = GlossaryEntry("ministerraad", "ministerraad", "council of ministers", pos="noun", en_variants=("cabinet",))
HOUSE = GlossaryEntry(
    "kamer", "Kamer", "House", en_variants=("House of Representatives",), wrong=("Chamber",), pos="proper"
)
LOWER = GlossaryEntry("tweede-kamer", "Tweede Kamer", "House of Representatives", pos="proper")
OFFENCE = GlossaryEntry("feit", "strafbaar feit", "criminal offence", pos="noun", wrong=("punishable fact",))
REPORT = GlossaryEntry(
    "doen", "aangifte … doen", "file a report", pos="verb", wrong=("do a declaration",), match="idiom"
)


def judged(entries: list[GlossaryEntry], english: str, **given) -> list[str | None]:
    """For each entry the English that honours it, None where nothing does, "!" where a wrong rendering doubles it."""
    found = verify([Sought(e) for e in entries], english, 50, **given)
    return [None if f.honoured is None else "!" if f.doubled else f.honoured.span.of(english) for f in found]


@pytest.mark.parametrize(
    ("entries", "english", "expected"),
    [
        ([GOVERNMENT], "The government agrees.", ["government"]),
        ([GOVERNMENT], "Government agrees.", ["Government"]),
        ([GOVERNMENT], "Two governments agree.", ["governments"]),
        ([GOVERNMENT], "The government's view.", ["government"]),
        ([GOVERNMENT], "The governmental view.", [None]),
        ([GOVERNMENT], "The cabinet agrees.", [None]),
        # one to one: the same word cannot serve two occurrences
        ([GOVERNMENT, REGERING], "The government agrees.", ["government", None]),
        ([GOVERNMENT, REGERING], "The government and the government agree.", ["government", "government"]),
        ([GOVERNMENT, GOVERNMENT], "The government agrees with it.", ["government", None]),
        # the longer form is one claim, and a shorter one may not live inside it
        ([HOUSE], "The House of Representatives sits.", ["House of Representatives"]),
        ([LOWER, HOUSE], "The House of Representatives sits.", ["House of Representatives", None]),
        ([HOUSE, LOWER], "The House and the House of Representatives.", ["House", "House of Representatives"]),
        # capitals that the glossary has must be there
        ([HOUSE], "The house is empty.", [None]),
        ([OFFENCE], "CRIMINAL OFFENCES", ["CRIMINAL OFFENCES"]),
        ([REPORT], "She filed a report.", ["filed a report"]),
        # never a right and a wrong rendering of one occurrence
        ([GOVERNMENT], "The government, the cabinet that is, agrees.", ["!"]),
        # a wrong rendering that is another term's right one is that one's
        ([GOVERNMENT, COUNCIL], "The government asked the cabinet.", ["government", "cabinet"]),
    ],
)
def test_what_english_honours(entries: list[GlossaryEntry], english: str, expected: list[str | None]):
    assert judged(entries, english) == expected


def test_the_alignment_tells_whose_a_word_is():
    english = "The government and the government."
    first, second = Span(4, 14), Span(23, 33)
    sought = [Sought(GOVERNMENT, (Span(20, 27),)), Sought(REGERING, (Span(3, 11),))]
    links = [(20, 4, 0.9), (3, 23, 0.9)]  # the Dutch has them the other way round
    found = verify(sought, english, 30, links)
    assert [f.honoured.span for f in found if f.honoured] == [first, second]
    found = verify(sought, english, 30, [(3, 4, 0.9), (20, 23, 0.9)])
    assert [f.honoured.span for f in found if f.honoured] == [second, first]


def test_a_wrong_rendering_that_the_alignment_gives_to_another_word_is_no_double():
    english = "The government has a wooden cabinet."
    sought = [Sought(GOVERNMENT, (Span(4, 11),))]
    assert verify(sought, english, 40, [(4, 4, 0.9), (30, 28, 0.9)])[0].good
    assert verify(sought, english, 40, [(4, 4, 0.9), (5, 28, 0.9)])[0].doubled


def test_a_forbidden_rendering_is_never_passed_over():
    entry = GlossaryEntry("kabinet", "kabinet", "government", pos="noun", forbidden=("regime",))
    english = "The government is a regime."
    assert verify([Sought(entry, (Span(0, 5),))], english, 40, [(0, 4, 0.9), (30, 20, 0.9)])[0].doubled


def test_wrong_renderings_are_known_in_their_forms_and_in_american_spelling():
    assert {"cabinet", "cabinets", "Cabinet"} <= {f.text for f in known_wrong(GOVERNMENT)}
    assert {"punishable facts", "criminal offense", "criminal offenses"} <= {f.text for f in known_wrong(OFFENCE)}
    assert "does a declaration" in {f.text for f in known_wrong(REPORT)}


def test_a_wrong_rendering_is_replaced_in_its_own_form():
    names = {form.text: form.name for form in known_wrong(REPORT)}
    assert right_form(REPORT, names["did a declaration"]) == "filed a report"
    assert right_form(OFFENCE, "plural") == "criminal offences"


def test_hyphens_and_blanks_count_as_one():
    entry = GlossaryEntry("g", "gelijkgezind", "like-minded", pos="adj")
    for english in ("Like-minded states", "like minded states", "like\u2011minded states"):
        assert len(occurrences(entry, words(english))) == 1


def test_listed_variants_are_not_inflected_twice():
    entry = GlossaryEntry("d", "delen", "share", pos="verb", en_variants=("shares", "shared", "agree", "agreed"))
    texts = [form.text for form in accepted(entry)]
    assert "agrees" in texts
    assert not {"shareds", "shareses", "agreeded"} & set(texts)

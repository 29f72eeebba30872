"""Quality checks find what is wrong and leave good translations alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from docconv import translate
from docconv.translation.checks import Finished, check

from .letters import Spoken, letter

# Sentences of Dutch questions and answers with careful English translations, made for this project.
PAIRS = [line.split("\t") for line in (Path(__file__).parent / "parliament.tsv").read_text("utf-8").splitlines()]


def test_few_good_translations_fail_a_check():
    failed = Counter(found.code for nl, en in PAIRS for found in {c.code: c for c in check(Finished(nl, en))}.values())
    assert len(PAIRS) > 700
    assert max(failed.values(), default=0) < len(PAIRS) / 100
    assert sum(failed.values()) < len(PAIRS) / 50


def test_a_wrong_sentence_nearly_always_fails_one():
    shifted = [(PAIRS[n][0], PAIRS[n - 1][1]) for n in range(len(PAIRS))]
    assert sum(bool(check(Finished(nl, en))) for nl, en in shifted) > len(PAIRS) * 0.4


@pytest.mark.parametrize(
    ("nl", "en", "code"),
    [
        ("Er zijn 12 schepen gezien.", "There are 13 ships seen.", "numbers-differ"),
        ("Er zijn schepen gezien.", "There are 13 ships seen.", "numbers-differ"),
        ("Het kabinet zet zich daarvoor in.", "Het kabinet zet zich for that in.", "untranslated"),
        ("Het kabinet zet zich in.", "Het kabinet zet zich in.", "untranslated"),
        ("De sancties zijn van kracht.", "The sanctionsanctionsanctions are in force.", "repetition"),
        ("De sancties zijn van kracht.", "The the sanctions are in force.", "repetition"),
        ("De sancties zijn van kracht.", "Sanctions Sanctions Sanctions.", "repetition"),
        ("De Schengenzone is groot.", "The Schengen Schengen zone is large.", "repetition"),
        ("De sancties zijn al lang van kracht, zo is bekend.", "Yes.", "length"),
        ("De sancties (van de EU) zijn van kracht.", "The sanctions of the EU are in force.", "brackets-differ"),
        ("De ‘sancties’ zijn van kracht.", "The sanctions are in force.", "quotes-differ"),
        ("Zijn de sancties van kracht?", "The sanctions are in force.", "question-mark"),
        ("De sancties zijn niet van kracht.", "The sanctions are in force.", "negation"),
        ("De sancties zijn van kracht.", "", "empty"),
    ],
)
def test_a_fault_is_found(nl: str, en: str, code: str):
    assert code in {found.code for found in check(Finished(nl, en))}


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Er zijn drie schepen.", "There are 3 ships."),
        ("Er zijn 3 schepen.", "There are three ships."),
        ("Dat is 1.250,50 meter.", "That is 1,250.50 metres."),
        ("Dat is artikel 8.1 van de wet.", "That is article 8.1 of the act."),
        ("Zo nee, waarom niet?", "If not, why not?"),
        ("De ‘sancties’ zijn ‘van kracht’.", 'The "sanctions" are "in force".'),
    ],
)
def test_this_is_no_fault(nl: str, en: str):
    assert check(Finished(nl, en)) == ()


def test_a_missing_name_is_found():
    found = check(Finished("De heer Van Ojik vroeg dit.", "The member asked this.", names=("Van Ojik",)))
    assert [c.code for c in found] == ["name-missing"]


def test_a_failing_sentence_is_tried_again_clause_by_clause_and_the_better_one_taken():
    def say(nl: str) -> str:
        return "Bad bad bad." if nl.count(" ") > 14 else "This is the English of one clause"

    text = "De bewoners willen dat de gemeente meer doet, omdat de overlast toeneemt, terwijl de politie weinig tijd heeft."
    found = translate(letter(text), engine=Spoken(say)).units[0]
    assert "Bad bad bad" not in found.target.text
    assert found.suggestions[0].target == "Bad bad bad."


def test_what_stays_bad_is_flagged_with_the_reason():
    found = translate(letter("De bewoners klagen over 12 honden."), engine=Spoken(lambda nl: "They complain.")).units[0]
    assert found.state == "needs-review"
    assert "12" in " ".join(c.message for c in found.checks)

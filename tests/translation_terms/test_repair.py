"""Putting a phrase in another's place: article, number, possessive, verb and capital go along."""

import pytest

from docconv.model import Span
from docconv.translation.repair import Phrase, put


@pytest.mark.parametrize(
    ("text", "old", "new", "plural", "was_plural", "expected"),
    [
        ("The cabinet agrees.", "cabinet", "government", False, False, "The government agrees."),
        ("A fact.", "fact", "offence", False, False, "An offence."),
        ("Such an assault.", "assault", "criminal offence", False, False, "Such a criminal offence."),
        ("He is a report.", "report", "MP", False, False, "He is an MP."),
        ("A house is empty.", "house", "houses", True, False, "Houses are empty."),
        ("a message was sent", "message", "personal data", True, False, "Personal data were sent"),
        ("The cabinet's view.", "cabinet", "government", False, False, "The government's view."),
        ("The cabinets' view.", "cabinets", "government", False, True, "The government's view."),
        ("The cabinet's view.", "cabinet", "ministers", True, False, "The ministers' view."),
        ("the chambers are empty", "chambers", "House", False, True, "the House is empty"),
        ("Chamber of Commerce", "Chamber", "government", False, False, "Government of Commerce"),
        ("“Cabinet falls”", "Cabinet", "government", False, False, "“Government falls”"),
        ("Yes. Cabinet falls", "Cabinet", "government", False, False, "Yes. Government falls"),
        ("to your Chamber", "Chamber", "the House", False, False, "to the House"),
        ("Your Chamber asked", "Chamber", "the House", False, False, "The House asked"),
        ("report to GISS.", "GISS", "AIVD", False, False, "report to AIVD."),
    ],
)
def test_grammar_goes_along(text: str, old: str, new: str, plural: bool, was_plural: bool, expected: str):
    start = text.index(old)
    assert put(text, Span(start, start + len(old)), Phrase(new, plural=plural), was_plural=was_plural) == expected


def test_what_stands_elsewhere_is_left_to_the_letter():
    text = "Is it  a 'fact' , or\u00a0a fact ?"
    start = text.rindex("fact")
    assert put(text, Span(start, start + 4), Phrase("motion")) == "Is it  a 'fact' , or\u00a0a motion ?"

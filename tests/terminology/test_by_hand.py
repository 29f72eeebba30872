"""Sentences of six letters with the terms that a person found in them."""

from pathlib import Path

import pytest

from docconv.terminology import load

ROWS = [row.split("\t") for row in Path(__file__).with_name("by_hand.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("letter", "sentence", "terms"), ROWS, ids=lambda value: value[:24])
def test_what_a_person_finds_is_found(letter: str, sentence: str, terms: str):
    found = [match.text(sentence) for match in load().find(sentence)]
    assert [term for term in terms.split("|") if term and term not in found] == []
    assert len(found) <= len(terms.split("|"))

"""Parsing costs no more than a text's length, whatever is repeated in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from docconv.parsing import parse
from docconv.readers import from_text

ROOT = Path(__file__).parents[2]
REPEATED = [
    "a",
    "(", "1 ", "Vraag 1\n", "- a\n", "a-\n", "http://a.nl/", "‘", "'a ", "Kamerstuk 30 821, ", "\f", "| a ", "a   b\n",
    "[1] ",
    "?1 ", "Antwoord op vraag 1, 2, ", "\n", " ", "Minister van ", "het lid A, B (", "a.b@c.d ", "1.000,", "the of and ",
    "a. b\nb. c\n",
    "Handelingen II ", "artikel 1 van de ", "1 a\n2 b\n", "1) NOS, 1 mei 2024\n", "Datum\n1 mei 2024\n\n",
    "Tweede Kamer, vergaderjaar ",
]  # fmt: skip


def seconds(text: str) -> float:
    source = from_text(text)
    start = time.process_time()
    parse(source)
    return time.process_time() - start


@pytest.mark.parametrize("words", REPEATED, ids=repr)
def test_repetition_does_not_cost_more_than_its_length(words: str) -> None:
    # Quadratic time would take minutes here; a busy machine is given a hundredfold of what the text takes on its own.
    assert seconds(words * (40_000 // len(words))) < 4


@pytest.mark.benchmark
@pytest.mark.parametrize("words", REPEATED, ids=repr)
def test_a_megabyte_of_repetition_ends(words: str) -> None:
    assert seconds(words * (1_000_000 // len(words))) < 120


@pytest.mark.benchmark
def test_time_grows_with_length_and_a_megabyte_takes_a_second() -> None:
    text = (ROOT / "samples/oeigoeren/letter.txt").read_text(encoding="utf-8") * 8
    once = min(seconds(text) for _ in range(3))
    eightfold = min(seconds(text * 8) for _ in range(3))
    assert eightfold < once * 8 * 1.5
    assert len(text) * 8 / eightfold > 1_000_000

"""A letter of a hundred questions takes under two seconds a document."""

from __future__ import annotations

from time import process_time

import letters
import pytest
from docx_cases import FORMATS

from docconv.exporters import export


@pytest.mark.benchmark
@pytest.mark.parametrize("format", FORMATS)
def test_a_hundred_questions_take_under_two_seconds(format: str):
    w = letters.Writer()
    w.section("title", "Antwoorden van de Minister van Defensie op vragen van Voorbeeld (D66)")
    for n in range(1, 101):
        w.question(f"Vraag {n}", f"Kent u bericht {n}?[^{n}]")
        text = " ".join(f"Zin {i} van antwoord {n} is niet zo kort." for i in range(8))
        w.answer("Antwoord", text, text, numbers=(str(n),))
        w.note(f"Krant {n}.")
    bilingual = letters.translated(w.letter())
    begun = process_time()
    data = export(bilingual, format)
    assert process_time() - begun < 2
    assert len(data) > 20_000

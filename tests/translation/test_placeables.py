"""Placeables come through once and in the right place, whatever the engine does, or the unit says so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docconv import translate
from docconv.model import OBJECT, Citation, FootnoteRef, Foreign, Link, Quote, RichText, Span
from docconv.translation.placeables import placeables

from .letters import HOSTILE, Spoken, echo, letter, rich

PARTS = st.sampled_from(
    [
        "het kabinet",
        "18 maart 2018",
        "€ 3,5 miljoen",
        "1.250 meldingen",
        "12,5%",
        "https://example.org/a?b=1",
        "a.b@example.org",
        "om 19.30 uur",
        "10 km²",
        "⟦0⟧",
        "[1]",
        "Van Ojik",
        "maart 2019",
        "woord⌑",
        "(zie noot)⌑",
        "½",
    ]
)
SENTENCES = st.lists(PARTS, min_size=1, max_size=9).map(lambda parts: f"Dat is {' en '.join(parts)}.⌑")


@pytest.mark.parametrize("say", HOSTILE, ids=lambda say: say.__name__)
@pytest.mark.parametrize("symbols", [0, 2, 20])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SENTENCES)
def test_each_is_there_once_or_the_unit_is_flagged(say, symbols: int, text: str):
    engine = Spoken(say, placeholders=symbols)
    source = rich(text)
    units = translate(letter(source, names=("Van Ojik",)), engine=engine).units
    assert not any(OBJECT in heard for heard in engine.heard)
    for unit in units:
        refs = [i for i in unit.target.inlines if isinstance(i, FootnoteRef)]
        assert sorted(r.marker for r in refs) == sorted(
            i.marker for i in unit.source.inlines if isinstance(i, FootnoteRef)
        )
        assert [r.span.start for r in refs] == [n for n, c in enumerate(unit.target.text) if c == OBJECT]
        for record in unit.placeables:
            if record.target_span is None:
                assert unit.state == "needs-review"
            elif record.kind != "note":
                assert record.target_span.of(unit.target.text) == record.target
        if say is not echo and unit.state == "translated":
            assert all(record.target_span is not None for record in unit.placeables)
        if "⟦" not in text:
            assert "⟦0" not in unit.target.text


@pytest.mark.parametrize("symbols", [0, 20])
def test_an_obedient_engine_leaves_everything_in_place(symbols: int):
    text = "Op 18 maart 2018 ging € 3,5 miljoen (12,5%) naar 1.250 scholen om 9.30 uur,⌑ aldus https://example.org/x.⌑"
    unit = translate(letter(text), engine=Spoken(echo, placeholders=symbols)).units[0]
    english = unit.target.plain()
    for part in ("18 March 2018", "€3.5 million", "12.5%", "1,250 scholen", "9:30,[^1]", "https://example.org/x.[^2]"):
        assert part in english
    assert {record.kind for record in unit.placeables} == {"date", "amount", "percent", "number", "time", "note", "url"}


@pytest.mark.parametrize(
    ("nl", "said", "en"),
    [
        ("Dat was op 18 maart 2018.", "That was on March 18th, 2018.", "That was on 18 March 2018."),
        ("Dat kost € 3 miljoen.", "That costs $3 million.", "That costs €3 million."),
        ("Dat kost 3,5 miljoen euro.", "That costs EUR 3.5 million.", "That costs €3.5 million."),
        ("Dat begint om 19:30 uur.", "That begins at 7:30.", "That begins at 19:30."),
        ("Er zijn 1.250 scholen.", "There are 1.250 schools.", "There are 1,250 schools."),
        ("Dat is 12,5 procent.", "That is 12.5 percent.", "That is 12.5%."),
        ("Dat is 10 km².", "That is 10 km2.", "That is 10 km²."),
        ("Dat is op vrijdag 3 juni 2022.", "That is on Friday, June 3, 2022.", "That is on Friday 3 June 2022."),
    ],
)
def test_what_an_engine_made_of_a_value_is_set_right(nl: str, said: str, en: str):
    def say(_: str) -> str:
        return said

    unit = translate(letter(nl), engine=Spoken(say)).units[0]
    assert unit.target.text == en
    assert unit.state == "translated"


def test_a_wrong_value_is_flagged():
    def say(_: str) -> str:
        return "There are 1,350 schools and 4 more."

    unit = translate(letter("Er zijn 1.250 scholen en nog 3."), engine=Spoken(say)).units[0]
    assert unit.state == "needs-review"
    assert {check.code for check in unit.checks} >= {"placeable-lost", "numbers-differ"}


def test_a_quoted_title_stays_dutch_and_is_marked():
    text = "In het artikel ‘Nieuwe regels’ van 3 mei staat dat."
    quote = Quote(Span(text.index("‘"), text.index("’") + 1), title=True)
    unit = translate(letter(RichText(text, (quote,))), engine=Spoken(echo)).units[0]
    assert "‘Nieuwe regels’" in unit.target.text
    marks = [i for i in unit.target.inlines if isinstance(i, Foreign)]
    assert [i.span.of(unit.target.text) for i in marks] == ["Nieuwe regels"]


def test_inlines_come_along_with_their_text():
    text = "Zie Kamerstuk 30 821, nr. 42 en https://example.org hierover graag."
    start = text.index("Kamerstuk")
    cited = Citation(Span(start, text.index(" en")), "kamerstuk", "kst-30821-42", "https://example.org/kst")
    link = Link(Span(text.index("https"), text.index(" hierover")), "https://example.org")
    unit = translate(letter(RichText(text, (cited, link))), engine=Spoken(echo, placeholders=20)).units[0]
    kinds = {type(i): i.span.of(unit.target.text) for i in unit.target.inlines}
    assert kinds == {Citation: "Parliamentary Paper 30 821, no. 42", Link: "https://example.org"}


def test_the_wider_of_two_placeables_stays():
    text = "«Op 3 mei 2019 om 19.30 uur»"
    found = placeables(RichText(text, (Quote(Span(0, len(text)), title=True),)))
    assert [p.kind for p in found] == ["title"]

"""What a format marks is believed: questions, answers, lists and tables of a source with hints."""

from __future__ import annotations

from dataclasses import replace

from docconv.model import Hint, ListBlock, Span, Table
from docconv.parsing import parse
from docconv.readers import from_text

TEXT = "Titel\n\nVraag 1\n\nEen?\n\nHet antwoord.\n\na. eerste\n\ntweede\n\nJaar\tAantal\n2023\t12\n\nSlot.\n"


def hint(words: str, role: str, value: str = "", until: str = "") -> Hint:
    start = TEXT.index(words)
    end = TEXT.index(until) + len(until) if until else start + len(words)
    return Hint(Span(start, end), role, value)


def parsed():
    hints = [
        hint("Titel", "title"),
        hint("Vraag 1", "question", "1", until="Een?"),
        hint("Vraag 1", "label"),
        hint("Het antwoord.", "answer", "1", until="12"),
        hint("a. eerste", "list-item", "0 a."),
        hint("tweede", "list-item", "0 b."),
        hint("Jaar", "table", until="12"),
        hint("Jaar", "row", until="Aantal"),
        hint("Jaar", "cell", "header"),
        hint("Aantal", "cell", "header"),
        hint("2023", "row", until="12"),
        hint("2023", "cell"),
        hint("12", "cell"),
    ]
    return parse(replace(from_text(TEXT), hints=tuple(sorted(hints, key=lambda h: h.span))))


def test_questions_and_answers_are_those_that_the_format_marks() -> None:
    letter = parsed()
    assert [q.numbers for q in letter.questions] == [("1",)]
    assert [(a.numbers, a.label) for a in letter.answers] == [(("1",), "")]


def test_a_marker_that_does_not_stand_in_the_text_is_kept() -> None:
    (items,) = (b for b in parsed().answers[0].blocks if isinstance(b, ListBlock))
    assert [(item.marker, len(item.label)) for item in items.items] == [("a.", 1), ("b.", 0)]


def test_a_table_has_its_header() -> None:
    (table,) = (b for b in parsed().answers[0].blocks if isinstance(b, Table))
    assert [[cell.blocks[0].text for cell in row] for row in table.rows] == [["Jaar", "Aantal"], ["2023", "12"]]
    assert [cell.header for cell in table.rows[0]] == [True, True]


def test_what_stands_behind_the_last_marked_block_is_kept_and_said() -> None:
    letter = parsed()
    assert [(d.code) for d in letter.diagnostics] == ["passage-unplaced"]
    assert letter.children[-1].blocks[0].text == "Slot."

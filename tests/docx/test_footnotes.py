"""Notes are Word's own footnotes, in the order of the source, each once, numbered so that the number means one note."""

from __future__ import annotations

from dataclasses import replace

import letters
import pytest
from docx_cases import FORMATS, Case, made
from docx_package import Package, W, faults

from docconv.exporters import export
from docconv.model import FootnoteRef, paragraphs


def referred(case: Case) -> list[str]:
    """The notes that the letter outside of its notes refers to, in the order of the first references."""
    found = [
        inline.note
        for child in case.bilingual.letter.children
        if child not in case.bilingual.letter.footnotes
        for p in paragraphs(child)
        for inline in p.rich.inlines
        if isinstance(inline, FootnoteRef) and inline.note
    ]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("format", FORMATS)
def test_there_are_as_many_footnotes_as_the_letter_refers_to(case: Case, format: str):
    assert len(case.package(format).notes()) == len(referred(case))


@pytest.mark.parametrize(
    ("format", "language"), [("en-docx", "en"), ("bilingual-docx", "nl"), ("bilingual-docx", "en")]
)
def test_footnotes_stand_in_the_order_of_the_source(case: Case, format: str, language: str):
    give = case.bilingual.source if language == "nl" else case.bilingual.target
    by_id = {note.id: note for note in case.bilingual.letter.footnotes}
    notes = list(case.package(format).notes().values())
    for key, said in zip(referred(case), notes, strict=True):
        first = next(iter(paragraphs(by_id[key])))
        words = give(first).plain("{}")
        assert words in said


def test_the_sample_has_three_notes_at_their_sentences(oeigoeren: Case):
    package = oeigoeren.package("en-docx")
    assert package.references() == ["1", "2", "3"]
    holders = [p for p in package.root("document").iter(f"{W}p") if p.find(f".//{W}footnoteReference") is not None]
    headings = [h for h in package.root("document").iter(f"{W}p") if h.find(f"{W}pPr/{W}pStyle") is not None]
    above = []
    for holder in holders:
        before = headings[: headings.index(holder)]
        found = [h for h in before if h.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading2"]
        above.append("".join(found[-1].itertext()))
    assert above == ["Question 1", "Question 7", "Question 14"]


def test_a_second_reference_is_a_cross_reference_to_the_first(by_hand: Case):
    package = by_hand.package("en-docx")
    fields = [one.text.split() for one in package.root("document").iter(f"{W}instrText")]
    assert ["NOTEREF", "_RefNote1", "\\f", "\\h"] in fields


def test_in_two_columns_the_english_refers_to_the_same_note(oeigoeren: Case):
    package = oeigoeren.package("bilingual-docx")
    fields = [one.text.split()[:2] for one in package.root("document").iter(f"{W}instrText")]
    assert fields == [["NOTEREF", f"_RefNote{n}"] for n in (1, 2, 3)]
    assert [len(said) for said in package.notes().values()] == [2, 2, 2]


@pytest.mark.parametrize("format", FORMATS)
def test_a_note_that_nothing_refers_to_stands_at_the_end(by_hand: Case, format: str):
    said = by_hand.package(format).paragraphs()
    at = next(n for n, text in enumerate(said) if text == "Notes without a reference in the text")
    assert "¿Een noot zonder verwijzing." in said[at:]


@pytest.mark.parametrize("format", FORMATS)
def test_markers_that_do_not_count_from_one_are_shown_as_printed(format: str):
    w = letters.Writer()
    w.section("title", "Antwoorden")
    w.question("Vraag 1", "Kent u dit?[^7] En dat?[^*]")
    w.answer("Antwoord", "Ja.", numbers=("1",))
    w.note("Zeven.", marker="7")
    w.note("Ster.", marker="*")
    letter = w.letter()
    question = next(iter(paragraphs(letter.questions[0])))
    ids = {"7": "n1", "*": "n2"}
    linked = tuple(replace(i, note=ids[i.marker]) if isinstance(i, FootnoteRef) else i for i in question.rich.inlines)
    object.__setattr__(question, "rich", replace(question.rich, inlines=linked))
    package = Package(export(letters.translated(letter), format))
    assert faults(package) == []
    marks = list(package.root("document").iter(f"{W}footnoteReference"))
    assert [one.get(f"{W}customMarkFollows") for one in marks] == ["1", "1"]
    assert [one.getnext().text for one in marks] == ["7", "*"]


def test_two_series_of_notes_are_numbered_through():
    """The letter of jenv-03 counts its notes 1, 2 and again 1."""
    package = made("joint").package("en-docx")
    assert [one.get(f"{W}customMarkFollows") for one in package.root("document").iter(f"{W}footnoteReference")] == [
        None
    ] * 3


def test_marks_side_by_side_are_set_apart():
    w = letters.Writer()
    w.question("Vraag 1", "Kent u dit?[^1][^2]")
    w.note("Een.")
    w.note("Twee.")
    package = Package(export(letters.translated(w.letter()), "en-docx"))
    first, second = package.root("document").iter(f"{W}footnoteReference")
    assert first.getparent().find(f"{W}rPr/{W}spacing") is not None
    assert second.getparent().find(f"{W}rPr/{W}spacing") is None

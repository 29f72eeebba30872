"""The bilingual table: landscape, a row for each paragraph, headings across, long paragraphs cut between sentences."""

from __future__ import annotations

import letters
from docx_cases import Case
from docx_package import Package, W, faults, paragraph_text

from docconv.exporters import export


def rows(package: Package) -> list:
    return package.root("document").findall(f"{W}body/{W}tbl")[-1].findall(f"{W}tr")


def cells(row) -> list[str]:
    return ["\n".join(paragraph_text(p) for p in cell.iter(f"{W}p")) for cell in row.iterfind(f"{W}tc")]


def test_the_paper_lies_on_its_side(case: Case):
    size = case.package("bilingual-docx").root("document").find(f"{W}body/{W}sectPr/{W}pgSz")
    assert size.get(f"{W}orient") == "landscape"
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))


def test_each_paragraph_stands_beside_its_english(by_hand: Case):
    pairs = [cells(row) for row in rows(by_hand.package("bilingual-docx")) if len(cells(row)) == 2]
    assert pairs[0] == ["Nederlands", "English"]
    assert ["Wat doet u?", "¿Wat doet u?"] in pairs
    assert ["eerst dit", "¿eerst dit"] in pairs
    assert all(english == "¿" + dutch for dutch, english in pairs[1:] if dutch.startswith(("Hierbij", "Er is")))


def test_headings_run_across_with_the_printed_label(by_hand: Case):
    across = [cells(row)[0] for row in rows(by_hand.package("bilingual-docx")) if len(cells(row)) == 1]
    assert "Vragen 2 en 3  ·  Questions 2 and 3" in across
    assert "Antwoord op vragen 2 en 3  ·  Answer to questions 2 and 3" in across
    assert "Mededeling  ·  Notice to question 5" in across


def test_a_paragraph_longer_than_a_page_is_cut_between_sentences():
    sentences = [f"Dit is zin {n} van een alinea die veel langer is dan een bladzijde kan bevatten." for n in range(90)]
    w = letters.Writer()
    w.question("Vraag 1", "Wat?")
    w.answer("Antwoord", " ".join(sentences), numbers=("1",))
    package = Package(export(letters.translated(w.letter()), "bilingual-docx"))
    assert faults(package) == []
    parts = [cells(row) for row in rows(package) if "Dit is zin" in cells(row)[0]]
    assert len(parts) > 4
    assert " ".join(part[0].strip() for part in parts) == " ".join(sentences)
    for dutch, english in parts:
        assert dutch.strip().endswith("bevatten.")
        assert dutch.count("Dit is zin") == english.count("Dit is zin")
        assert len(dutch) <= 1500

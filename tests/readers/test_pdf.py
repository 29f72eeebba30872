"""What the PDF reader makes of real letters and of pages set for one question."""

from __future__ import annotations

import pytest

from docconv.errors import DamagedFileError
from docconv.readers import pdf as reader
from docconv.readers import read

BODY = "Een regel van het antwoord die de kolom geheel vult en dus doorloopt op de"


def column(*lines: str, x: float = 80, y: float = 780, size: float = 10, style: str = "") -> list[tuple]:
    return [(x, y - 12 * n, size, words, style) for n, words in enumerate(lines)]


def test_a_letter_of_the_handelingen_keeps_its_notes_with_their_markers(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.pdf")
    notes = hinted(source, "note")
    assert [marker for _, marker in notes] == ["1", "2"]
    assert notes[0][0].startswith("1 NOS, d.d. 1 maart 2024, «Kritiek op besluit")
    assert notes[1][0].endswith("%202022.pdf")
    assert hinted(source, "note-reference") == [("1", "1"), ("2", "2")]


def test_codes_and_running_feet_are_furniture_and_nothing_else_is(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.pdf")
    assert [text for text, _ in hinted(source, "furniture")] == [
        "ah-tk-20232024-1314",
        "ISSN 0921 - 7398",
        "’s-Gravenhage 2024",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\t1",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\t2",
    ]


def test_a_table_is_read_row_by_row(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.pdf")
    assert [text for text, _ in hinted(source, "row")][:4] == [
        "Grond\tMeldingen in 2021\tMeldingen in 2022\tMeldingen in 2023",
        "Geslacht(Trans)\t2\t3\t6",
        "Seksuele gerichtheid\t10\t14\t34",
        "TOTAAL\t12\t17\t40",
    ]
    assert len(hinted(source, "table")) == 2


def test_an_accent_printed_over_a_letter_belongs_to_it(corpus):
    assert "Kostić (PvdD)" in read(corpus / "ah-tk-20232024-1314.pdf").text


def test_each_page_has_an_anchor_where_it_begins(corpus):
    source = read(corpus / "ah-tk-20142015-698.pdf")
    assert [anchor.place for anchor in source.anchors] == ["page 1", "page 2", "page 3"]
    assert all(source.text[anchor.offset - 1] == "\f" for anchor in source.anchors[1:])


def test_the_side_column_of_a_ministry_s_paper_is_furniture_and_the_letter_is_not(corpus, hinted):
    source = read(corpus / "jenv-03.pdf")
    furniture = {text for text, _ in hinted(source, "furniture")}
    assert {"Directoraat-Generaal", "www.rijksoverheid.nl/jenv", "Pagina 2 van 4"} <= furniture
    assert "Datum\t11 januari 2024" not in furniture
    assert "Datum\t11 januari 2024" in source.text
    assert not any("Vraag" in text or "Antwoord op" in text for text in furniture)


def test_bold_questions_are_hinted_over_their_lines(corpus, hinted):
    bold = [text for text, _ in hinted(read(corpus / "jenv-03.pdf"), "bold")]
    assert any(text.startswith("Vraag 1\nBent u bekend met het feit dat de KPN") for text in bold)
    assert not any(text.startswith("KPN is geen eigenaar") for text in bold)


def test_a_paragraph_goes_on_over_the_page(pdf, hinted):
    pages = [
        [*column("Vraag 1", BODY, BODY), (300, 30, 8, "Pagina 1 van 2")],
        [*column("volgende bladzijde.", "Antwoord 1"), (300, 30, 8, "Pagina 2 van 2")],
    ]
    source = read(pdf(pages))
    assert f"{BODY}\nPagina 1 van 2\n\fvolgende bladzijde." in source.text
    assert [text for text, _ in hinted(source, "furniture")] == ["Pagina 1 van 2", "Pagina 2 van 2"]
    assert any("Pagina 1 van 2\n\fvolgende bladzijde." in text for text, _ in hinted(source, "paragraph"))


def test_a_short_last_line_ends_its_paragraph(pdf):
    source = read(pdf([column(BODY, "volgende regel.", BODY, BODY, "slot.")]))
    assert source.text == f"{BODY}\nvolgende regel.\n\n{BODY}\n{BODY}\nslot.\n"


def test_a_hyphen_at_a_line_s_end_is_kept(pdf):
    assert "quantum-\nveilige" in read(pdf([column(f"{BODY} quantum-", "veilige cryptografie.")])).text


def test_a_raised_figure_refers_to_the_note_at_the_foot(pdf, hinted):
    page = [
        *column(BODY, "brief van 7 november 2023"),
        (199, 772, 6, "1"),
        (80, 100, 5, "1"),
        (86, 97, 7, "Kamerstuk 30 821, nr. 42"),
    ]
    source = read(pdf([page]))
    assert "november 20231\n" in source.text
    assert hinted(source, "note-reference") == [("1", "1")]
    assert hinted(source, "note") == [("1 Kamerstuk 30 821, nr. 42", "1")]


def test_a_raised_figure_without_a_note_is_a_superscript_and_no_more(pdf, hinted):
    source = read(pdf([[*column(BODY, "oppervlak van 100 m"), (176, 772, 6, "2")]]))
    assert hinted(source, "superscript") == [("2", "")]
    assert hinted(source, "note-reference") == []


def test_a_note_cut_by_the_page_goes_on(pdf, hinted):
    pages = [
        [
            *column(BODY, "tekst"),
            (104, 772, 6, "1"),
            (80, 100, 5, "1"),
            (86, 97, 7, "Zie de brief van de minister van"),
        ],
        [*column(BODY, "tekst."), (80, 97, 7, "7 november 2023.")],
    ]
    notes = hinted(read(pdf(pages)), "note")
    assert notes == [("1 Zie de brief van de minister van", "1"), ("7 november 2023.", "")]


def test_two_columns_are_read_one_after_the_other(pdf):
    left = column(*[f"links {n} met genoeg woorden erachter" for n in range(6)], x=60)
    right = column(*[f"rechts {n} met genoeg woorden erbij" for n in range(6)], x=320)
    text = read(pdf([[line for pair in zip(left, right, strict=True) for line in pair]])).text
    assert text.index("links 5") < text.index("rechts 0")


def test_bullets_make_items_and_a_dash_at_a_line_s_start_makes_none(pdf, hinted):
    source = read(
        pdf([column("De acties:", "• eerste punt", "• tweede punt", f"{BODY} cryptografie", "– die kwetsbaar is.")])
    )
    assert hinted(source, "list-item") == [("• eerste punt", "0 •"), ("• tweede punt", "0 •")]


def test_words_that_lead_to_an_address_have_it(pdf, hinted):
    data = pdf([column("Zie Rijksoverheid voor meer.")])
    action = b"/A << /S /URI /URI (https://www.rijksoverheid.nl/brief) >>"
    note = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [97 775 159 790] " + action + b" >>] /Contents"
    assert hinted(read(data.replace(b"/Contents", note)), "link") == [
        ("Rijksoverheid", "https://www.rijksoverheid.nl/brief")
    ]


def test_a_scan_is_refused_and_ocr_is_named(pdf):
    with pytest.raises(DamagedFileError, match="OCR"):
        read(pdf([[]], image=True), name="scan.pdf")


def test_a_page_that_is_a_picture_among_others_is_complained_of(pdf):
    source = read(pdf([column("Vraag 1"), []], image=True))
    assert [(d.code, d.message) for d in source.diagnostics] == [
        ("page-without-text", "page 2 is a picture and was not read; run OCR over the file")
    ]


def test_pages_of_turned_text_are_read_along_their_lines(pdf):
    upright = pdf([column(BODY, "volgende regel.")])
    turned = upright.replace(b"1 0 0 1 80 780 Tm", b"0 1 -1 0 80 100 Tm").replace(
        b"1 0 0 1 80 768 Tm", b"0 1 -1 0 92 100 Tm"
    )
    assert read(turned).text == f"{BODY}\nvolgende regel.\n"


def test_content_tells_a_pdf_whatever_its_name():
    assert reader.accepts(b"\n\n%PDF-1.7\n", "brief.txt")
    assert not reader.accepts(b"Antwoord op uw brief over %PDF", "brief.pdf")

"""What the DOCX reader makes of a real letter and of documents made for one question."""

from __future__ import annotations

import pytest

from docconv.errors import DamagedFileError
from docconv.readers import docx as reader
from docconv.readers import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(words: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def numbering(*levels: str) -> str:
    body = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    lists = '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{body}</w:abstractNum>{lists}</w:numbering>'


def numbered(words: str, level: int = 0) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')


def test_a_ministry_s_letter_is_read_and_its_paper_set_aside(corpus, hinted):
    source = read(corpus / "jenv-03.docx")
    furniture = "\n".join(text for text, _ in hinted(source, "furniture"))
    assert "Directoraat-Generaal Politie en Veiligheidsregio’s" in furniture
    assert "Datum\t11 januari 2024\n\nOnderwerp\tBeantwoording Kamervragen" in source.text
    assert "Vraag" not in furniture


def test_its_automatic_numbers_are_written_out(corpus, hinted):
    items = hinted(read(corpus / "jenv-03.docx"), "list-item")
    assert items == [
        ("1) Geen spoed wel brandweer – Brandweer", "0 1)"),
        ("2) Contact marechaussee | Koninklijke Marechaussee | Defensie.nl", "0 2)"),
    ]


def test_its_footnote_stands_at_the_end_and_is_referred_to(corpus, hinted):
    source = read(corpus / "jenv-03.docx")
    assert [value for _, value in hinted(source, "note")] == ["1"]
    assert hinted(source, "note")[0][0].startswith("1 Kamerstukken, 2022-2023, 29628, nr. 1135")
    assert hinted(source, "note-reference") == [("1", "1")]
    assert "motie van Nispen1 met uw Kamer" in source.text


def test_field_codes_are_not_text_and_their_results_are(corpus):
    text = read(corpus / "jenv-03.docx").text
    assert "DOCPROPERTY" not in text
    assert "MERGEFORMAT" not in text


def test_a_sentence_parted_by_the_writer_is_one_paragraph(corpus, hinted):
    paragraphs = [text for text, _ in hinted(read(corpus / "jenv-03.docx"), "paragraph")]
    assert any(
        t.startswith("In antwoord op uw brief") and t.endswith("in de bijlage van deze brief.") for t in paragraphs
    )


def test_lists_count_as_word_counts(docx, hinted):
    levels = (
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>',
        '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/>',
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/>',
    )
    body = "".join(
        (
            numbered("een"),
            numbered("a", 1),
            numbered("b", 1),
            numbered("diep", 2),
            numbered("twee"),
            numbered("weer a", 1),
        )
    )
    source = read(docx(body, numbering=numbering(*levels)))
    assert [text for text, _ in hinted(source, "list-item")] == [
        "1. een",
        "a) a",
        "b) b",
        "1.I diep",
        "2. twee",
        "a) weer a",
    ]


def test_a_bullet_of_symbol_is_what_is_seen(docx, hinted):
    level = '<w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
    assert hinted(read(docx(numbered("punt"), numbering=numbering(level))), "list-item") == [("• punt", "0 •")]


def test_notes_are_numbered_in_the_order_of_their_references(docx, hinted):
    def ref(kind: str, key: str) -> str:
        return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'

    body = f"<w:p><w:r><w:t>Zie</w:t></w:r>{ref('footnote', '9')}{ref('endnote', '2')}{ref('footnote', '4')}</w:p>"
    fourth, ninth = (
        f'<w:footnote w:id="4">{p("vierde")}</w:footnote>',
        f'<w:footnote w:id="9">{p("negende")}</w:footnote>',
    )
    notes = f"<w:footnotes {W}>{fourth}{ninth}</w:footnotes>"
    ends = f'<w:endnotes {W}><w:endnote w:id="2">{p("Slot.")}{p("Noot.")}</w:endnote></w:endnotes>'
    source = read(docx(body, footnotes=notes, endnotes=ends))
    assert hinted(source, "note-reference") == [("1", "1"), ("i", "i"), ("2", "2")]
    assert hinted(source, "note") == [("1 negende", "1"), ("2 vierde", "2"), ("i Slot.\n\nNoot.", "i")]


def test_insertions_are_read_and_deletions_are_not(docx):
    body = (
        '<w:p><w:r><w:t>Ja</w:t></w:r><w:ins w:id="1"><w:r><w:t>, zeker</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>, nooit</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>'
    )
    source = read(docx(body))
    assert source.text == "Ja, zeker.\n"
    assert [d.code for d in source.diagnostics] == ["tracked-changes"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_loses_none(docx):
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert read(docx(p("Antwoord ", mark) + p("1") + p("Ja.", mark))).text == "Antwoord 1\n\nJa.\n"


def test_an_empty_item_is_counted_as_word_counts_it(docx):
    level = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    assert (
        read(docx(numbered("een") + numbered("") + numbered("drie"), numbering=numbering(level))).text
        == "1. een\n\n3. drie\n"
    )


def test_hidden_text_is_left_out_and_complained_of(docx):
    source = read(docx(p("Ja.") + p("intern", run="<w:vanish/>")))
    assert source.text == "Ja.\n"
    assert [d.code for d in source.diagnostics] == ["hidden-text"]


def test_a_field_without_end_swallows_nothing(docx):
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    assert read(docx(begin + p("Antwoord 1"))).text == "Antwoord 1\n"


def test_of_two_alternatives_one_is_read(docx):
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:drawing><w:txbxContent>" + p("kader") + "</w:txbxContent></w:drawing>"
    both = f"<mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(docx(f"<w:p><w:r><w:t>tekst</w:t></w:r><w:r>{both}</w:r></w:p>")).text == "tekst\n\nkader\n"


def test_bold_comes_from_the_style_unless_the_run_says_otherwise(docx, hinted):
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Vraag"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 2"/><w:basedOn w:val="Vraag"/></w:style></w:styles>'
    )
    style = '<w:pStyle w:val="{}"/>'
    body = (
        p("vet", style.format("Vraag"))
        + p("niet", style.format("Vraag"), '<w:b w:val="0"/>')
        + p("kop", style.format("Kop"))
    )
    source = read(docx(body, styles=styles))
    assert hinted(source, "bold") == [("vet", ""), ("kop", "")]
    assert hinted(source, "heading") == [("kop", "")]


def test_a_link_has_its_address(docx, hinted):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="h1" Type="{base}" Target="https://nos.nl/" TargetMode="External"/>'
    body = '<w:p><w:hyperlink r:id="h1"><w:r><w:t>NOS</w:t></w:r></w:hyperlink></w:p>'
    assert hinted(read(docx(body, links=link)), "link") == [("NOS", "https://nos.nl/")]


def table(rows: list[list[str]], properties: str = "") -> str:
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{cells}</w:tbl>"


def test_a_table_keeps_its_grid(docx, hinted):
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("breed")}'
    high = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("hoog")}'
    under = f"<w:tcPr><w:vMerge/></w:tcPr>{p('')}"
    source = read(docx(table([[wide, p("x")], [high, p("1"), p("")], [under, p("2"), p("3")]])))
    assert source.text == "breed\tx\nhoog\t1\t\n2\t3\n\n"
    assert hinted(source, "cell") == [
        ("breed", "colspan=2"),
        ("x", ""),
        ("hoog", "rowspan=2"),
        ("1", ""),
        ("", ""),
        ("2", ""),
        ("3", ""),
    ]


def test_a_table_that_only_places_text_is_none(docx, hinted):
    source = read(docx(table([[p("Datum"), p("1 mei 2024")]])))
    assert source.text == "Datum\t1 mei 2024\n"
    assert hinted(source, "table") == []


def test_a_table_hung_on_the_page_is_furniture(docx, hinted):
    source = read(docx(p("Ja.") + table([[p("Turfmarkt 147")]], '<w:tblpPr w:vertAnchor="page"/>')))
    assert hinted(source, "furniture") == [("Turfmarkt 147", "")]


def test_a_document_without_text_is_refused(docx):
    with pytest.raises(DamagedFileError, match="without text"):
        read(docx("<w:p/>"))


def test_a_file_behind_a_password_is_refused_by_that_name():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert reader.accepts(data, "brief.docx")
    with pytest.raises(DamagedFileError, match="password"):
        read(data)

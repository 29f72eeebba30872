"""What the reader of official XML makes of a letter as published and of the format's rarer elements."""

from __future__ import annotations

import pytest

from docconv.errors import DamagedFileError
from docconv.readers import official_xml as reader
from docconv.readers import read


def letter(inner: str) -> bytes:
    return f"<officiele-publicatie><kamervragen>{inner}</kamervragen></officiele-publicatie>".encode()


def test_questions_and_answers_have_their_numbers(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.xml")
    assert [value for _, value in hinted(source, "question")] == ["1", "2", "3,4,5", "6"]
    assert [value for _, value in hinted(source, "answer")] == ["1", "2", "3,4,5", "6"]
    assert [text for text, _ in hinted(source, "label")][4:6] == ["Vraag 3, 4 en 5", "Antwoord 3, 4 en 5"]


def test_a_note_stands_behind_the_block_that_refers_to_it(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.xml")
    assert [value for _, value in hinted(source, "note")] == ["1", "2"]
    questions = [hint.span for hint in source.hints if hint.role == "question"]
    notes = [hint.span for hint in source.hints if hint.role == "note"]
    assert questions[0].end < notes[0].start < questions[1].start


def test_the_subject_and_the_members_names_are_words_of_the_title(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.xml")
    assert hinted(source, "subject") == [
        ("het bericht «Kritiek op besluit provincie Friesland tegen actief regenboogbeleid»", "")
    ]
    assert hinted(source, "title")[0][0].startswith("Vragen van de leden Mutluer (GroenLinks-PvdA)")


def test_cals_tables_are_read_with_their_titles(corpus, hinted):
    source = read(corpus / "ah-tk-20232024-1314.xml")
    assert "Meldingen Tumba, kenniscentrum discriminatie en diversiteit\n\nGrond\tMeldingen in 2021" in source.text
    assert len(hinted(source, "table")) == 2
    assert ("Grond", "header") in hinted(source, "cell")


def test_spans_of_columns_and_rows_are_told(hinted):
    columns = '<colspec colname="a"/><colspec colname="b"/>'
    rows = (
        '<row><entry namest="a" nameend="b"><al>breed</al></entry></row>'
        '<row><entry morerows="1">hoog</entry><entry/></row><row><entry>laag</entry></row>'
    )
    xml = letter(
        f"<antwoord><nr>Antwoord 1</nr><table><tgroup>{columns}<tbody>{rows}</tbody></tgroup></table></antwoord>"
    )
    assert hinted(read(xml), "cell") == [("breed", "colspan=2"), ("hoog", "rowspan=2"), ("", ""), ("laag", "")]


def test_an_older_letter_has_its_label_in_the_first_paragraph(hinted):
    source = read(letter("<vraag><al>Vraag 1 t/m 3</al><al>Kent u het bericht?</al></vraag>"))
    assert hinted(source, "question") == [("Vraag 1 t/m 3\n\nKent u het bericht?", "1,2,3")]


def test_a_question_s_own_words_are_no_label(hinted):
    source = read(letter("<vraag><al>Vraag 3 heeft u niet beantwoord. Waarom niet?</al></vraag>"))
    assert hinted(source, "label") == []
    assert hinted(source, "question")[0][1] == ""


def test_lists_nest(hinted):
    inner = "<lijst><li><li.nr>–</li.nr><al>genest</al></li></lijst>"
    source = read(
        letter(f"<lijst><li><li.nr>a.</li.nr><al>een</al>{inner}</li><li><li.nr>b.</li.nr><al>twee</al></li></lijst>")
    )
    assert hinted(source, "list-item") == [("a. een", "0 a."), ("– genest", "1 –"), ("b. twee", "0 b.")]


def test_a_remark_and_a_signature_are_told(hinted):
    source = read(
        letter(
            "<kamervraagopmerking><titel>Mededeling</titel><al>De vragen worden later beantwoord.</al></kamervraagopmerking>"
            "<ondertekening><functie>De Minister,</functie>"
            "<naam><voornaam>K.</voornaam><achternaam>Bruins</achternaam></naam></ondertekening>"
        )
    )
    assert hinted(source, "remark") == [("Mededeling\n\nDe vragen worden later beantwoord.", "")]
    assert hinted(source, "signature") == [("De Minister,\n\nK. Bruins", "")]


def test_white_space_is_folded_and_words_are_not_glued():
    source = read(
        letter(
            "<vraag><nr>Vraag 1</nr><al>De <nadruk type='vet'>voorzitter </nadruk>zegt\n   dit <br/> niet.</al></vraag>"
        )
    )
    assert source.text == "Vraag 1\n\nDe voorzitter zegt dit\nniet.\n"


def test_references_become_addresses(hinted):
    al = '<al><extref doc="kst-30821-42" soort="document">30 821, nr. 42</extref> en <extref doc="javascript:x">x</extref></al>'
    assert hinted(read(letter(al)), "link") == [
        ("30 821, nr. 42", "https://zoek.officielebekendmakingen.nl/kst-30821-42.html")
    ]


def test_elements_that_nobody_knows_keep_their_words():
    text = read(letter("<nieuw>Een</nieuw>los<groep><al>twee</al><anders>drie</anders></groep>")).text
    assert text.split() == ["Een", "los", "twee", "drie"]


def test_a_note_without_a_number_is_counted(hinted):
    source = read(letter("<al>Zie<noot><noot.al>Stcrt. 2024, 12</noot.al></noot>.</al>"))
    assert source.text == "Zie1.\n\n1 Stcrt. 2024, 12\n\n"
    assert hinted(source, "note") == [("1 Stcrt. 2024, 12", "1")]


def test_content_tells_the_format():
    assert reader.accepts(b"\xef\xbb\xbf<?xml version='1.0'?>\n<officiele-publicatie>", "x")
    assert reader.accepts("<?xml version='1.0'?><kamervragen/>".encode("utf-16"), "x")
    assert not reader.accepts(b"<akomaNtoso><debate/></akomaNtoso>", "x.xml")
    assert not reader.accepts(b"Vraag 1 over <kamervragen>", "x.xml")


def test_a_letter_without_text_is_refused():
    with pytest.raises(DamagedFileError, match="no text"):
        read(letter("<metadata/>"))

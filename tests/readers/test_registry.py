"""How a format is told: by content, then by extension, with a word where the two differ."""

from __future__ import annotations

import io

import pytest

from docconv.errors import DamagedFileError, ReadError, UnknownFormatError
from docconv.readers import from_text, read

LETTER = "Vraag 1\nKent u het bericht «Één»?\nAntwoord 1\nJa.\n"


@pytest.mark.parametrize(
    ("name", "format_"),
    [("ah-tk-20232024-1314.pdf", "pdf"), ("jenv-03.docx", "docx"), ("ah-tk-20232024-1314.xml", "official-xml")],
)
@pytest.mark.parametrize("suffix", ["", ".txt", ".pdf", ".docx"])
def test_content_tells_the_format_and_a_wrong_extension_is_complained_of(corpus, name, format_, suffix):
    data = (corpus / name).read_bytes()
    source = read(data, name=f"brief{suffix}")
    assert source.format == format_
    wrong = suffix and not name.endswith(suffix)
    assert [d.code for d in source.diagnostics] == (["wrong-extension"] if wrong else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_any_encoding_of_its_kind(encoding):
    assert read(LETTER.encode(encoding)).text == LETTER


@pytest.mark.parametrize(("encoding", "told"), [("utf-8", []), ("utf-16", []), ("cp1252", ["encoding-guessed"])])
def test_a_guessed_encoding_is_told(encoding, told):
    assert [d.code for d in read(LETTER.encode(encoding)).diagnostics] == told


def test_line_ends_and_form_feeds_stay_as_they_are():
    text = "Vraag 1\r\nWaarom?\r\n\fAntwoord 1\r\nDaar\u00adom.\r\n"
    assert read(text.encode()).text == text


def test_marks_of_markdown_are_told_and_kept(hinted):
    source = read(b"# Antwoorden\n\n**Vraag 1**\n\nWaarom *niet*?\n\n**Antwoord 1**\n\nZie [NOS](https://nos.nl/).\n")
    assert source.format == "markdown"
    assert hinted(source, "heading") == [("Antwoorden", "")]
    assert hinted(source, "bold") == [("Vraag 1", ""), ("Antwoord 1", "")]
    assert hinted(source, "link") == [("NOS", "https://nos.nl/")]


def test_a_path_bytes_and_a_file_give_the_same(corpus):
    path = corpus / "ah-tk-20232024-1314.xml"
    with path.open("rb") as file:
        assert read(path) == read(path.read_bytes(), name=path.name) == read(file)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
        (b"PK\x03\x04\x00\x00", "a ZIP archive"),
        (b"\x00\x01\x02\xff", "binary data"),
        (b'{\n "schema": 1,\n "letter": {}}', "docconv export"),
    ],
)
def test_what_is_no_letter_is_named(data, words):
    with pytest.raises(UnknownFormatError, match=words):
        read(data)


def test_nothing_is_read_from_what_is_not_there(tmp_path):
    with pytest.raises(ReadError, match="nothing there"):
        read(tmp_path / "weg.pdf")
    with pytest.raises(ReadError, match="directory"):
        read(tmp_path)
    with pytest.raises(DamagedFileError, match="empty"):
        read(b"  \n")


def test_a_file_opened_for_text_is_a_wrong_call():
    with pytest.raises(TypeError, match="binary mode"):
        read(io.StringIO("Vraag 1"))  # type: ignore[arg-type]


def test_a_text_at_hand_becomes_a_source():
    assert from_text(LETTER, name="x").text == LETTER

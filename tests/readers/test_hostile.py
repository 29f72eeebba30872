"""Files that are broken, huge or made to harm: each is refused in words, or read without harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from docconv.errors import DamagedFileError, ReadError, TooLargeError
from docconv.readers import read
from docconv.xmlparser import parse_xml

ROOT = b"<officiele-publicatie><al>Vraag 1</al></officiele-publicatie>"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {"[Content_Types].xml": b"<Types/>", **parts}.items():
            package.writestr(name, data)
    return out.getvalue()


def test_an_entity_that_names_a_file_is_refused_and_the_file_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    data = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode() + ROOT.replace(b"Vraag 1", b"&e;")
    with pytest.raises(DamagedFileError, match="ENTITY") as caught:
        read(data)
    assert "geheim" not in str(caught.value)


def test_entities_that_multiply_are_refused():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'.encode() + ROOT.replace(b"Vraag 1", b"&l11;")
    with pytest.raises(ReadError):
        read(data)


def test_an_outside_dtd_is_never_fetched():
    data = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + ROOT
    assert read(data).text == "Vraag 1\n"


def test_xml_nested_too_deep_is_refused():
    with pytest.raises(TooLargeError, match="nested"):
        parse_xml(b"<a>" * 5_000 + b"</a>" * 5_000, "x.xml")


def test_a_word_document_that_unpacks_without_end_is_refused():
    bomb = zipped(**{"word/document.xml": b"<w:document>" + b" " * 51_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(TooLargeError):
        read(bomb, name="bomb.docx")


def test_a_word_document_of_ten_thousand_parts_is_refused():
    with pytest.raises(TooLargeError, match="parts"):
        read(zipped(**{"word/document.xml": b"<x/>", **{f"word/{n}.xml": b"" for n in range(10_001)}}), name="x.docx")


def test_a_part_outside_the_package_is_not_looked_for():
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = f'<Relationships><Relationship Id="r" Type="{base}" Target="../../../etc/passwd"/></Relationships>'
    with pytest.raises(DamagedFileError, match="Word document"):
        read(zipped(**{"_rels/.rels": rels.encode(), "word/document.xml": b"<x/>"}), name="x.docx")


def test_macros_are_not_looked_at(docx):
    data = docx("<w:p><w:r><w:t>Ja.</w:t></w:r></w:p>")
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/vbaProject.bin", b"\x00" * 100)
    assert read(out.getvalue(), name="brief.docm").text == "Ja.\n"


@pytest.mark.parametrize("name", ["ah-tk-20232024-1314.pdf", "jenv-03.docx", "ah-tk-20232024-1314.xml"])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.9])
def test_a_file_cut_short_is_refused_in_words(corpus, name, share):
    data = (corpus / name).read_bytes()
    with pytest.raises(ReadError, match=r"expected .*, found "):
        read(data[: int(len(data) * share)], name=name)


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04[Content_Types].xmlword/", b"<officiele-publicatie>"])
def test_a_signature_with_noise_behind_it_is_refused_in_words(start):
    noise = bytes((n * 7919 + n // 251) % 256 for n in range(20_000))
    with pytest.raises(ReadError, match="expected"):
        read(start + noise)


def test_a_pdf_with_a_password_is_refused_by_that_name(pdf):
    data = pdf([[(80, 700, 10, "Vraag 1")]])
    filter_ = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
        + b"a" * 32
        + b") /U ("
        + b"b" * 32
        + b") >> /ID [(a)(a)] "
    )
    with pytest.raises(DamagedFileError, match="password"):
        read(data.replace(b"trailer << ", b"trailer << " + filter_))


def test_a_table_in_a_table_in_a_table_is_read(docx):
    inner = "<w:p><w:r><w:t>diep</w:t></w:r></w:p>"
    for _ in range(50):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read(docx(inner)).text.strip() == "diep"

"""A template's own styles serve; what it lacks is added or named; what it says does not reach the output."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx_cases import FORMATS, Case
from docx_package import Package, W, faults

from docconv.errors import ExportError
from docconv.exporters import export
from docconv.protocols import ExportOptions


@pytest.mark.parametrize("format", FORMATS)
def test_word_s_own_empty_document_serves(by_hand: Case, template, format: str):
    options = template(lambda document: document.add_paragraph("Must not appear"))
    package = Package(export(by_hand.bilingual, format, options))
    assert [fault for fault in faults(package) if "holds" not in fault] == []
    assert "Must not appear" not in package.paragraphs()
    assert "¿Wat doet u?" in package.paragraphs()


def test_the_template_s_look_and_header_stay(oeigoeren: Case, template):
    def letterhead(document):
        document.sections[0].header.paragraphs[0].text = "Ministry of Examples"
        document.styles["Heading 1"].font.name = "Georgia"

    package = Package(export(oeigoeren.bilingual, "en-docx", template(letterhead)))
    headers = ["".join(root.itertext()) for name, root in package.roots.items() if name.startswith("word/header")]
    assert headers == ["Ministry of Examples"]
    assert 'w:ascii="Georgia"' in package.parts["word/styles.xml"].decode()


def test_styles_are_found_by_name_whatever_their_ids(oeigoeren: Case, template):
    def dutch_word(document):
        for style in document.styles.element.iter(qn("w:style")):
            if style.get(qn("w:styleId")) == "Heading1":
                style.set(qn("w:styleId"), "Kop1")
            for one in style.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
                if one.get(qn("w:val")) == "Heading1":
                    one.set(qn("w:val"), "Kop1")

    package = Package(export(oeigoeren.bilingual, "en-docx", template(dutch_word)))
    used = {one.get(f"{W}val") for one in package.root("document").iter(f"{W}pStyle")}
    assert "Kop1" in used
    assert "Heading1" not in used


@pytest.mark.parametrize("format", FORMATS)
def test_a_missing_style_is_named_with_what_to_do(by_hand: Case, template, format: str):
    def without(document):
        for name in ("Heading 2", "Title"):
            style = document.styles[name].element
            style.getparent().remove(style)

    with pytest.raises(ExportError, match=r"no style “Title” nor “Heading 2”.*leave out --template"):
        export(by_hand.bilingual, format, template(without))


@pytest.mark.parametrize(("content", "words"), [(b"no zip", "no Word document"), (b"", "no Word document")])
def test_what_is_no_document_is_refused(by_hand: Case, tmp_path: Path, content: bytes, words: str):
    path = tmp_path / "broken.docx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=words):
        export(by_hand.bilingual, "en-docx", ExportOptions(template=path))


def test_a_template_that_is_not_there_is_named(by_hand: Case, tmp_path: Path):
    with pytest.raises(ExportError, match=r"none\.docx: No such file"):
        export(by_hand.bilingual, "en-docx", ExportOptions(template=tmp_path / "none.docx"))


def test_a_template_that_leads_outside_is_refused(by_hand: Case, template):
    def linked(document):
        header = document.sections[0].header
        header.is_linked_to_previous = False
        header.part.relate_to("file:///etc/passwd", "http://x.org/image", is_external=True)

    with pytest.raises(ExportError, match="file:///etc/passwd"):
        export(by_hand.bilingual, "en-docx", template(linked))

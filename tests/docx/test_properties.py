"""What the file says of itself: title, subject, language, keywords; no author unless given, no date unless known."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx_cases import FORMATS, Case

from docconv.exporters import export
from docconv.protocols import ExportOptions


@pytest.mark.parametrize("format", FORMATS)
def test_the_properties_describe_the_letter(by_hand: Case, format: str):
    properties = docx.Document(BytesIO(by_hand.files[format])).core_properties
    assert properties.title.startswith("¿Antwoorden van de Minister")
    assert properties.subject == "de onderdrukking van Oeigoeren"
    assert properties.language == "en-GB"
    assert properties.author == ""
    assert properties.keywords.startswith("Kamervragen; parliamentary questions; 2019Z25123")
    assert "GroenLinks" in properties.keywords
    assert properties.created is not None
    assert str(properties.created.date()) == "2026-01-02"  # the translation's


def test_the_author_is_who_is_given(by_hand: Case):
    data = export(by_hand.bilingual, "en-docx", ExportOptions(author="Afdeling Vertalingen"))
    assert docx.Document(BytesIO(data)).core_properties.author == "Afdeling Vertalingen"


def test_without_a_date_none_is_invented(oeigoeren: Case):
    assert oeigoeren.bilingual.letter.metadata.date_answered is None
    core = oeigoeren.package("en-docx").parts["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified" not in core
    assert b"docconv" in oeigoeren.package("en-docx").parts["docProps/app.xml"]

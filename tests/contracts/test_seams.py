"""Every reader, engine and exporter keeps the contract of its seam, whatever it is made of inside."""

from __future__ import annotations

import io
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree

import docconv
from docconv.exporters import FILES, FORMATS, files_of
from docconv.model import leaves
from docconv.protocols import DecodeOptions, Decoder, ExportOptions
from docconv.readers import FORMATS as READERS
from docconv.translation.engines import engine_for

LETTERS = sorted((Path(__file__).parents[1] / "corpus").glob("*.*"))
LETTERS = [p for p in LETTERS if p.suffix in {".txt", ".pdf", ".docx", ".xml"} or p.suffixes[-1:] == [".md"]]
LETTERS = [p for p in LETTERS if p.name != "README.md"]


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.name)
def test_a_reader_gives_a_source_whose_places_lie_in_its_text(path: Path):
    source = docconv.read(path)
    assert len(source.sha256) == 64
    assert list(source.hints) == sorted(source.hints, key=lambda h: h.span.start)
    for place in (*[h.span for h in source.hints], *[d.span for d in source.diagnostics]):
        assert place.end <= len(source.text)
    assert docconv.read(path.read_bytes(), name=path.name) == source


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.name)
def test_the_leaves_of_a_letter_tile_its_source(path: Path):
    letter = docconv.parse(docconv.read(path))
    at = 0
    for leaf in leaves(letter):
        assert leaf.span.start == at
        at = leaf.span.end
    assert at == len(letter.source.text)
    assert letter.questions


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.name)
def test_a_reader_knows_its_own_and_leaves_the_rest(reader):
    module = import_module(f"docconv.readers.{reader.module}")
    assert not module.accepts(b"GIF89a" + bytes(200), "picture.gif")


@pytest.mark.parametrize("name", ["pseudo", "embedded"])
def test_an_engine_gives_one_sentence_for_each(name: str):
    engine = engine_for(name)
    sentences = ["Ja.", "Kunt u dit bevestigen?", "Ja."]
    found = engine.translate(sentences)
    assert len(found) == 3
    assert found[0] == found[2]
    assert all(found)
    assert engine.translate([]) == []
    if isinstance(engine, Decoder):
        ranked = engine.decode(sentences[:2], DecodeOptions(hypotheses=2))
        assert all(h[0].score >= h[-1].score for h in ranked)
        assert len(engine.score([("Ja.", "Yes."), ("Nee.", "No.")])) == 2


def test_a_third_partys_engine_needs_one_method(sample: Path):
    class Shouting:
        def translate(self, sentences):
            return [s.upper() for s in sentences]

    bilingual = docconv.translate(docconv.parse(docconv.read(sample)), engine=Shouting())
    assert any(u.target.text.isupper() for u in bilingual.units if u.origin == "engine")
    assert "Shouting" in bilingual.signature.model


@pytest.fixture(scope="module")
def bilingual():
    sample = Path(__file__).parents[2] / "samples" / "oeigoeren" / "letter.txt"
    return docconv.translate(docconv.parse(docconv.read(sample)), engine="pseudo")


@pytest.mark.parametrize("file", FILES)
def test_an_exporter_gives_the_same_bytes_twice_and_names_what_made_them(file: str, bilingual):
    data = docconv.export(bilingual, file)
    assert data == docconv.export(bilingual, file, ExportOptions())
    text = unpacked(data)
    for mark in (docconv.__version__, bilingual.signature.source_sha256, bilingual.signature.glossary_sha256[:12]):
        assert mark in text, f"{file} does not name {mark}"


@pytest.mark.parametrize("file", FILES)
def test_no_exporter_loses_a_question(file: str, bilingual):
    text = unpacked(docconv.export(bilingual, file))
    dutch = file not in {"en-docx", "akn-eng", "akn-package-eng"}
    for question in bilingual.letter.questions:
        paragraph = question.blocks[0]
        wanted = paragraph.text if dutch else bilingual.target(paragraph).text
        assert squeezed(wanted) in squeezed(text), (file, question.numbers)


def test_formats_stand_for_files_that_exist():
    assert set(files_of(tuple(FORMATS))) == set(FILES)


def unpacked(data: bytes) -> str:
    """The text of an output with all its markup gone, and of every part of it where it is a package."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "\n".join(unpacked(package.read(name)) for name in package.namelist())
    if data[:1] == b"<" and b"<html" not in data[:200]:
        root = etree.fromstring(data)
        attributes = (v for e in root.iter() for v in e.attrib.values())
        return "".join(root.itertext()) + " ".join(attributes)
    text = data.decode("utf-8")
    if "<html" in text[:200]:
        from lxml import html

        page = html.fromstring(data)
        return page.text_content()
    return text


def squeezed(text: str) -> str:
    """Letters and digits alone: how an output breaks lines and marks notes does not matter here."""
    return "".join(c for c in text if c.isalpha())

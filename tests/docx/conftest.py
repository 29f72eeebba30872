"""Fixtures for the tests of DOCX: letters of every kind, translated, and both documents of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parent.parent / "akn"))

import letters
from docx_package import Package

import docconv
from docconv.exporters import export
from docconv.model import BilingualLetter
from docconv.protocols import ExportOptions

TESTS = Path(__file__).resolve().parent.parent
FORMATS = ("en-docx", "bilingual-docx")
# by hand: everything at once · the owner's letter · tables · joint answers, two series of notes · questions without answers
LETTERS = {
    "by hand": None,
    "sample": "../samples/oeigoeren/letter.txt",
    "tables": "corpus/ah-tk-20232024-1314.pdf",
    "joint": "corpus/jenv-03.docx",
    "questions": "corpus/vragen_2024Z18882.txt",
}


@dataclass(frozen=True)
class Case:
    """A translated letter with its two documents."""

    name: str
    bilingual: BilingualLetter
    files: dict[str, bytes]

    def package(self, format: str) -> Package:
        return Package(self.files[format])


@cache
def made(name: str) -> Case:
    path = LETTERS[name]
    if path is None:
        bilingual = letters.translated(letters.rich_letter())
    else:
        bilingual = docconv.translate(docconv.parse(docconv.read(TESTS / path)), engine="pseudo")
    return Case(name, bilingual, {file: export(bilingual, file) for file in FORMATS})


@pytest.fixture(scope="session", params=LETTERS, ids=lambda name: name.replace(" ", "-"))
def case(request: pytest.FixtureRequest) -> Case:
    """Each of the letters in turn."""
    return made(request.param)


@pytest.fixture(scope="session")
def by_hand() -> Case:
    """The letter with everything in it."""
    return made("by hand")


@pytest.fixture(scope="session")
def oeigoeren() -> Case:
    """The owner's letter."""
    return made("sample")


@pytest.fixture
def template(tmp_path: Path):
    """Make a template from python-docx's own document; `change` gets it before it is saved."""
    import docx

    def make(change=lambda document: None) -> ExportOptions:
        document = docx.Document()
        change(document)
        path = tmp_path / "template.docx"
        document.save(str(path))
        return ExportOptions(template=path)

    return make

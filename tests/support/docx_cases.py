"""Letters of every kind, translated, with both documents of each: what the tests of DOCX look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import letters
from docx_package import Package

import docconv
from docconv.exporters import export
from docconv.model import BilingualLetter

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

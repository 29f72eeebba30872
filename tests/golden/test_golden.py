"""Golden files: what docconv makes of the owner's letter with the pseudo engine, written out in full."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import docconv
from docconv.parsing.inspection import inspect


@pytest.fixture(scope="module")
def bilingual(sample: Path):
    return docconv.translate(docconv.parse(docconv.read(sample)), engine="pseudo")


def test_the_structure_is_as_it_was(golden, bilingual):
    golden("letter.inspect.json", json.dumps(inspect(bilingual.letter), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("file", ["akn-nld", "akn-eng", "html"])
def test_an_output_is_as_it_was(golden, bilingual, file: str):
    from docconv.exporters import suffix

    signature = bilingual.signature
    text = docconv.export(bilingual, file).decode()
    # What changes with every change of the glossary or a release is no part of the golden text
    for changing, word in {signature.glossary_sha256: "GLOSSARY", docconv.__version__: "VERSION"}.items():
        text = text.replace(changing, word)
    golden(f"letter{suffix(file)}", text)

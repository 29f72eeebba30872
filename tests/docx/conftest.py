"""Fixtures for the tests of DOCX: letters of every kind, translated, and both documents of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_cases import LETTERS, Case, made

from docconv.protocols import ExportOptions


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

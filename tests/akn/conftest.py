"""Fixtures for the tests of Akoma Ntoso: letters by hand, their files, and the tests' corpus."""

from __future__ import annotations

import letters
import pytest

from docconv.exporters import export
from docconv.model import BilingualLetter


@pytest.fixture(scope="session")
def rich() -> BilingualLetter:
    """The letter with everything in it, translated."""
    return letters.translated(letters.rich_letter())


@pytest.fixture(scope="session")
def pair(rich: BilingualLetter) -> dict[str, bytes]:
    """Its two files."""
    return {"letter.nld.xml": export(rich, "akn-nld"), "letter.eng.xml": export(rich, "akn-eng")}

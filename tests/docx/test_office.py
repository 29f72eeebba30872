"""LibreOffice opens both documents and shows the notes at the foot of pages."""

from __future__ import annotations

import os
import re
import subprocess

import pytest
from docx_cases import FORMATS, Case


@pytest.fixture(scope="module")
def flat(oeigoeren: Case, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Both documents as LibreOffice reads them, in its own flat format."""
    folder = tmp_path_factory.mktemp("office")
    for file, data in oeigoeren.files.items():
        (folder / f"{file}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fodt"]
    names = [str(folder / f"{file}.docx") for file in FORMATS]
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run([*command, "--outdir", str(folder), *names], check=True, capture_output=True, env=home, timeout=120)
    return {file: (folder / f"{file}.fodt").read_text(encoding="utf-8") for file in FORMATS}


@pytest.mark.office
@pytest.mark.parametrize("format", FORMATS)
def test_three_footnotes_are_shown_with_their_text(oeigoeren: Case, flat: dict[str, str], format: str):
    notes = re.findall(r'text:note-class="footnote">(.*?)</text:note>', flat[format], re.DOTALL)
    said = [re.sub(r"<[^>]+>", "", note) for note in notes]
    assert len(said) == 3
    for note, text in zip(oeigoeren.package(format).notes().values(), said, strict=True):
        assert all(line.replace("&", "&amp;").replace("'", "&apos;") in text for line in note)


@pytest.mark.office
def test_the_contents_and_the_headings_are_taken_as_such(flat: dict[str, str]):
    assert "<text:table-of-content" in flat["en-docx"]
    assert flat["en-docx"].count('text:outline-level="2"') >= 14

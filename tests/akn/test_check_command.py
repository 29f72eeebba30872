"""`docconv check` and `docconv export` as a user meets them: what they print, and the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import letters
import pytest

from docconv.exporters import export
from docconv.model import Metadata


def docconv(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from docconv.cli import main; main()", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        timeout=60,
    )


@pytest.fixture(scope="module")
def folder(pair, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("check")
    for name, data in pair.items():
        (place / name).write_bytes(data)
    (place / "broken.nld.xml").write_bytes(pair["letter.nld.xml"].replace(b'by="#vanOjik"', b'by="#niemand"', 1))
    (place / "text.xml").write_text("geen XML")
    return place


def test_a_sound_pair_exits_with_0_and_lists_what_an_archive_would_ask(folder: Path):
    run = docconv("check", "letter.nld.xml", "letter.eng.xml", folder=folder)
    assert run.returncode == 0
    assert "answer-alone" in run.stdout
    assert "2 files, 0 errors, 2 warnings" in run.stdout


def test_warnings_count_under_strict(folder: Path):
    assert docconv("check", "--strict", "letter.nld.xml", folder=folder).returncode == 1


def test_an_error_exits_with_1_and_names_the_code_and_the_place(folder: Path):
    run = docconv("check", "broken.nld.xml", folder=folder)
    assert run.returncode == 1
    assert "reference-dangling" in run.stdout
    assert "#niemand" in run.stdout


def test_the_findings_as_json(folder: Path):
    run = docconv("check", "--json", "broken.nld.xml", folder=folder)
    found = json.loads(run.stdout)
    assert found["schema"] == 1
    assert found["files"][0]["documents"][0]["language"] == "nld"
    assert found["errors"] == 1
    (error,) = [one for one in found["findings"] if one["severity"] == "error"]
    assert error["code"] == "reference-dangling"
    assert error["file"] == "broken.nld.xml"
    assert error["line"] > 1


@pytest.mark.parametrize("name", ["text.xml", "nowhere.xml"])
def test_what_cannot_be_read_exits_with_2_and_one_message(name: str, folder: Path):
    run = docconv("check", name, folder=folder)
    assert run.returncode == 2
    assert name in run.stderr
    assert "Traceback" not in run.stderr


def test_other_formats_are_written_from_the_pair(folder: Path):
    run = docconv("export", "letter.nld.xml", "letter.eng.xml", "--to", "akn,json", "--out", "again", folder=folder)
    assert run.returncode == 0, run.stderr
    assert {path.name for path in (folder / "again").iterdir()} == {"letter.nld.xml", "letter.eng.xml", "letter.json"}


def test_half_a_pair_is_no_letter(folder: Path):
    run = docconv("export", "letter.eng.xml", "--out", "half", folder=folder)
    assert run.returncode == 2
    assert "found no nld" in " ".join(run.stderr.split())


def test_an_archive_refuses_what_would_have_to_be_invented(folder: Path):
    bare = letters.translated(letters.plain_letter(Metadata()), date=None)
    for name, file in (("bare.nld.xml", "akn-nld"), ("bare.eng.xml", "akn-eng")):
        (folder / name).write_bytes(export(bare, file))
    run = docconv("export", "bare.nld.xml", "bare.eng.xml", "--archive", "--to", "akn", "--out", "no", folder=folder)
    assert run.returncode == 2
    assert "date" in run.stderr
    assert not (folder / "no").exists() or list((folder / "no").iterdir()) == []

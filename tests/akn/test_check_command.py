"""`docconv check` and `docconv export` as a user meets them: what they print, and the exit code."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import letters
import pytest

from docconv.cli import main
from docconv.exporters import export
from docconv.model import Metadata


@dataclass(frozen=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


def docconv(*arguments: str | Path, folder: Path) -> Run:
    """Run the command line in this process, in `folder`."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["docconv", *map(str, arguments)])
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return Run(code, *texts)


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

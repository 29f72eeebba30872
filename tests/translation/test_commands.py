"""`docconv explain` and `docconv memory export`, on a letter that docconv translated."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import docconv
from docconv.cli.app import app
from docconv.translation import tmx


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("letter") / "letter.json"
    sample = Path(__file__).parents[2] / "samples" / "oeigoeren" / "letter.txt"
    letter = docconv.translate(docconv.parse(docconv.read(sample)), engine="pseudo")
    path.write_bytes(docconv.export(letter, "json"))
    return path


def test_explain_shows_where_the_english_of_a_question_comes_from(kept: Path):
    shown = CliRunner().invoke(app, ["explain", str(kept), "q1", "n2"])
    assert shown.exit_code == 0
    assert "a fixed phrase" in shown.output
    assert "Parliamentary Paper 30 821, no. 42" in shown.output
    assert "engine pseudo" in shown.output


def test_explain_refuses_what_is_not_there(kept: Path):
    assert CliRunner().invoke(app, ["explain", str(kept), "q99"]).exit_code == 2


def test_memory_export_writes_what_can_be_read(kept: Path, tmp_path: Path):
    out = tmp_path / "out.tmx"
    assert CliRunner().invoke(app, ["memory", "export", str(kept), "-o", str(out)]).exit_code == 0
    assert any(pair.nl == "Ja." and pair.en == "Yes." for pair in tmx.read(out))

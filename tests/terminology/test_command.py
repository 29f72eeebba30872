"""`docconv glossary` as a person runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from docconv.cli.app import app
from docconv.errors import GlossaryError

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path):
    return CliRunner().invoke(app, ["glossary", *map(str, arguments)])


def test_check_tells_faults_with_their_place_and_exits_1(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("nl,en,wrong\nmotie,motion,motion\n", encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 1
    assert result.stdout.startswith("mine.csv:2: column 'wrong': ")


def test_check_of_a_sound_file_exits_0(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("nl,en\nmotie,motion\n", encoding="utf-8")
    assert run("check", path).exit_code == 0


def test_check_of_a_bad_file_is_an_error(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("nl,en\nmotie,\n", encoding="utf-8")
    result = run("check", path)
    assert isinstance(result.exception, GlossaryError)
    assert f"{path}:2: column 'en'" in str(result.exception)


def test_find_shows_the_terms_of_a_sentence_and_words_that_hold_one():
    result = run("find", "Het kabinet over de kabinetscrisis")
    assert result.exit_code == 0
    assert "kabinet → government" in result.stdout
    assert run("find", "zwembadwater").exit_code == 1


def test_find_shows_where_an_entry_comes_from(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("nl,en\nkabinet,cabinet\n", encoding="utf-8")
    assert "mine.csv:2" in run("find", "kabinet", "--glossary", path).stdout


def test_suggest_lists_what_a_letter_has(sample: Path):
    result = run("suggest", sample, "--most", "3")
    assert result.exit_code == 0
    assert "Chinese autoriteiten" in result.stdout
    assert "content words" in result.stderr


@pytest.mark.parametrize("form", ["csv", "tsv", "omegat", "tbx", "html"])
def test_export_writes_each_form(tmp_path: Path, form: str):
    out = tmp_path / f"glossary.{form}"
    assert run("export", "--to", form, "--out", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "kabinet" in text
    assert "government" in text


def test_export_knows_no_other_form(tmp_path: Path):
    assert run("export", "--to", "xlsx").exit_code == 2


def test_what_is_exported_can_be_imported(tmp_path: Path):
    run("export", "--to", "tbx", "--out", tmp_path / "a.tbx")
    run("export", "--to", "csv", "--out", tmp_path / "a.csv")
    assert run("import", tmp_path / "a.tbx", "--out", tmp_path / "b.csv").exit_code == 0
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()

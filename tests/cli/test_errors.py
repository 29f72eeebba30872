"""Bad input gets one clear message and its exit code: no traceback, no half-written file, nothing lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

LETTER = "Vraag 1\nKlopt dit?\n\nAntwoord\nJa.\n"


def refused(run, *words: str) -> None:
    assert run.code == 2, run.err
    assert "Traceback" not in run.err
    assert run.out == ""
    for word in words:
        assert word in run.message, run.message


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", ["empty"]),
        ("blank.txt", b" \n\n\f ", ["blank.txt", "empty"]),
        ("program.txt", bytes(range(256)) * 40, ["program.txt"]),
        ("broken.pdf", b"%PDF-1.7\n" + b"\0" * 500, ["broken.pdf"]),
        ("broken.docx", b"PK\x03\x04" + b"\0" * 500, ["broken.docx"]),
    ],
)
def test_a_file_that_is_no_letter_is_refused(docconv, tmp_path: Path, name: str, data: bytes, words: list[str]):
    path = tmp_path / name
    path.write_bytes(data)
    refused(docconv("convert", path, "--out", tmp_path / "out", "--engine", "pseudo"), *words)
    assert not (tmp_path / "out").exists()


def test_a_missing_file_is_named(docconv, tmp_path: Path):
    refused(docconv("inspect", tmp_path / "nowhere.txt"), "nowhere.txt")


def test_a_directory_is_no_letter(docconv, tmp_path: Path):
    refused(docconv("inspect", tmp_path), str(tmp_path.name))


def test_a_text_without_questions_is_kept_and_said(docconv, tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_text("Zomaar een tekst, zonder vragen.\n", encoding="utf-8")
    run = docconv("convert", path, "--out", tmp_path / "out", "--engine", "pseudo")
    assert run.code == 0
    assert "no-questions" in run.message
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert docconv("convert", path, "--out", tmp_path / "out", "--engine", "pseudo", "--strict", "-q").code == 1


def test_an_output_folder_that_is_a_file_is_named(docconv, letter: Path, tmp_path: Path):
    (tmp_path / "out").write_text("in the way")
    refused(docconv("convert", letter, "--out", tmp_path / "out", "--engine", "pseudo"), "out", "no output was written")


def test_a_read_only_output_folder_is_named(docconv, letter: Path):
    # /proc refuses new files even to root
    refused(
        docconv("convert", letter, "--out", "/proc/self", "--engine", "pseudo"), "/proc/self", "no output was written"
    )


def test_a_full_disk_leaves_older_files_whole(docconv, letter: Path, tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", disk], capture_output=True, check=False)
    if mount.returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        (disk / "letter.json").write_text("older")
        refused(
            docconv("convert", letter, "--out", disk, "--engine", "pseudo"), "No space left", "no output was written"
        )
        assert [p.name for p in disk.iterdir()] == ["letter.json"]
        assert (disk / "letter.json").read_text() == "older"
    finally:
        subprocess.run(["umount", disk], check=True)


def test_two_inputs_with_one_stem_are_refused_before_anything_is_written(docconv, letter: Path, tmp_path: Path):
    other = tmp_path / "b" / "letter.txt"
    other.parent.mkdir()
    other.write_text(LETTER, encoding="utf-8")
    run = docconv("convert", letter, other, "--out", tmp_path / "out", "--engine", "pseudo")
    refused(run, "letter", "rename one")
    assert not (tmp_path / "out").exists()


def test_a_glossary_with_a_bad_row_is_named_by_file_and_line(docconv, letter: Path, tmp_path: Path):
    glossary = tmp_path / "mine.csv"
    glossary.write_text("nl,en\nkabinet,government\nmotie,\n", encoding="utf-8")
    run = docconv("convert", letter, "--out", tmp_path / "out", "--engine", "pseudo", "--glossary", glossary)
    refused(run, "mine.csv:3")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("flag", ["--to", "--date", "--engine"])
def test_an_option_that_can_not_be_is_refused(docconv, letter: Path, tmp_path: Path, flag: str):
    run = docconv("convert", letter, "--out", tmp_path / "out", "--engine", "pseudo", flag, "nonsense")
    refused(run, "nonsense")
    assert not (tmp_path / "out").exists()


def test_argos_without_a_package_says_what_to_do(docconv, letter: Path, tmp_path: Path):
    refused(docconv("convert", letter, "--out", tmp_path / "out", "--engine", "argos"), "docconv model install")

"""The whole line on the owner's letter, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

NAMES = {
    "letter.en.docx",
    "letter.bilingual.docx",
    "letter.nld.xml",
    "letter.eng.xml",
    "letter.html",
    "letter.json",
}


def test_the_letter_becomes_six_files_and_a_report(docconv, sample: Path, tmp_path: Path):
    run = docconv("convert", sample, "--out", tmp_path, "--engine", "embedded")
    assert run.code == 0, run.err
    assert {p.name for p in tmp_path.iterdir()} == NAMES
    for word in ["questions 14", "answers 14", "notes 3", "honoured", "review", "embedded"]:
        assert word in run.message
    assert run.out == ""


def test_the_same_input_gives_the_same_bytes(docconv, sample: Path, tmp_path: Path):
    for folder in ("a", "b"):
        assert docconv("convert", sample, "--out", tmp_path / folder, "--engine", "pseudo", "-q").code == 0
    for name in NAMES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_quiet_is_quiet(docconv, sample: Path, tmp_path: Path):
    run = docconv("convert", sample, "--out", tmp_path, "--engine", "pseudo", "--quiet", "--to", "json")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert [p.name for p in tmp_path.iterdir()] == ["letter.json"]


def test_standard_input_is_called_letter(docconv, sample: Path, tmp_path: Path):
    run = docconv("convert", "-", "--out", tmp_path, "--engine", "pseudo", "-q", stdin=sample.read_bytes())
    assert run.code == 0, run.err
    assert {p.name for p in tmp_path.iterdir()} == NAMES


def test_inspect_prints_the_stable_schema_and_no_diagnostics(docconv, sample: Path):
    run = docconv("inspect", sample, "--json")
    found = json.loads(run.out)
    assert found["schema"] == 1
    assert found["diagnostics"] == []
    assert [q["numbers"] for e in found["exchanges"] for q in e["questions"]] == [[str(n)] for n in range(1, 15)]
    assert [a["numbers"] for e in found["exchanges"] for a in e["answers"]] == [[str(n)] for n in range(1, 15)]
    assert [n["marker"] for n in found["footnotes"]] == ["1", "2", "3"]
    metadata = found["metadata"]
    assert [m["on_behalf"] for m in metadata["ministers"]] == [False, True]
    assert metadata["ministers"][0]["tooi"] == "mnre1013"
    assert [(m["name"], m["party"]) for m in metadata["members"]] == [("Van Ojik", "GroenLinks")]
    assert metadata["subject"] == "de onderdrukking van Oeigoeren door de Chinese overheid"
    assert metadata["date_answered"] is None


def test_export_writes_what_a_reviewer_changed(docconv, sample: Path, tmp_path: Path):
    assert docconv("convert", sample, "--out", tmp_path, "--engine", "pseudo", "-q", "--to", "json").code == 0
    path = tmp_path / "letter.json"
    whole = json.loads(path.read_text("utf-8"))
    unit = next(u for u in whole["units"] if u["source"] == "Ja.")
    unit |= {"target": "Yes, indeed.", "state": "reviewed", "by": "A. Reviewer"}
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert docconv("export", path, "--out", tmp_path / "new", "--to", "html").code == 0
    assert "Yes, indeed." in (tmp_path / "new" / "letter.html").read_text("utf-8")


def test_the_version_is_told(docconv):
    import docconv as package

    assert docconv("--version").out.strip() == f"docconv {package.__version__}"

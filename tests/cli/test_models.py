"""`docconv model`: archives are checked before they are unpacked, and a bad one leaves what was there."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from docconv.data import embedded_model

METADATA = {"from_code": "nl", "to_code": "en", "package_version": "1.0", "argos_version": "1.9", "type": "translate"}


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return path


@pytest.fixture
def files() -> dict[str, bytes]:
    """The embedded model as the files of an Argos package."""
    home = embedded_model()
    found = {f"nl_en/{p.relative_to(home)}": p.read_bytes() for p in home.rglob("*") if p.is_file()}
    return found | {"nl_en/metadata.json": json.dumps(METADATA).encode()}


@pytest.fixture(autouse=True)
def packages(docconv):
    place = Path(docconv("model", "path").out.strip().replace("\n", ""))
    yield place
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)


def test_a_package_is_installed_listed_and_used(docconv, files, packages: Path, sample: Path, tmp_path: Path):
    run = docconv("model", "install", archive(tmp_path / "a.argosmodel", files))
    assert run.code == 0, run.err
    assert (packages / "nl_en" / "model" / "model.bin").exists()
    assert "argos" in docconv("model", "list").out
    run = docconv("convert", sample, "--out", tmp_path / "out", "--to", "json")
    assert json.loads((tmp_path / "out" / "letter.json").read_text("utf-8"))["signature"]["engine"] == "argos", run.err


def test_argostranslate_itself_sees_the_package(docconv, files, tmp_path: Path):
    from argostranslate import package

    docconv("model", "install", archive(tmp_path / "a.argosmodel", files))
    assert [(p.from_code, p.to_code) for p in package.get_installed_packages()] == [("nl", "en")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"../evil": b"x"}, "outside"),
        ({"/evil": b"x"}, "outside"),
        ({"second/metadata.json": b"{}"}, "exactly one"),
        ({"nl_en/metadata.json": b"{"}, "not JSON"),
        ({"nl_en/metadata.json": json.dumps(METADATA | {"to_code": "fr"}).encode()}, "needs nl to en"),
        ({"nl_en/model/model.bin": b"not a model"}, "damaged"),
    ],
)
def test_a_bad_package_is_refused_and_nothing_changes(docconv, files, packages: Path, tmp_path: Path, change, words):
    run = docconv("model", "install", archive(tmp_path / "bad.argosmodel", files | change))
    assert run.code == 2
    assert words in run.message
    assert "Traceback" not in run.err
    assert list(packages.iterdir()) == []
    assert not (tmp_path.parent / "evil").exists()


def test_a_file_that_is_no_archive_is_refused(docconv, tmp_path: Path):
    (tmp_path / "a.argosmodel").write_bytes(b"hello")
    run = docconv("model", "install", tmp_path / "a.argosmodel")
    assert run.code == 2
    assert "not an Argos package" in run.message


def test_a_wrong_digest_stops_the_installation(docconv, files, packages: Path, tmp_path: Path):
    run = docconv("model", "install", archive(tmp_path / "a.argosmodel", files), "--sha256", "0" * 64)
    assert run.code == 2
    assert "SHA-256" in run.message
    assert list(packages.iterdir()) == []


def test_an_index_out_of_reach_says_what_to_do(docconv, monkeypatch):
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", "http://127.0.0.1:9/index.json")
    run = docconv("model", "install", "--from-index")
    assert run.code == 2
    assert "docconv model install FILE.argosmodel" in run.message

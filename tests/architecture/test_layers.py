"""The shape of the code: imports point one way, files keep to one subject, importing docconv is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "docconv"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What each part may import of docconv, besides itself. `docconv` alone is the package's own file.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "data": set(),
    "diagnostics": {"model"},
    "protocols": {"model", "errors"},
    "xmlparser": {"errors"},
    "readers": {"model", "errors", "diagnostics", "protocols", "data", "xmlparser"},
    "parsing": {"model", "errors", "diagnostics", "protocols", "data"},
    "terminology": {"model", "errors", "diagnostics", "protocols", "data", "xmlparser"},
    "translation": {
        "model",
        "errors",
        "diagnostics",
        "protocols",
        "data",
        "parsing",
        "terminology",
        "xmlparser",
        "docconv",
    },
    "exporters": {
        "model",
        "errors",
        "diagnostics",
        "protocols",
        "data",
        "parsing",
        "terminology",
        "xmlparser",
        "docconv",
    },
    "training": {"model", "errors", "data", "terminology", "parsing", "translation", "docconv"},
    "convert": {"model", "errors", "diagnostics", "protocols", "readers", "parsing", "translation", "exporters"},
}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of docconv that a file imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "docconv" else [node.module or ""]
        for name in names:
            head, *rest = name.split(".")
            if head == "docconv":
                known = rest and ((PACKAGE / rest[0]).is_dir() or (PACKAGE / f"{rest[0]}.py").exists())
                found.add(rest[0] if known else "docconv")
    return found


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) in ALLOWED], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path):
    extra = imported(path) - ALLOWED[part(path)] - {part(path)}
    assert not extra, f"{path.relative_to(PACKAGE)} must not import {sorted(extra)}"


def test_every_part_is_known():
    assert {part(p) for p in MODULES} <= {*ALLOWED, "__init__", "cli"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_keep_to_one_subject(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
    assert len(path.relative_to(PACKAGE).parts) <= 3
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}


def test_importing_docconv_loads_no_heavy_library_and_makes_no_folder(tmp_path: Path):
    heavy = [
        "lxml",
        "docx",
        "ctranslate2",
        "argostranslate",
        "numpy",
        "jinja2",
        "typer",
        "rich",
        "pypdfium2",
        "simplemma",
    ]
    code = f"import sys, docconv; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"HOME": str(tmp_path), "PATH": ""},
    )
    assert run.stdout.strip() == "[]"
    assert run.stderr == ""
    assert list(tmp_path.iterdir()) == []

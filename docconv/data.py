"""Where the glossary, the samples and the embedded model lie: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def glossary_file(name: str) -> Path:
    """Give the path of a file of the built-in glossary ("nl-en.csv"). Raises FileNotFoundError."""
    return _find(Path("glossary") / name)


def sample_file(name: str) -> Path:
    """Give the path of a sample ("oeigoeren/letter.txt"). Raises FileNotFoundError."""
    return _find(Path("samples") / name)


def embedded_model() -> Path:
    """Give the folder of the embedded model, in Argos Translate's package form. Raises FileNotFoundError."""
    return _find(Path("embedded"))


def _find(relative: Path) -> Path:
    for root in (PACKAGE, PACKAGE.parent):
        if (root / relative).exists():
            return root / relative
    raise FileNotFoundError(f"{relative} is neither in {PACKAGE} nor beside it: reinstall docconv")

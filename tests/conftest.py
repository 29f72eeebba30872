"""Shared by all tests: the `--accept` flag for golden files, and where samples and test letters lie."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files anew from what docconv makes now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = {
        "browser": (shutil.which("chromium"), "no Chromium here: apt-get install chromium"),
        "office": (shutil.which("soffice"), "no LibreOffice here: apt-get install libreoffice-writer"),
    }
    for item in items:
        for marker, (found, reason) in missing.items():
            if item.get_closest_marker(marker) and not found:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory):
    """Point Argos Translate's and docconv's folders at an empty home, so that no test sees or changes the user's."""
    home = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    for name, place in {
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "ARGOS_PACKAGES_DIR": "data/argos-translate/packages",
    }.items():
        patch.setenv(name, str(home / place))
    yield home
    patch.undo()


@pytest.fixture(scope="session")
def sample() -> Path:
    """The owner's letter: 14 questions, 14 answers, 3 notes."""
    return ROOT / "samples" / "oeigoeren" / "letter.txt"


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests; Playwright runs once a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare text with a file under tests/golden; `--accept` writes the file anew."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {path}; run pytest --accept and read what it writes"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; if the change is right: pytest --accept"

    return compare

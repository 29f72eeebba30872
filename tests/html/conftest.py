"""Pages of real and of hostile letters, and a Chromium to open them in."""

from __future__ import annotations

from pathlib import Path

import pytest

import docconv

SAMPLE = Path(__file__).parents[2] / "samples" / "oeigoeren" / "letter.txt"
HOSTILE = (
    """Antwoorden van de Minister van Buitenlandse Zaken op vragen van het lid <script>alert(1)</script> (D66) over "x" & 'y'.

Vraag 1
Kent u <img src=x onerror=alert(1)> en javascript:alert(1) en https://example.org/?a="><script>alert(2)</script>?1

Antwoord
{{ 7 * 7 }} {% raw %} \u202egninrut\u202c \u0007 \ufffe """
    + "w" * 10_000
    + """ \u0627\u0644\u0639\u0631\u0628\u064a\u0629 ]]> --> </style>

1 Noot met </script><b>vet</b>.
"""
)


@pytest.fixture(scope="session")
def bilingual():
    return docconv.translate(docconv.parse(docconv.read(SAMPLE)), engine="pseudo")


@pytest.fixture(scope="session")
def hostile():
    return docconv.translate(docconv.parse(docconv.from_text(HOSTILE, name="hostile.txt")), engine="pseudo")


@pytest.fixture(scope="session")
def long_letter():
    """A letter of a hundred questions."""
    body = "\n\n".join(
        f"Vraag {n}\nKunt u bevestigen dat het kabinet in 20{n % 30:02} over punt {n} heeft gesproken?\n\n"
        f"Antwoord\nJa. Het kabinet heeft daarover gesproken. " + "De Tweede Kamer is daarover geïnformeerd. " * 6
        for n in range(1, 101)
    )
    return docconv.translate(docconv.parse(docconv.from_text(body, name="long.txt")), engine="pseudo")


@pytest.fixture
def show(browser, tmp_path):
    """Open a bilingual letter's page; give the Playwright page. Any error or refused resource in it fails the test."""
    contexts, complaints = [], []

    def opened(bilingual, fragment: str = "", **options):
        path = tmp_path / "letter.html"
        path.write_bytes(docconv.export(bilingual, "html"))
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []

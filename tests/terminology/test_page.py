"""The glossary as a web page: whole, valid, self-contained and with names for its parts."""

import re

import html5lib
import pytest

from docconv.model import GlossaryEntry
from docconv.terminology import load
from docconv.terminology.page import page

ENTRIES = [
    GlossaryEntry(
        "a", "motie <b>", "motion & more", domain="parl", note='He said "no".', source=("usage",), wrong=("x",)
    ),
    GlossaryEntry("b", "aangifte … doen", "file a report", domain="law", status="draft"),
]


def tree(html: str):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def test_the_page_is_valid_and_escapes_what_entries_say():
    html = page(ENTRIES, {"usage": "Usage & habit"})
    root = tree(html)
    assert [th.text for th in root.iter("th") if th.get("scope") == "row"] == ["aangifte … doen", "motie <b>"]
    assert "Usage &amp; habit" in html


def test_the_page_holds_every_entry_and_fetches_nothing():
    entries = load().entries
    html = page(entries)
    rows = {row.get("id") for row in tree(html).iter("tr") if row.get("id")}
    assert rows == {entry.id for entry in entries}
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", html)


def test_dutch_is_marked_tables_have_names_and_the_field_a_label():
    root = tree(page(ENTRIES))
    assert root.get("lang") == "en"
    assert {th.get("lang") for th in root.iter("th") if th.get("scope") == "row"} == {"nl"}
    assert all(table.find("caption") is not None for table in root.iter("table"))
    (field,) = root.iter("input")
    assert [label.get("for") for label in root.iter("label")] == [field.get("id")]
    for section in root.iter("section"):
        assert root.find(f".//*[@id='{section.get('aria-labelledby')}']") is not None


@pytest.mark.browser
def test_search_hides_what_does_not_match(browser, tmp_path):
    path = tmp_path / "glossary.html"
    path.write_text(page(ENTRIES), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    tab.get_by_label("Search in Dutch and English").fill("motion")
    assert [row.get_attribute("id") for row in tab.locator("tbody tr:visible").all()] == ["a"]
    assert tab.locator("output").inner_text() == "1 term"
    tab.close()

"""The page as a reader has it, in Chromium: switch, fragments, entries by keyboard, alignment, print, narrow and wide."""

from __future__ import annotations

import time

import pytest

pytestmark = pytest.mark.browser


def visible(page, selector: str) -> bool:
    return page.locator(selector).first.is_visible()


def test_the_switch_shows_one_language_and_remembers_it_in_the_address(show, bilingual):
    page = show(bilingual)
    assert visible(page, "#q1 .cell.nl")
    assert visible(page, "#q1 .cell.en")
    page.locator(".switch").get_by_text("English").click()
    assert not visible(page, "#q1 .cell.nl")
    assert page.evaluate("location.hash") == "#en"
    page.locator(".contents a[href='#exchange-3']").click()
    assert page.evaluate("location.hash") == "#exchange-3&en"
    page.reload()
    assert not visible(page, "#q1 .cell.nl")


def test_the_switch_works_without_a_script(show, bilingual):
    page = show(bilingual, java_script_enabled=False)
    page.locator(".switch").get_by_text("Nederlands").click()
    assert not visible(page, "#q1 .cell.en")
    assert visible(page, "#q1 .cell.nl")


@pytest.mark.parametrize("script", [True, False])
def test_a_fragment_names_the_language(show, bilingual, script: bool):
    page = show(bilingual, "#en", java_script_enabled=script)
    assert visible(page, "#q1 .cell.en")
    assert not visible(page, "#q1 .cell.nl")


def test_a_term_shows_its_entry_by_keyboard_and_hides_it(show, bilingual):
    page = show(bilingual)
    term = page.locator("#q2 .term").first
    term.focus()
    assert page.locator("#tip").is_visible()
    assert "→" in page.locator("#tip").inner_text()
    assert term.get_attribute("aria-describedby") == "tip"
    page.keyboard.press("Escape")
    assert not page.locator("#tip").is_visible()


def test_marks_of_terms_can_be_hidden(show, bilingual):
    page = show(bilingual)
    line = "getComputedStyle(document.querySelector('.term')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.locator("#show-terms").uncheck()
    assert page.evaluate(line) == "none"


def test_only_what_needs_review_can_be_shown(show, bilingual):
    page = show(bilingual)
    flagged = page.locator(".row.flagged").count()
    assert 0 < flagged < page.locator(".row").count()
    page.locator("#only-review").check()
    assert page.locator(".row:visible").count() == flagged


def test_a_sentence_lights_up_in_both_languages(show, bilingual):
    page = show(bilingual)
    sentence = page.locator("#a2 .nl .s").nth(1)
    sentence.hover()
    unit = sentence.get_attribute("data-unit")
    lit = page.locator(".lit")
    assert lit.count() >= 2
    assert {lit.nth(n).get_attribute("data-unit") for n in range(lit.count())} == {unit}


def test_notes_lead_there_and_back(show, bilingual):
    page = show(bilingual)
    page.locator("#q7 .en .noteref a").click()
    assert page.evaluate("location.hash") == "#note-2"
    page.locator("#note-2 a.en").click()
    assert page.evaluate("document.querySelector(':target').closest('.part').id") == "q7"


@pytest.mark.parametrize("width", [320, 768, 1440, 2200])
@pytest.mark.parametrize("name", ["bilingual", "hostile"])
def test_nothing_runs_off_the_side(request, show, name: str, width: int):
    page = show(request.getfixturevalue(name), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_both_languages_on_a4(show, bilingual):
    page = show(bilingual, "#en")
    page.emulate_media(media="print")
    assert not visible(page, ".bar")
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize(("scheme", "fragment"), [("light", ""), ("dark", ""), ("light", "#en")])
def test_axe_finds_no_violation(show, bilingual, scheme: str, fragment: str):
    from axe_playwright_python.sync_playwright import Axe

    page = show(bilingual, fragment, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


def test_a_letter_of_a_hundred_questions_is_laid_out_quickly(show, long_letter):
    page = show(long_letter)
    begun = time.perf_counter()
    page.evaluate("document.body.style.width = '90%'; document.body.offsetHeight")
    # 200 ms is the aim on a quiet machine; a test on a busy one only catches what is ten times worse
    assert time.perf_counter() - begun < 2


def test_the_index_searches_and_sorts(browser, bilingual, long_letter, tmp_path):
    from docconv.exporters.html import index

    path = tmp_path / "index.html"
    path.write_bytes(index([bilingual, long_letter], [{"html": tmp_path / "a b.html"}, {}]))
    page = browser.new_page()
    page.goto(path.as_uri())
    rows = page.locator("tbody tr")
    assert rows.count() == 2
    page.locator("#search").fill("xinjiang")
    assert page.locator("tbody tr:visible").count() == 1
    assert page.locator("tbody tr:visible a").get_attribute("href") == "a%20b.html"
    page.locator("#search").fill("")
    page.get_by_role("button", name="Questions").click()
    assert [rows.nth(n).locator("td").nth(4).inner_text() for n in range(2)] == ["14", "100"]
    page.close()

"""The page as markup: complete, valid, harmless, the same each time."""

from __future__ import annotations

import re

import html5lib
import pytest
from lxml import etree, html

import docconv
from docconv.model import paragraphs


def tree(bilingual):
    return html.fromstring(docconv.export(bilingual, "html"))


def test_every_paragraph_stands_in_both_languages(bilingual):
    page = tree(bilingual)
    rows = page.xpath('//div[contains(concat(" ", @class, " "), " row ")]')
    found = list(paragraphs(bilingual.letter))
    assert len(rows) == len(found)
    texts = {
        (squeezed(r.xpath('*[contains(@class, "cell nl")]')[0]), squeezed(r.xpath('*[contains(@class, "cell en")]')[0]))
        for r in rows
    }
    for paragraph in found:
        pair = (letters(bilingual.source(paragraph).plain("{}")), letters(bilingual.target(paragraph).plain("{}")))
        assert pair in texts


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def squeezed(element) -> str:
    return letters(element.text_content())


@pytest.mark.parametrize("name", ["bilingual", "hostile", "long_letter"])
def test_the_markup_is_valid(request, name: str):
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(docconv.export(request.getfixturevalue(name), "html").decode())


@pytest.mark.parametrize("name", ["bilingual", "hostile", "long_letter"])
def test_ids_are_unique_and_links_inside_the_page_arrive(request, name: str):
    page = tree(request.getfixturevalue(name))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_nothing_of_a_hostile_letter_becomes_markup(hostile):
    page = tree(hostile)
    assert len(page.xpath("//script")) == 2
    assert page.xpath("//img | //iframe | //object | //@onerror | //@onclick") == []
    for href in page.xpath("//a/@href"):
        assert re.match(r"(#|https?://|mailto:)", href), href
    assert "<script>alert(1)</script>" in page.text_content()
    assert "{{ 7 * 7 }}" in page.text_content()
    assert "\u202e" not in page.text_content()


def test_the_page_is_small_and_loads_nothing(bilingual):
    data = docconv.export(bilingual, "html")
    assert len(data) < 150_000
    page = html.fromstring(data)
    assert page.xpath("//link | //img | //*[@src]") == []
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_rows_and_sentences_bear_the_ids_of_the_archives_files_and_of_the_units(bilingual):
    page = tree(bilingual)
    archive = etree.fromstring(docconv.export(bilingual, "akn-eng"))
    known = {element.get("eId"): element for element in archive.iter() if element.get("eId")}
    found = page.xpath("//@data-eid")
    assert len(found) == len(list(paragraphs(bilingual.letter)))
    assert set(found) <= set(known)
    assert squeezed(page.xpath('//*[@id="q3-p1"]/*[contains(@class, "cell en")]')[0]) == letters(
        "".join(known[page.xpath('//*[@id="q3-p1"]/@data-eid')[0]].itertext())
    )
    assert set(page.xpath("//@data-unit")) == {unit.id for unit in bilingual.units}


def test_the_page_says_what_made_it(bilingual):
    text = tree(bilingual).text_content()
    for part in (
        bilingual.signature.source_sha256,
        bilingual.signature.glossary_sha256,
        "Unofficial machine translation",
    ):
        assert part in text


def test_the_same_letter_gives_the_same_page(bilingual):
    assert docconv.export(bilingual, "html") == docconv.export(bilingual, "html")

"""Nothing of a letter is lost and nothing is invented: what both documents say is what the units say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx2python import docx2python
from docx_cases import FORMATS, Case
from docx_package import Package, W

import docconv
from docconv.exporters import export
from docconv.exporters.characters import legible
from docconv.model import Footnote, FootnoteRef, Paragraph, paragraphs


def words_of(case: Case, language: str, *, notes: bool) -> list[str]:
    """The text of each paragraph in a language, references to notes left out; of the notes or of the rest."""
    give = case.bilingual.source if language == "nl" else case.bilingual.target
    children = [c for c in case.bilingual.letter.children if isinstance(c, Footnote) == notes]
    return [text for c in children for p in paragraphs(c) if (text := said(give(p)))]


def said(rich) -> str:
    """A text as a document says it: a reference without a note stands as its marker, one with a note as a mark."""
    found = list(rich.text)
    for inline in rich.inlines:
        if isinstance(inline, FootnoteRef):
            found[inline.span.start] = "" if inline.note else inline.marker
    return legible("".join(found))


def missing(wanted: list[str], there: list[str]) -> list[str]:
    return list((Counter(wanted) - Counter(there)).elements())


def bodies(case: Case, format: str) -> list[str]:
    return case.package(format).paragraphs()


def test_the_briefing_says_every_paragraph(case: Case):
    said_there = bodies(case, "en-docx")
    assert words_of(case, "en", notes=False)
    assert missing(words_of(case, "en", notes=False), said_there) == []


def test_the_briefing_says_every_note(case: Case):
    there = [text for note in case.package("en-docx").notes().values() for text in note]
    there += bodies(case, "en-docx")
    assert missing(notes_with_markers(case, "en"), there) == []


def notes_with_markers(case: Case, language: str) -> list[str]:
    """The text of notes: a reference inside a note is its marker."""
    give = case.bilingual.source if language == "nl" else case.bilingual.target
    found = []
    for note in case.bilingual.letter.footnotes:
        for p in paragraphs(note):
            rich = give(p)
            text = list(rich.text)
            for inline in rich.inlines:
                if isinstance(inline, FootnoteRef):
                    text[inline.span.start] = inline.marker
            found.append(legible("".join(text)))
    return [text for text in found if text]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_says_every_paragraph(case: Case, language: str):
    there = bodies(case, "bilingual-docx")
    whole = " ".join(there)
    lost = missing(words_of(case, language, notes=False), there)
    assert [text for text in lost if text not in whole] == []  # a long paragraph is split between sentences


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_says_every_note_in_both_languages(case: Case, language: str):
    there = [text for note in case.package("bilingual-docx").notes().values() for text in note]
    there += bodies(case, "bilingual-docx")
    lost = missing(notes_with_markers(case, language), there)
    assert [text for text in lost if text not in there] == []  # what reads alike in both languages is said once


def test_the_letters_order_is_kept_in_the_table(oeigoeren: Case):
    there = bodies(oeigoeren, "bilingual-docx")
    places = [there.index(text) for text in words_of(oeigoeren, "nl", notes=False)[1:]]
    assert places == sorted(places)
    assert len(places) > 28


def test_python_docx_reads_the_same_text_as_the_units(oeigoeren: Case):
    document = docx.Document(BytesIO(oeigoeren.files["en-docx"]))
    read = [p.text for p in document.paragraphs]
    assert missing(words_of(oeigoeren, "en", notes=False), read) == []


@pytest.mark.parametrize("format", FORMATS)
def test_docx2python_reads_the_same_text_as_the_units(oeigoeren: Case, format: str):
    with docx2python(BytesIO(oeigoeren.files[format])) as read:
        body = flat(read.body)
        notes = flat(read.footnotes)
    wanted = words_of(oeigoeren, "en", notes=False)
    bare = [without_marks(text) for text in body]
    assert missing([plain(t) for t in wanted], [plain(t) for t in bare]) == []
    assert sum(bool(text.strip()) for text in notes) == 3 * (1 if format == "en-docx" else 2)


def flat(nested) -> list[str]:
    return [nested] if isinstance(nested, str) else [text for part in nested for text in flat(part)]


def without_marks(text: str) -> str:
    """docx2python writes references as ----footnote1---- and links as <a href=…>…</a>."""
    return re.sub(r"----footnote\d+----|</?a[^>]*>", "", text)


def plain(text: str) -> str:
    """A text without the number that a cross-reference to a note shows at its end."""
    return " ".join(text.split()).rstrip("123")


def test_docconv_reads_the_briefing_back(oeigoeren: Case):
    """docconv's own reader sees the questions of the briefing."""
    source = docconv.read(oeigoeren.files["en-docx"])
    for text in words_of(oeigoeren, "en", notes=False):
        assert text.split("  ")[0][:60] in source.text


def test_a_paragraph_without_english_stands_in_dutch_and_says_so(by_hand: Case):
    first = next(p for p in paragraphs(by_hand.bilingual.letter) if isinstance(p, Paragraph))
    units = tuple(u for u in by_hand.bilingual.units if u.paragraph != first.id)
    package = Package(export(replace(by_hand.bilingual, units=units), "en-docx"))
    assert first.text in package.paragraphs()
    run = next(r for r in package.root("document").iter(f"{W}r") if "".join(r.itertext()) == first.text)
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") == "nl-NL"

"""With `comments`, each flagged sentence has a Word comment that says why; without it there is none."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx_cases import FORMATS, Case
from docx_package import Package, W

from docconv.exporters import export
from docconv.exporters.review import flagged
from docconv.model import Footnote, paragraphs
from docconv.protocols import ExportOptions


@pytest.mark.parametrize("format", FORMATS)
def test_each_flagged_sentence_of_the_text_has_a_comment(oeigoeren: Case, format: str):
    letter = oeigoeren.bilingual.letter
    noted = {p.id for c in letter.children if isinstance(c, Footnote) for p in paragraphs(c)}
    wanted = ["\n".join(why) for unit, why in flagged(oeigoeren.bilingual) if unit.paragraph not in noted]
    assert wanted
    data = export(oeigoeren.bilingual, format, ExportOptions(comments=True))
    comments = list(docx.Document(BytesIO(data)).comments)
    assert sorted(comment.text for comment in comments) == sorted(wanted)
    assert {comment.author for comment in comments} == {"docconv"}


def test_a_comment_spans_its_sentence(oeigoeren: Case):
    data = export(oeigoeren.bilingual, "en-docx", ExportOptions(comments=True))
    root = Package(data).root("document")
    spans: dict[str, str] = {}
    opened: list[str] = []
    for one in root.iter():
        if one.tag == f"{W}commentRangeStart":
            opened.append(one.get(f"{W}id"))
            spans[opened[-1]] = ""
        elif one.tag == f"{W}commentRangeEnd":
            opened.remove(one.get(f"{W}id"))
        elif one.tag == f"{W}t" and opened:
            spans[opened[-1]] += one.text
    assert opened == []
    targets = {unit.target.plain("") for unit, _ in flagged(oeigoeren.bilingual)}
    assert spans
    assert {text.strip() for text in spans.values()} <= {text.strip() for text in targets}


@pytest.mark.parametrize("format", FORMATS)
def test_without_the_option_there_is_no_comment(oeigoeren: Case, format: str):
    assert not any("comments" in name for name in oeigoeren.package(format).parts)


def test_comments_do_not_follow_the_clock(oeigoeren: Case):
    options = ExportOptions(comments=True)
    assert export(oeigoeren.bilingual, "en-docx", options) == export(oeigoeren.bilingual, "en-docx", options)
    comments = Package(export(oeigoeren.bilingual, "en-docx", options)).root("comments")
    assert {one.get(f"{W}date") for one in comments} == {None}  # the letter prints no date

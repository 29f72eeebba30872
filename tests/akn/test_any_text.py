"""Whatever a letter holds, its files are valid and keep every character that XML can hold."""

from __future__ import annotations

import letters
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docconv.exporters import export
from docconv.exporters.akn_citations import Mark
from docconv.exporters.akn_inlines import nested, render
from docconv.exporters.akn_node import Node, clean
from docconv.model import (
    Citation,
    Date,
    Emphasis,
    Foreign,
    Link,
    Number,
    Question,
    Quote,
    RichText,
    SentenceMark,
    Span,
    TermMark,
)

TEXT = st.text(st.characters(), min_size=1, max_size=40)
WORDS = st.text("abc <&>\"'￼\x0c\x00 é😀\u202e", min_size=1, max_size=40)


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    words = draw(WORDS)
    inlines = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(words)))
        span = Span(start, draw(st.integers(start, len(words))))
        inlines.append(draw(st.sampled_from(INLINES))(span))
    return RichText(words).adding(inlines)


INLINES = [
    lambda s: Citation(s, "kamerstuk", "kst-1", "https://example.org/kst-1.html"),
    lambda s: Citation(s, "eu", None, None),
    lambda s: Citation(s, "ecli", "ECLI:NL:1", "javascript:alert(1)"),
    lambda s: Link(s, "https://example.org/%zz?a=1&b=[2]|{3}\\ \x00é#x#y"),
    lambda s: Link(s, "mailto:a@b.nl"),
    Quote,
    lambda s: Quote(s, title=True),
    lambda s: Date(s, "2020-02-30"),
    lambda s: Date(s, "2020-02"),
    lambda s: Date(s, "2020-02-29"),
    lambda s: Number(s, "1.5", "%"),
    lambda s: Foreign(s, "en"),
    lambda s: Foreign(s, "not a language"),
    lambda s: Emphasis(s, "bold"),
    lambda s: Emphasis(s, "superscript"),
    lambda s: SentenceMark(s, "u1"),
    lambda s: TermMark(s, "t", "u1", 0),
]


def letter_of(rich: RichText):
    w = letters.Writer()
    w.section("title", "Antwoorden")
    w.question("Vraag 1", "x")
    w.answer("Antwoord", "Ja.", numbers=("1",))
    letter = w.letter()
    (question,) = letter.questions
    (paragraph,) = question.blocks
    leaf = letters.Leaf(paragraph.leaves[0].span, "text")
    changed = letters.Paragraph((leaf,), rich, tuple([leaf.span.start] * len(rich.text)))
    children = [Question(q.numbers, q.label, q.leaves, (changed,)) if q is question else q for q in letter.children]
    return letters.replace(letter, children=tuple(children))


def text_of(content: list) -> str:
    return "".join(item if isinstance(item, str) else text_of(item.content) for item in content)


@given(rich_texts())
def test_no_character_is_lost_however_inlines_cross(rich: RichText):
    assert text_of(render(rich, "p1", (), {})) == rich.text


@given(rich_texts())
def test_no_element_is_empty(rich: RichText):
    def check(content: list) -> None:
        for item in content:
            if isinstance(item, Node):
                assert text_of(item.content)
                check(item.content)

    check(render(rich, "p1", (), {}))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=8))
def test_marks_nest(triples: list[tuple[int, int, bool]]):
    marks = [Mark(Span(min(a, b), max(a, b)), "i", solid=solid) for a, b, solid in triples]
    made = nested(marks)
    for one in made:
        for other in made:
            apart = one.span.end <= other.span.start or other.span.end <= one.span.start
            assert apart or one.span.covers(other.span) or other.span.covers(one.span)
    assert sum(mark.solid for mark in made) <= sum(solid for *_, solid in triples)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(rich_texts())
def test_any_paragraph_makes_valid_files(rich: RichText):
    bilingual = letters.translated(letter_of(rich))
    root = etree.fromstring(export(bilingual, "akn-nld"))
    assert etree.fromstring(export(bilingual, "akn-eng")) is not None
    (question,) = root.iter("{*}question")
    there = "".join("".join(p.itertext()) for p in question.iter("{*}p"))
    assert "".join(there.split()) == "".join(clean(rich.text).split())


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["http://", "https://a.nl", "https://a.nl/", "mailto:", ""]), TEXT)
def test_any_address_is_left_out_or_valid(start: str, rest: str):
    link = Link(Span(0, 3), start + rest)
    assert etree.fromstring(export(letters.translated(letter_of(RichText("hier", (link,)))), "akn-nld")) is not None


@settings(max_examples=15, deadline=None)
@given(TEXT, TEXT)
def test_any_label_and_any_name_make_valid_files(label: str, name: str):
    w = letters.Writer()
    w.question(label, "Wat?", numbers=("1",))
    w.answer("Antwoord op " + label, "Ja.", numbers=("1",))
    data = letters.METADATA
    members = (letters.Member(name, letters.HERE, label), *data.members)
    ministers = (letters.Minister(label, letters.HERE, name, name, None), *data.ministers)
    metadata = letters.replace(data, members=members, ministers=ministers, subject=letters.Printed(name, letters.HERE))
    bilingual = letters.translated(w.letter(metadata, name=name))
    assert etree.fromstring(export(bilingual, "akn-eng")) is not None


@pytest.mark.benchmark
def test_a_letter_costs_less_than_50_ms(rich):
    from time import process_time

    export(rich, "akn-nld")
    start = process_time()
    for _ in range(10):
        export(rich, "akn-nld"), export(rich, "akn-eng")
    assert (process_time() - start) / 10 < 0.05

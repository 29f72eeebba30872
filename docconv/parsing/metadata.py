"""What a letter says of itself in its masthead, its title and its cover: kind, subject, people, dates and numbers.

Every value comes with the span that it was read from; nothing is looked for behind the first question, where other papers
are spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docconv.model import (
    Answer,
    Letter,
    Member,
    Metadata,
    Minister,
    Paragraph,
    Printed,
    Question,
    Section,
    Span,
    paragraphs,
)
from docconv.model.letter import LetterKind
from docconv.parsing.dates import find_dates
from docconv.parsing.members import find_members
from docconv.parsing.ministers import find_ministers
from docconv.parsing.ministries import find_ministry

_FRONT = 50_000  # code points: no cover and title are longer, and a text without questions must not cost more
_MOST = 12  # members of the government in a title; the largest number seen is five
_DATE = r"(?P<date>\d{1,2}\.?\s+[a-z]+\.?\s*(?:19|20)\d\d|\d{1,2}-\d{1,2}-(?:19|20)\d\d)"
_ASKED = (
    re.compile(rf"\b[Ii]ngezonden(?:\s+op)?:?\s+{_DATE}"),
    re.compile(rf"uw\s+(?:brief|verzoek)\s+van\s+{_DATE}"),
)
_ANSWERED = (
    re.compile(rf"\b[Oo]ntvangen(?:\s+op)?:?\s+{_DATE}"),
    re.compile(rf"^[ \t\f]*Datum:?\s+{_DATE}", re.MULTILINE),
    re.compile(rf"^[ \t\f]*(?:Den Haag|’s-Gravenhage|'s-Gravenhage),?\s+{_DATE}", re.MULTILINE),
)
_CASE = re.compile(r"\b(?:19|20)\d\dZ\d{5}\b")
_APPENDIX = (
    re.compile(r"regering gegeven antwoorden[\s*_#]+(?P<number>\d{1,4})[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t]*AH[ \t-]+(?P<number>\d{1,4})[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t\f]*ah-tk-\d{8}-(?P<number>\d{1,4})[ \t]*$", re.MULTILINE),
)
_SESSION = re.compile(r"[Vv]ergaderjaar\s+(?P<from>(?:19|20)\d\d)\s?[-–/]\s?(?P<to>(?:19|20)?\d\d)")
_SUBJECT = re.compile(r"\s(?:over|inzake|betreffende|met betrekking tot|aangaande)\s")
_SUBJECT_END = re.compile(r"\s*\((?:ingezonden|ontvangen)|\.?\s*$|(?<=[\w)»”’])\.\s(?=[A-Z(])")
_SUBJECT_LINE = re.compile(r"^[ \t]*(?:Onderwerp|Betreft)\b:?[ \t]*\n?", re.MULTILINE)
_SIGNATURE = (
    r"(?:(?:mr|drs|dr|ir|prof)\.\s)*(?:[A-Z]\.){1,4}\s?(?:[a-z’']+ ){0,3}[A-ZÀ-Þ][\w\u0300-\u036f-]+(?: [\w-]+){0,2}"
)
_ANSWER_TITLE = re.compile(r"(?:Antwoord|Beantwoording|Mededeling|Uitstel)", re.IGNORECASE)


def read_metadata(letter: Letter) -> Metadata:
    """Give what the letter says of itself."""
    text = letter.source.text
    front = text[: min(_front_end(letter), _FRONT)]
    titles = _titles(letter)
    answered = _dated(_ANSWERED, front)
    day = answered.value if answered else None
    return Metadata(
        kind=_kind(letter, titles),
        title=_title(titles),
        subject=_subject(letter, titles),
        ministers=_ministers(letter, titles, day),
        members=_members(letter, titles),
        date_asked=_dated(_ASKED, front),
        date_answered=answered,
        zaaknummer=next((Printed(m[0], Span(*m.span())) for m in _CASE.finditer(front)), None),
        aanhangsel=_appendix(text, front),
        vergaderjaar=_session(text, front),
    )


def _front_end(letter: Letter) -> int:
    """Give where the first question or answer begins; the text's end where there is none."""
    asked: tuple[Question | Answer, ...] = (*letter.questions[:1], *letter.answers[:1])
    for child in asked:
        first = [leaf.span.start for leaf in child.leaves] + [p.leaves[0].span.start for p in paragraphs(child)]
        if first:
            return min(first)
    return len(letter.source.text)


def _titles(letter: Letter) -> list[Paragraph]:
    """Give the paragraphs of the title block."""
    found: list[Paragraph] = []
    for child in letter.children:
        if isinstance(child, Section) and child.role == "title":
            found += paragraphs(child)
    return found


def _around(letter: Letter) -> Iterable[Paragraph]:
    """Give the paragraphs of the cover and the introduction, which say what the title leaves out."""
    for child in letter.children:
        if isinstance(child, Section) and child.role in {"cover", "introduction", "signature"}:
            yield from paragraphs(child)


def _kind(letter: Letter, titles: list[Paragraph]) -> LetterKind:
    if any(answer.kind == "answer" for answer in letter.answers):
        return "answers"
    if letter.answers or any("Mededeling" in p.text[:40] for p in titles):
        return "notice"
    if letter.questions or any("ragen van" in p.text[:40] for p in titles):
        return "questions"
    return "other"


def _title(titles: list[Paragraph]) -> Printed | None:
    if titles:
        return _printed(titles[0], Span(0, len(titles[0].text)))
    return None


def _subject(letter: Letter, titles: list[Paragraph]) -> Printed | None:
    for paragraph in titles:
        start = _SUBJECT.search(paragraph.text)
        if start:
            end = _SUBJECT_END.search(paragraph.text, start.end())
            return _printed(paragraph, Span(start.end(), end.start() if end else len(paragraph.text)))
    for paragraph in _around(letter):
        start = _SUBJECT_LINE.match(paragraph.text)
        if start and len(paragraph.text) > start.end():
            return _printed(paragraph, Span(start.end(), len(paragraph.text)))
    return None


def _printed(paragraph: Paragraph, span: Span) -> Printed | None:
    """Give a stretch of a paragraph, without the stop that closes it, as a value with its place in the source."""
    words = span.of(paragraph.text).replace("\ufffc", "")
    if not words.strip():
        return None
    return Printed(" ".join(words.split()), paragraph.source_span(span))


def _ministers(letter: Letter, titles: list[Paragraph], day: str | None) -> tuple[Minister, ...]:
    answering = [p for p in titles if _ANSWER_TITLE.match(p.text)] or titles
    for group in (answering, list(_around(letter))):
        found = [minister for p in group for minister in _ministers_in(letter.source.text, p, day)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _ministers_in(source: str, paragraph: Paragraph, day: str | None) -> list[Minister]:
    """Give the members of the government in a title; those behind "aan" are asked, not answering, where others answer."""
    text = paragraph.text
    answering = _ANSWER_TITLE.match(text)
    asked = re.search(r"\bop (?:de |uw |schriftelijke |Kamer)?(?:[Kk]amer)?vragen\b|\bvan (?:het lid|de leden)\b", text)
    found = []
    for named in find_ministers(text)[:_MOST]:
        if answering and asked and named.start > asked.start():
            break
        ministry, tooi = find_ministry(named.portfolio, day)
        span = paragraph.source_span(Span(named.start, named.end))
        name = named.name or _signed(source, named.title)
        found.append(Minister(named.title, span, name, ministry, tooi, named.on_behalf))
    return found


def _signed(source: str, title: str) -> str | None:
    """Give the name that stands under a minister's office where the letter is signed."""
    words = r"\s{1,20}".join(re.escape(word) for word in title.split())
    m = re.search(
        rf"(?i:\b{words}),?[ \t]{{0,9}}\r?\n[\s]{{0,20}}?(?P<name>{_SIGNATURE})[ \t]{{0,9}}\r?$", source, re.MULTILINE
    )
    return " ".join(m["name"].split()) if m else None


def _members(letter: Letter, titles: list[Paragraph]) -> tuple[Member, ...]:
    for paragraph in (*titles, *_around(letter)):
        found = find_members(paragraph.text)
        if found:
            return tuple(Member(m.name, paragraph.source_span(Span(m.start, m.end)), m.party) for m in found)
    return ()


def _dated(patterns: tuple[re.Pattern[str], ...], front: str) -> Printed | None:
    for pattern in patterns:
        for m in pattern.finditer(front):
            dates = find_dates(" ".join(re.sub(r"(?<=[a-z])(?=\d)", " ", m["date"].replace(".", "")).split()))
            if dates and len(dates[0].iso) == 10:
                return Printed(dates[0].iso, Span(*m.span("date")))
    return None


def _appendix(text: str, front: str) -> Printed | None:
    for pattern, words in ((_APPENDIX[0], front), (_APPENDIX[1], front), (_APPENDIX[2], text)):
        if m := pattern.search(words):
            return Printed(m["number"], Span(*m.span("number")))
    return None


def _session(text: str, front: str) -> Printed | None:
    head = re.search(r"^.{0,200}?Vragen van", front, re.DOTALL)
    m = _SESSION.search(front, 0, head.end() if head else 400) or re.search(
        rf"Tweede Kamer, {_SESSION.pattern}, (?:Aanhangsel|Vragen)", text
    )
    if m is None:
        return None
    last = m["to"] if len(m["to"]) == 4 else m["from"][:2] + m["to"]
    return Printed(f"{m['from']}-{last}", Span(m.start("from"), m.end("to")))

"""What passes through translation unchanged or by rule: note references, addresses, references to papers, dates, amounts, titles.

The parser marks most of them as inlines; patterns here find what it leaves unmarked, such as times and percentages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from docconv.model import OBJECT, Citation, Date, FootnoteRef, Foreign, Inline, Link, Number, Quote, RichText, Span
from docconv.translation import citations, dates, numbers

# yes: https://a.nl/b  www.a.nl  a.b@c.nl   no: o.a.
_ADDRESS = re.compile(rf"(?:https?://|www\.)[^\s<>{OBJECT}]*[^\s<>{OBJECT}.,;:!?)\]’”'\"]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# yes: km²  CO₂  ½  ⟦0⟧   no: kabinet  €
_SPECIAL = re.compile(r"⟦[^⟦⟧\s]{0,9}⟧|[⟦⟧]|\w*[²³¹⁰⁴-⁹₀-₉½¼¾⅓⅔⅛℃℉№™][\w²³¹⁰⁴-⁹₀-₉]*")


@dataclass(frozen=True, slots=True)
class Placeable:
    """Something at `span` of a sentence, and its English with the inlines that stand in it.

    `kind` is "note", "url", "citation", "title", "foreign", "date", "time", "amount", "percent", "number", "name" or
    "special", or the name of a phrase's slot.
    """

    kind: str
    span: Span
    source: str
    english: RichText


def placeables(sentence: RichText, names: Iterable[str] = ()) -> tuple[Placeable, ...]:
    """Give the placeables of a sentence in order; none overlaps another. `names` are kept as they are.

    Of two that overlap the one that the more telling rule found stays: a date inside a quoted title is part of the title.
    """
    taken: list[Placeable] = []
    for find in _FINDERS:
        for found in find(sentence):
            if all(found.span.end <= other.span.start or other.span.end <= found.span.start for other in taken):
                taken.append(found)
    for found in _names(sentence, names):
        if all(found.span.end <= other.span.start or other.span.end <= found.span.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda placeable: placeable.span))


def _kept(sentence: RichText) -> Iterator[Placeable]:
    """Yield what stays in its own language: titles of articles, passages in English, addresses."""
    for inline in sentence.inlines:
        match inline:
            case Quote(title=True):
                inner = Span(inline.span.start + 1, max(inline.span.end - 1, inline.span.start + 1))
                yield _placeable("title", sentence, inline.span, [Foreign(inner, "nl"), *_inside(sentence, inline)])
            case Foreign(language="en"):
                yield _placeable("foreign", sentence, inline.span, _inside(sentence, inline))
            case Link():
                yield _placeable("url", sentence, inline.span, [inline])
            case _:
                pass


def _notes(sentence: RichText) -> Iterator[Placeable]:
    for inline in sentence.inlines:
        if isinstance(inline, FootnoteRef):
            yield _placeable("note", sentence, inline.span, [inline])


def _citations(sentence: RichText) -> Iterator[Placeable]:
    for inline in sentence.inlines:
        if isinstance(inline, Citation):
            english = citations.english(inline.span.of(sentence.text))
            if english is not None:
                yield _by_rule("citation", sentence, inline.span, english, inline)


def _dates(sentence: RichText) -> Iterator[Placeable]:
    marked = [inline for inline in sentence.inlines if isinstance(inline, Date)]
    for inline in marked:
        english = dates.english(dates.plain(inline.span.of(sentence.text)))
        if english is not None:
            yield _by_rule("date", sentence, inline.span, english, inline)
    for pattern in (dates.DATE, dates.NUMERIC, dates.MONTH):
        for found in pattern.finditer(sentence.text):
            english = dates.english(dates.plain(found[0]))
            if english is not None:
                yield _by_rule("date", sentence, Span(*found.span()), english)


def _numbers(sentence: RichText) -> Iterator[Placeable]:
    marked = {inline.span: inline for inline in sentence.inlines if isinstance(inline, Number)}
    for kind, pattern, english in _PATTERNS:
        for found in pattern.finditer(sentence.text):
            span = Span(*found.span())
            inline = next((i for s, i in marked.items() if span.covers(s)), None)
            yield _by_rule(kind, sentence, span, english(found), inline)


def _addresses(sentence: RichText) -> Iterator[Placeable]:
    for found in _ADDRESS.finditer(sentence.text):
        yield _placeable("url", sentence, Span(*found.span()), [])


def _names(sentence: RichText, names: Iterable[str]) -> Iterator[Placeable]:
    for name in sorted(set(names), key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence.text) if name else ():
            yield _placeable("name", sentence, Span(*found.span()), [])


def _special(sentence: RichText) -> Iterator[Placeable]:
    """Yield words with characters that SentencePiece would write otherwise, and marks that are symbols to a model."""
    for found in _SPECIAL.finditer(sentence.text):
        yield _placeable("special", sentence, Span(*found.span()), [])


_FINDERS: tuple[Callable[[RichText], Iterator[Placeable]], ...] = (
    _kept,
    _addresses,
    _citations,
    _notes,
    _dates,
    _numbers,
    _special,
)
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("time", numbers.TIME, numbers.time),
    ("amount", numbers.AMOUNT, numbers.amount),
    ("amount", numbers.EUROS, numbers.amount),
    ("percent", numbers.PERCENT, numbers.percent),
    ("number", numbers.LOCAL, numbers.number),
)


def _inside(sentence: RichText, outer: Inline) -> list[Inline]:
    """Give the note references inside a kept passage."""
    return [i for i in sentence.inlines if isinstance(i, FootnoteRef) and outer.span.covers(i.span)]


def _placeable(kind: str, sentence: RichText, span: Span, inlines: Iterable[Inline]) -> Placeable:
    """Give a placeable whose English is its source; `inlines` count in the sentence."""
    text = span.of(sentence.text)
    return Placeable(
        kind, span, text, RichText(text).adding(replace(i, span=i.span.shift(-span.start)) for i in inlines)
    )


def _by_rule(kind: str, sentence: RichText, span: Span, english: str, inline: Inline | None = None) -> Placeable:
    whole = () if inline is None else (replace(inline, span=Span(0, len(english))),)
    return Placeable(kind, span, span.of(sentence.text), RichText(english, whole))

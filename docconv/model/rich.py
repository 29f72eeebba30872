"""Rich text: a string and what stands in it, the shape in which Dutch and English alike reach the exporters.

A footnote reference stands in the string as one U+FFFC (OBJECT REPLACEMENT CHARACTER, Unicode 15, section 23.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from docconv.model.span import Span

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"

CitationKind = Literal["kamerstuk", "aanhangsel", "handelingen", "stb", "stcrt", "trb", "ecli", "bwb", "eu"]


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A reference to the note with `marker`; `note` is that note's id, None where no note was found."""

    span: Span
    marker: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an official paper. `target` is its identifier (kst-30821-42), None where it is not complete."""

    span: Span
    kind: CitationKind
    target: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A web or mail address. `href` is http, https or mailto."""

    span: Span
    href: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage between quotation marks, marks included. `title` tells a title (of an article) from speech."""

    span: Span
    title: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date; `iso` is YYYY-MM-DD, YYYY-MM or YYYY."""

    span: Span
    iso: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit. `value` is a decimal with a point ("1250.50"); `unit` is "%", "EUR", "km" … or ""."""

    span: Span
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language than the text around it; `language` is a BCP 47 tag ("en")."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart in the source."""

    span: Span
    style: Literal["bold", "italic", "superscript"]


@dataclass(frozen=True, slots=True)
class TermMark:
    """An occurrence of a glossary term; `hit` counts from 0 in the terms of the unit that holds it."""

    span: Span
    entry: str
    unit: str
    hit: int


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """A sentence: the part of a paragraph that a translation unit covers."""

    span: Span
    unit: str


Inline = FootnoteRef | Citation | Link | Quote | Date | Number | Foreign | Emphasis | TermMark | SentenceMark


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one set of inlines, the widest first."""

    text: str
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class RichText:
    """A string with the inlines that stand in it.

    Spans count code points of `text`. Inlines may cross (a quotation may run over two sentences); pieces are flat.
    """

    text: str = ""
    inlines: tuple[Inline, ...] = ()

    def slice(self, span: Span) -> RichText:
        """Give the part under `span`, with the inlines that lie wholly in it."""
        inside = (i for i in self.inlines if span.covers(i.span))
        return RichText(span.of(self.text), tuple(replace(i, span=i.span.shift(-span.start)) for i in inside))

    def adding(self, inlines: Iterable[Inline]) -> RichText:
        """Give this text with more inlines."""
        return RichText(self.text, tuple(sorted((*self.inlines, *inlines), key=_nesting)))

    def pieces(self) -> Iterator[Piece]:
        """Yield the text in runs, cut wherever an inline begins or ends.

        >>> rich = RichText("zie kst-1", (Link(Span(4, 9), "https://example.org"),))
        >>> [(p.text, len(p.inlines)) for p in rich.pieces()]
        [('zie ', 0), ('kst-1', 1)]
        """
        edges = {0, len(self.text)}.union(*({i.span.start, i.span.end} for i in self.inlines))
        cuts = sorted(edges)
        waiting = sorted(self.inlines, key=_nesting, reverse=True)
        active: list[Inline] = []
        for start, end in pairwise(cuts):
            active = [i for i in active if i.span.end > start]
            while waiting and waiting[-1].span.start <= start:
                inline = waiting.pop()
                if inline.span.end > start:
                    active.append(inline)
            yield Piece(self.text[start:end], tuple(active))

    def plain(self, note: str = "[^{}]") -> str:
        """Give the text with each footnote reference written as `note`, its marker filled in."""
        return "".join(_plain(piece, note) for piece in self.pieces())


def join(parts: Iterable[RichText], separator: str = " ") -> RichText:
    """Give the parts as one rich text.

    >>> join([RichText("Ja."), RichText("Nee.")]).text
    'Ja. Nee.'
    """
    text, inlines = "", []
    for part in parts:
        text += separator if text else ""
        inlines += [replace(i, span=i.span.shift(len(text))) for i in part.inlines]
        text += part.text
    return RichText(text, tuple(inlines))


def _nesting(inline: Inline) -> tuple[int, int]:
    return inline.span.start, -inline.span.end


def _plain(piece: Piece, note: str) -> str:
    marker = next((i.marker for i in piece.inlines if isinstance(i, FootnoteRef)), None)
    return piece.text if marker is None else note.format(marker)

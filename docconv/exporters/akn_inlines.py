"""Rich text as inline elements: notes at their references, citations, links, dates, quotations, names.

Inlines may cross, elements may not: what can be cut in two (emphasis, quotations) is cut, and of two that can't the later is
left out, its text kept. Elements: Akoma Ntoso 3.0, part 2, group inlineCM.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from docconv.exporters.akn_citations import Mark, citations, href
from docconv.exporters.akn_identity import is_date
from docconv.exporters.akn_node import Node, clean
from docconv.model import (
    Citation,
    Date,
    Emphasis,
    FootnoteRef,
    Foreign,
    Inline,
    Link,
    Number,
    Quote,
    RichText,
    SentenceMark,
    Span,
    TermMark,
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_EMPHASIS = {"bold": "b", "italic": "i", "superscript": "sup"}


def render(rich: RichText, paragraph: str, names: Iterable[Mark], notes: dict[Span, Node | str]) -> list[Node | str]:
    """Give the content of an element.

    `paragraph` is the id that keys the citations, `names` are marks besides the text's own inlines, `notes` says what
    stands in the place of each note reference.
    """
    given = (*_marks(rich.inlines, rich.text, paragraph), *names)
    marks = nested(mark for mark in given if mark.span.of(rich.text).strip())
    return _content(rich.text, Span(0, len(rich.text)), marks, notes)


def cleaned(rich: RichText) -> RichText:
    r"""Give a text without the characters that XML forbids, its inlines moved up.

    >>> cleaned(RichText("a\x0cb", (Emphasis(Span(2, 3), "bold"),))).inlines[0].span
    Span(start=1, end=2)
    """
    if clean(rich.text) == rich.text:
        return rich
    kept = [len(clean(rich.text[:n])) for n in range(len(rich.text) + 1)]
    moved = (replace(i, span=Span(kept[i.span.start], kept[i.span.end])) for i in rich.inlines)
    return RichText(clean(rich.text), tuple(moved))


def nested(marks: Iterable[Mark]) -> list[Mark]:
    """Give marks of which none crosses another, the widest first.

    >>> wide, late = Mark(Span(0, 4), "ref"), Mark(Span(2, 6), "i", solid=False)
    >>> [(mark.tag, mark.span.start, mark.span.end) for mark in nested([wide, late])]
    [('ref', 0, 4), ('i', 2, 4), ('i', 4, 6)]
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (not m.solid, m.span.start, -m.span.end)):
        crossed = [other.span for other in kept if _crosses(mark.span, other.span)]
        if not crossed:
            kept.append(mark)
        elif not mark.solid:
            kept += _cut(mark, crossed)
    return sorted((m for m in kept if len(m.span)), key=lambda m: (m.span.start, -m.span.end, not m.solid))


def _marks(inlines: Iterable[Inline], text: str, paragraph: str) -> Iterable[Mark]:
    yield from citations([i for i in inlines if isinstance(i, Citation)], text, paragraph)
    for inline in inlines:
        if (mark := _mark(inline)) is not None:
            yield mark


def _mark(inline: Inline) -> Mark | None:  # noqa: PLR0911 - one return a kind
    match inline:
        case Link():
            target = href(inline.href)
            return Mark(inline.span, "a", (("href", target),)) if target else None
        case Quote():
            if inline.title:
                return Mark(inline.span, "inline", (("name", "title"),), solid=False)
            return Mark(inline.span, "embeddedText", solid=False)
        case Date():
            if is_date(inline.iso):
                return Mark(inline.span, "date", (("date", inline.iso),))
            return Mark(inline.span, "inline", (("name", "date"), ("title", inline.iso)))
        case Foreign():
            known = _LANGUAGE.fullmatch(inline.language)
            return Mark(inline.span, "span", (("xml:lang", inline.language),), solid=False) if known else None
        case Emphasis():
            return Mark(inline.span, _EMPHASIS[inline.style], solid=False)
        case Citation() | FootnoteRef() | Number() | TermMark() | SentenceMark():
            return None
        case _:
            assert_never(inline)


def _crosses(one: Span, other: Span) -> bool:
    """Tell whether two spans overlap without either holding the other."""
    return one.start < other.end and other.start < one.end and not one.covers(other) and not other.covers(one)


def _cut(mark: Mark, crossed: Sequence[Span]) -> list[Mark]:
    """Give the parts of `mark` between the edges of what it crosses."""
    edges = {edge for span in crossed for edge in (span.start, span.end) if mark.span.start < edge < mark.span.end}
    cuts = [mark.span.start, *sorted(edges), mark.span.end]
    return [replace(mark, span=Span(a, b)) for a, b in pairwise(cuts)]


def _content(text: str, within: Span, marks: list[Mark], notes: dict[Span, Node | str]) -> list[Node | str]:
    found: list[Node | str] = []
    at, n = within.start, 0
    while n < len(marks):
        mark = marks[n]
        inner = [m for m in marks[n + 1 :] if mark.span.covers(m.span)]
        found += _plain(text, Span(at, mark.span.start), notes)
        found.append(mark.node(_content(text, mark.span, inner, notes)))
        at, n = mark.span.end, n + 1 + len(inner)
    return found + _plain(text, Span(at, within.end), notes)


def _plain(text: str, span: Span, notes: dict[Span, Node | str]) -> list[Node | str]:
    """Give plain text with the notes that stand in it."""
    found: list[Node | str] = []
    at = span.start
    for place in sorted(place for place in notes if span.covers(place)):
        found += [text[at : place.start], notes[place]]
        at = place.end
    found.append(text[at : span.end])
    return [item for item in found if item != ""]

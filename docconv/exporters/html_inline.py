"""Rich text as HTML: sentences, terms, notes, links and dates become nested elements; everything else is escaped.

Elements as the HTML Living Standard has them; notes use DPUB-ARIA 1.1 roles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup, escape

from docconv.exporters.characters import legible
from docconv.exporters.links import safe_href
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
    TermMark,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What inline elements need to know: the language, the notes that have an anchor, and the terms.

    `notes` maps a note's id to its anchor in the page; a reference gets an id once a page and language. `how` tells for a
    unit's id and the number of a term in it how the term was settled.
    """

    language: str
    notes: Mapping[str, str]
    seen: set[str]
    how: Mapping[tuple[str, int], str]


def render(rich: RichText, context: Context) -> Markup:
    """Give the rich text as HTML. An inline that crosses another is closed and opened again."""
    parts: list[Markup] = []
    opened: list[tuple[Inline, Markup]] = []
    for piece in rich.pieces():
        keep = 0
        while keep < min(len(opened), len(piece.inlines)) and opened[keep][0] is piece.inlines[keep]:
            keep += 1
        parts += [close for _, close in reversed(opened[keep:])]
        del opened[keep:]
        for inline in piece.inlines[keep:]:
            in_link = any(close == LINK_END for _, close in opened)
            start, close = _element(inline, context, in_link=in_link)
            parts.append(start)
            opened.append((inline, close))
        note = next((i for i in piece.inlines if isinstance(i, FootnoteRef)), None)
        parts.append(escape(legible(piece.text)) if note is None else escape(note.marker))
    parts += [close for _, close in reversed(opened)]
    return Markup("").join(parts)


NOTHING = Markup(""), Markup("")
LINK_END = Markup("</a>")


def _element(inline: Inline, context: Context, *, in_link: bool) -> tuple[Markup, Markup]:  # noqa: PLR0911 - one return a kind
    match inline:
        case FootnoteRef():
            return _reference(inline, context)
        case Link() | Citation():
            href = None if in_link else safe_href(inline.href)
            return (Markup('<a href="{}" rel="noopener noreferrer">').format(href), LINK_END) if href else NOTHING
        case Date():
            return Markup('<time datetime="{}">').format(inline.iso), Markup("</time>")
        case Foreign():
            start = Markup('<span lang="{}" translate="no">').format(inline.language)
            return start, Markup("</span>")
        case Emphasis():
            tag = {"bold": "b", "italic": "i", "superscript": "sup"}[inline.style]
            return Markup(f"<{tag}>"), Markup(f"</{tag}>")  # noqa: S704 - one of three constants
        case SentenceMark():
            return Markup('<span class="s" data-unit="{}">').format(inline.unit), Markup("</span>")
        case TermMark():
            if in_link:
                return NOTHING
            start = Markup('<a class="term" href="#term-{}" data-how="{}">')
            return start.format(anchor(inline.entry), context.how.get((inline.unit, inline.hit), "")), LINK_END
        case Quote() | Number():
            return NOTHING
        case _:
            assert_never(inline)


def _reference(ref: FootnoteRef, context: Context) -> tuple[Markup, Markup]:
    target = context.notes.get(ref.note or "")
    if target is None:
        return Markup('<sup class="noteref">'), Markup("</sup>")
    name = f"ref-{context.language}-{target}"
    id_part = Markup("") if name in context.seen else Markup(' id="{}"').format(name)
    context.seen.add(name)
    label = "Noot" if context.language == "nl" else "Note"
    start = Markup('<sup class="noteref"><a href="#{}"{} role="doc-noteref" aria-label="{} {}">').format(
        target, id_part, label, ref.marker
    )
    return start, Markup("</a></sup>")


def anchor(name: str) -> str:
    """Give a name as part of an HTML id: letters, digits and hyphens.

    >>> anchor("parl.tweede-kamer")
    'parl-tweede-kamer'
    """
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name)

"""The text of an Akoma Ntoso element as rich text: its inline elements become inlines, its notes references.

The elements are those that docconv writes (README, "Akoma Ntoso"); of any other the text is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args

from docconv.model import (
    OBJECT,
    Citation,
    Date,
    Emphasis,
    FootnoteRef,
    Foreign,
    Inline,
    Link,
    Quote,
    RichText,
    Span,
)
from docconv.model.rich import CitationKind

if TYPE_CHECKING:
    from lxml import etree

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
DC = "{urn:docconv:provenance:1}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LINE_ENDS = re.compile(r"[ \t\r\n]*[\r\n][ \t\r\n]*")


def name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def plain(element: etree._Element | None) -> str:
    """Give the text in an element without its notes, "" for None."""
    return "" if element is None else read_text(element).plain("").strip()


def read_text(element: etree._Element) -> RichText:
    """Give an element's text; each note in it is a reference to the note `n` and its number ("n3")."""
    reading = _Reading()
    reading.content(element)
    return RichText(reading.text).adding(reading.inlines)


def printed_references(element: etree._Element) -> list[str]:
    """Give for each reference in an element's text how it is printed, "" where its marker says so."""
    found: list[str] = []
    for child in element:
        if isinstance(child.tag, str) and child.get("status") != "editorial":
            found += [child.get(f"{DC}reference") or ""] if _refers(child) else printed_references(child)
    return found


def note_id(note: etree._Element) -> str:
    """Give the id that a note has in the model: "n3" for authorialNote_3."""
    number = re.search(r"_([0-9]+)$", note.get("eId") or "")
    return f"n{number[1]}" if number else f"n-{note.get('eId') or note.sourceline}"


@dataclass(slots=True)
class _Reading:
    text: str = ""
    inlines: list[Inline] = field(default_factory=list)

    def content(self, element: etree._Element) -> None:
        """Take in what stands in an element. Line ends are an editor's, not the letter's, and count as one space."""
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.get("status") != "editorial":
                self._child(child)
            self._add(child.tail)

    def _add(self, words: str | None) -> None:
        if words:
            folded = _LINE_ENDS.sub(" ", words)
            self.text += folded if self.text or folded == words else folded.lstrip(" ")

    def _child(self, child: etree._Element) -> None:
        start = len(self.text)
        if _refers(child):
            self.text += OBJECT
            self.inlines.append(_reference(child, Span(start, start + 1)))
            return
        self.content(child)
        inline = _inline(child, Span(start, len(self.text)))
        if inline is not None:
            self.inlines.append(inline)


def _refers(element: etree._Element) -> bool:
    return name(element) in {"authorialNote", "noteRef"} or element.get("class") == "noteReference"


def _reference(element: etree._Element, span: Span) -> FootnoteRef:
    if name(element) == "sup":
        return FootnoteRef(span, "".join(element.itertext()))
    if name(element) == "authorialNote":
        return FootnoteRef(span, element.get("marker") or "", note_id(element))
    number = re.search(r"authorialNote_([0-9]+)$", element.get("href") or "")
    return FootnoteRef(span, element.get("marker") or "", f"n{number[1]}" if number else None)


def _inline(element: etree._Element, span: Span) -> Inline | None:  # noqa: PLR0911 - one return a kind
    tag, kind = name(element), element.get("name")
    if tag == "ref" or (tag == "inline" and kind == "citation"):
        return _citation(element, span)
    if tag == "a":
        return Link(span, element.get("href") or "")
    if tag == "embeddedText" or (tag == "inline" and kind == "title"):
        return Quote(span, title=tag == "inline")
    if tag == "date" or (tag == "inline" and kind == "date"):
        return Date(span, element.get("date") or element.get("title") or "")
    if tag == "span" and element.get(XML_LANG):
        return Foreign(span, element.get(XML_LANG) or "")
    match tag:
        case "b":
            return Emphasis(span, "bold")
        case "i":
            return Emphasis(span, "italic")
        case "sup":
            return Emphasis(span, "superscript")
        case _:
            return None


def _citation(element: etree._Element, span: Span) -> Citation | None:
    kind = element.get("class") or ""
    if kind not in get_args(CitationKind):
        return None
    return Citation(span, cast("CitationKind", kind), element.get("title"), element.get("href"))

"""Rich text as runs of WordprocessingML: language on every run, notes and links as such, flagged sentences as comments.

ECMA-376 part 1: runs 17.3.2, hyperlinks 17.16.22, footnote references 17.11.14, comment ranges 17.13.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_elements import hyperlink, language, run, w
from docconv.exporters.docx_template import Styles
from docconv.exporters.labels import Language
from docconv.exporters.links import safe_href
from docconv.model import Citation, Emphasis, FootnoteRef, Foreign, Link, Piece, RichText, SentenceMark


class Links(Protocol):
    """Gives hyperlinks their relationships: a part of the package."""

    def to(self, href: str) -> str:
        """Give the id of the relationship to an address outside."""


class References(Protocol):
    """Gives references to notes."""

    def reference(self, ref: FootnoteRef, language: Language) -> list[BaseOxmlElement]:
        """Give what stands in the text for a reference."""


class Flags(Protocol):
    """Gives comments to sentences that need a person's eye."""

    def flag(self, unit: str) -> int | None:
        """Give the id of a new comment on a unit, None where it needs none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where rich text comes to stand: its language, its part's links, and who serves notes and comments, if anyone.

    Without `notes` a reference is a raised marker.
    """

    language: Language
    styles: Styles
    links: Links
    notes: References | None = None
    flags: Flags | None = None
    dutch: str = "Dutch Words"


@dataclass(frozen=True, slots=True)
class _Look:
    language: str
    style: str = ""
    bold: bool = False
    italic: bool = False
    superscript: bool = False

    def properties(self) -> Iterator[BaseOxmlElement]:
        """Yield the properties in the order of CT_RPr."""
        if self.style:
            yield w("rStyle", val=self.style)
        if self.bold:
            yield w("b")
        if self.italic:
            yield w("i")
        if self.superscript:
            yield w("vertAlign", val="superscript")
        yield language(self.language)


def plain_run(text: str, tag: str, style: str = "") -> BaseOxmlElement:
    """Give a run of text in a language, in the character style with the id `style`."""
    return run(text, *_Look(tag, style).properties())


def runs(rich: RichText, place: Place) -> list[BaseOxmlElement]:
    """Give the rich text as runs and hyperlinks; neighbours that look alike are one run."""
    writer = _Writer(place)
    for piece in rich.pieces():
        writer.add(piece)
    writer.finish()
    return writer.out


class _Writer:
    """Collects runs: holds the text that waits for a piece that looks different."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.out: list[BaseOxmlElement] = []
        self.text, self.look = "", _Look(place.language)
        self.link: Link | Citation | None = None
        self.linked: list[BaseOxmlElement] = []
        self.marks: list[BaseOxmlElement] = []
        self.unit: str | None = None
        self.comment: int | None = None

    def add(self, piece: Piece) -> None:
        """Add a piece."""
        self.sentence(next((i.unit for i in piece.inlines if isinstance(i, SentenceMark)), None))
        link = next((i for i in piece.inlines if isinstance(i, Link | Citation) and safe_href(i.href)), None)
        if link is not self.link:
            self.close_link()
            self.link = link
        note = next((i for i in piece.inlines if isinstance(i, FootnoteRef)), None)
        if note is not None:
            self.flush()
            _set_apart(self.marks)
            self.marks = self.reference(note)
            self.put(*self.marks)
            return
        self.marks = []
        look = _look(piece, self.place, linked=link is not None)
        if look != self.look:
            self.flush()
            self.look = look
        self.text += piece.text

    def reference(self, note: FootnoteRef) -> list[BaseOxmlElement]:
        """Give a reference to a note; where notes are not served its marker, raised."""
        if self.place.notes is not None and note.note is not None:
            return self.place.notes.reference(note, self.place.language)
        look = _Look(self.place.language, superscript=True)
        return [run(note.marker, *look.properties())]

    def sentence(self, unit: str | None) -> None:
        """Close the comment of the sentence before and open that of this one."""
        if unit == self.unit or self.place.flags is None:
            return
        self.end_comment()
        self.unit = unit
        if unit is not None and (comment := self.place.flags.flag(unit)) is not None:
            self.comment = comment
            self.out.append(w("commentRangeStart", id=comment))

    def end_comment(self) -> None:
        """Mark where the open comment's sentence ends."""
        self.close_link()
        if self.comment is not None:
            style = w("rStyle", val=self.place.styles.of("annotation reference"))
            self.out.append(w("commentRangeEnd", id=self.comment))
            self.out.append(w("r", w("rPr", style), w("commentReference", id=self.comment)))
            self.comment = None

    def put(self, *elements: BaseOxmlElement) -> None:
        """Add elements to the link that is open, else to the text."""
        (self.linked if self.link is not None else self.out).extend(elements)

    def flush(self) -> None:
        """Write the text that waits."""
        if self.text:
            self.put(run(self.text, *self.look.properties()))
            self.text = ""

    def close_link(self) -> None:
        """Write the link that is open."""
        self.flush()
        if self.link is not None and self.linked:
            href = safe_href(self.link.href) or ""
            self.out.append(hyperlink(self.place.links.to(href), *self.linked, inside=False))
        self.link, self.linked = None, []

    def finish(self) -> None:
        """Write what is open."""
        self.end_comment()


def _set_apart(marks: list[BaseOxmlElement]) -> None:
    """Leave a little room behind a mark, so that notes 1 and 2 in a row don't read as note 12."""
    shown: Any
    for shown in (part for mark in marks for part in mark.iter(qn("w:rPr"))):
        shown.insert(int(shown[0].tag == qn("w:rStyle")), w("spacing", val=40))


def _look(piece: Piece, place: Place, *, linked: bool) -> _Look:
    styles = {i.style for i in piece.inlines if isinstance(i, Emphasis)}
    foreign = next((i.language for i in reversed(piece.inlines) if isinstance(i, Foreign)), place.language)
    style = ""
    if linked:
        style = place.styles.of("Hyperlink")
    elif foreign == "nl" != place.language:
        style = place.styles.of(place.dutch)
    return _Look(foreign, style, "bold" in styles, "italic" in styles, "superscript" in styles)

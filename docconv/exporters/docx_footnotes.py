"""Notes as real footnotes: the part `word/footnotes.xml`, for which python-docx has no interface.

ECMA-376 part 1, 17.11: the separators have ids of their own that the settings name. Word numbers the notes; where the letter's
own markers are others than 1, 2, 3 …, each reference carries the printed one (`w:customMarkFollows`), unless a marker stands for
two notes (jenv-05 counts two series, both from 1).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_bookmarks import Bookmarks
from docconv.exporters.docx_elements import field as word_field
from docconv.exporters.docx_elements import run, w
from docconv.exporters.docx_template import Styles
from docconv.exporters.labels import Language
from docconv.model import Footnote, FootnoteRef, Letter

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
# What may follow footnotePr among the settings (ECMA-376 part 1, 17.15.1.78)
_AFTER = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping")
_LATER = ("doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator")


@dataclass(slots=True)
class Made:
    """A footnote that has a reference: its id in the part, its note, and the places of its mark."""

    id: int
    note: Footnote
    bookmark: str
    run: BaseOxmlElement
    mark: BaseOxmlElement


@dataclass(slots=True)
class Notes:
    """The footnotes of one document, in the order of their references.

    Two columns share them: a note belongs to the reference that stands first, every other one is a cross-reference to it.
    """

    letter: Letter
    styles: Styles
    bookmarks: Bookmarks
    made: dict[str, Made] = field(default_factory=dict)
    referred: set[tuple[str, Language]] = field(default_factory=set)

    def reference(self, ref: FootnoteRef, language: Language) -> list[BaseOxmlElement]:
        """Give the reference to a note; one that a note has already is a cross-reference to the first."""
        note = next((n for n in self.letter.footnotes if n.id == ref.note), None)
        style = w("rStyle", val=self.styles.of("footnote reference"))
        if note is None:
            return [run(ref.marker, style)]
        self.referred.add((note.id, language))
        first = self.made.get(note.id)
        if first is not None:
            return list(word_field(f"NOTEREF {first.bookmark} \\f \\h", run(ref.marker, style)))
        number = len(self.made) + 1
        name = f"_RefNote{number}"
        mark = w("r", w("rPr", style), w("footnoteReference", id=number))
        own = w("r", w("rPr", w("rStyle", val=self.styles.of("footnote reference"))), w("footnoteRef"))
        self.made[note.id] = Made(number, note, name, mark, own)
        return self.bookmarks.around(name, [mark])

    def unreferenced(self, language: Language) -> list[Footnote]:
        """Give the notes that the text in a language has no reference to."""
        return [note for note in self.letter.footnotes if (note.id, language) not in self.referred]

    def finish(self, part: XmlPart, content: Callable[[Made], list[BaseOxmlElement]]) -> None:
        """Write the footnotes; `content` gives the paragraphs of one, with its mark in the first."""
        markers = [one.note.marker for one in self.made.values()]
        if len(set(markers)) == len(markers) and markers != [str(n) for n in range(1, len(markers) + 1)]:
            for one in self.made.values():
                _show_printed(one)
        root: Any = part.element
        for one in self.made.values():
            root.append(w("footnote", *content(one), id=one.id))


def _show_printed(made: Made) -> None:
    """Let a footnote bear the marker that the letter prints."""
    made.run.find(qn("w:footnoteReference")).set(qn("w:customMarkFollows"), "1")
    for place in (made.run, made.mark):
        for text in run(made.note.marker):
            place.append(text)
    made.mark.remove(made.mark.find(qn("w:footnoteRef")))


def add_part(document: Document) -> XmlPart:
    """Give the document its footnotes part, with the two separators, and name them in the settings."""
    spacing = w("spacing", after=0, line=240, lineRule="auto")
    root = w("footnotes")
    for number, kind in SEPARATORS.items():
        root.append(w("footnote", w("p", w("pPr", deepcopy(spacing)), w("r", w(kind))), type=kind, id=number))
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _name_separators(document.settings.element)
    return part


def _name_separators(settings: Any) -> None:  # noqa: ANN401 - lxml has no types
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    made = w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS))
    after = {qn(f"w:{name}") for name in (*_AFTER, *_LATER)}
    place = next(
        (n for n, child in enumerate(settings) if child.tag in after or "math" in str(child.tag)), len(settings)
    )
    settings.insert(place, made)

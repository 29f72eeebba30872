"""What stands inside a paragraph of an official publication: emphasis, references, notes, with white space folded.

Known elements are hinted; the words of any other are written all the same.
"""

from __future__ import annotations

import re
from typing import Any

from docconv.model.span import HintRole
from docconv.readers.building import TextBuilder

Element = Any
"""An element of lxml, which has no types."""

_EMPHASIS: dict[str, tuple[HintRole, ...]] = {
    "vet": ("bold",),
    "halfvet": ("bold",),
    "cur": ("italic",),
    "cursief": ("italic",),
    "vetcur": ("bold", "italic"),
    "halfvetcur": ("bold", "italic"),
}
_PORTAL = "https://zoek.officielebekendmakingen.nl/"
_PAPER = re.compile(r"(?:kst|ah|kv|h|stb|stcrt|trb|blg|gmb|prb|wsb|bgr)-[\w.-]{1,60}")
_LAW = re.compile(r"(?:jci[\d.]+:\w:|[\d.]+:\w:)?(?P<id>BWB[RVW]\d{7})\b")
# Parts of a name, which stand beside each other with nothing between them.
_NAMED = {"naam", "persoon"}
_UNPRINTED = {"metadata", "meta"}
_SILENT = {"noot", *_UNPRINTED}


def local(element: Element) -> str:
    """Give an element's name without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def plain(element: Element) -> str:
    """Give an element's words without those of its notes, white space folded."""
    return " ".join("".join(_words(element)).split())


def _words(element: Element) -> list[str]:
    words = [element.text or ""]
    for part in element:
        words += _words(part) if local(part) not in _SILENT else []
        words.append(part.tail or "")
    return words


class Paths:
    """The XPath of elements, each parent's children counted once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Element, str] = {}
        self._counted: set[Element] = set()

    def of(self, element: Element) -> str:
        """Give an element's path, "/kamervragen[1]/vraag[2]/al[1]"."""
        if element not in self._known:
            parent = element.getparent()
            if parent is None:
                self._known[element] = f"/{local(element)}[1]"
            elif parent not in self._counted:
                self._count(parent)
        return self._known[element]

    def _count(self, parent: Element) -> None:
        base = self.of(parent)
        counts: dict[str, int] = {}
        for part in parent:
            name = local(part)
            counts[name] = counts.get(name, 0) + 1
            self._known[part] = f"{base}/{name}[{counts[name]}]"
        self._counted.add(parent)


class InlineWriter:
    """Writes paragraphs. `notes` collects (marker, marker as printed, element) of the notes referred to."""

    def __init__(self, out: TextBuilder) -> None:
        """Take the text to write into."""
        self.out = out
        self.notes: list[tuple[str, str, Element]] = []
        self.count = 0
        self._space = False
        self._start = 0

    def write(self, element: Element) -> None:
        """Write what an element holds as one paragraph."""
        self._space, self._start = False, self.out.at
        self._content(element)

    def _content(self, element: Element) -> None:
        self._text(element.text)
        named = local(element) in _NAMED
        for part in element:
            self._element(part)
            self._space = self._space or named
            self._text(part.tail)

    def _text(self, words: str | None) -> None:
        if not words:
            return
        pieces = words.split()
        if not pieces:
            self._space = True
            return
        lead = " " if (self._space or words[0].isspace()) and self.out.at > self._start else ""
        self.out.add(lead + " ".join(pieces))
        self._space = words[-1].isspace()

    def _element(self, element: Element) -> None:
        name = local(element)
        if not name or name in _UNPRINTED:
            return
        if name == "noot":
            self._refer(element)
            return
        if name == "br":
            self.out.add("\n")
            self._space, self._start = False, self.out.at
            return
        before = self.out.at
        self._content(element)
        start = before + (self.out.at > before and self.out.leading_space(before))
        for role, value in self._roles(element, name):
            self.out.hint(start, role, value)

    def _roles(self, element: Element, name: str) -> list[tuple[HintRole, str]]:
        match name:
            case "nadruk":
                return [(role, "") for role in _EMPHASIS.get(element.get("type", ""), ())]
            case "sup":
                return [("superscript", "")]
            case "kamervraagonderwerp":
                return [("subject", "")]
            case "extref" if target := address(element.get("doc", "")):
                return [("link", target)]
            case _:
                return []

    def _refer(self, element: Element) -> None:
        """Write a note's marker where the note stands, and keep the note for later."""
        value, printed = self.keep(element)
        start = self.out.at
        self.out.add(printed)
        self.out.hint(start, "note-reference", value)
        self.out.hint(start, "superscript")

    def keep(self, element: Element) -> tuple[str, str]:
        """Keep a note for later and give its marker, bare and as printed; one without number is counted."""
        self.count += 1
        number = next((part for part in element if local(part) == "noot.nr"), None)
        printed = ("" if number is None else plain(number)) or str(self.count)
        value = printed.strip("()[].: ") or printed
        self.notes.append((value, printed, element))
        return value, printed

    def keep_within(self, element: Element | None) -> None:
        """Keep the notes that stand within a number or a marker, which is written without them."""
        for part in element if element is not None else ():
            if local(part) == "noot":
                self.keep(part)
            else:
                self.keep_within(part)


def address(doc: str) -> str:
    """Give the web address of what an extref refers to, "" where it has none.

    >>> address("kst-30821-42")
    'https://zoek.officielebekendmakingen.nl/kst-30821-42.html'
    >>> address("jci1.3:c:BWBR0018451&artikel=4")
    'https://wetten.overheid.nl/BWBR0018451'
    """
    if doc.startswith(("http://", "https://", "mailto:")):
        return doc
    if _PAPER.fullmatch(doc):
        return f"{_PORTAL}{doc}.html"
    if doc.startswith("dossier/"):
        return f"{_PORTAL}{doc}"
    law = _LAW.match(doc)
    return f"https://wetten.overheid.nl/{law['id']}" if law else ""

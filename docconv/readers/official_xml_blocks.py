"""The blocks of an official publication, written in order: whatever element holds text, known or not, is written.

Names and nesting are those of KOOP's schema for parliamentary papers; tables are CALS (OASIS TM 9901).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from docconv.model.span import HintRole
from docconv.readers.building import TextBuilder
from docconv.readers.official_xml_inlines import Element, InlineWriter, Paths, local, plain
from docconv.readers.official_xml_numbers import label_numbers
from docconv.readers.official_xml_tables import holds_all, read_table

_UNPRINTED = {"metadata", "meta", "colspec", "spanspec"}
# What never stands inside a line. Any other element without one of these in it is a paragraph.
_BLOCKS = {
    "al", "al-groep", "lijst", "li", "table", "tgroup", "row", "entry", "vraag", "antwoord", "kamervraagopmerking", "kop",
    "kamervraagomschrijving", "kamervraagkop", "kamervraagnummer", "ondertekening", "tekstregel", "titel", "tussenkop", "divisie",
    "tekst", "noot.al", "stuk", "dossier", "datumtekst", "algemeen", "vrije-tekst", "bijlage", "definitielijst", "definitie-item",
    "kamervragen", "kamerstuk", "functie", "dagtekening", "aanhef", "adres", "citaat", "box", "plaatje", "bijschrift",
}  # fmt: skip
_HEADINGS = {"tussenkop", "kop", "titel", "stuknr"}
_LABEL = re.compile(
    r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: (?:op|van) vra(?:ag|gen))?[\s\d,a-z/–-]{0,60}[:.]?", re.IGNORECASE
)


class BlockWriter:
    """Writes elements into a text."""

    def __init__(self, out: TextBuilder, paths: Paths | None = None) -> None:
        """Take the text to write into; `paths` are shared by the writers of one document."""
        self.out = out
        self._paths = paths or Paths()
        self.inlines = InlineWriter(out)
        self._level = 0
        self._special: dict[str, Callable[[Element], None]] = {
            "vraag": lambda element: self._asked(element, "question"),
            "antwoord": lambda element: self._asked(element, "answer"),
            "kamervraagopmerking": lambda element: self._whole(element, "remark"),
            "ondertekening": lambda element: self._whole(element, "signature"),
            "kamervraagomschrijving": lambda element: self._paragraph(element, "title"),
            "lijst": self._list,
            "table": self._table,
            "noot": self._loose_note,
        }

    def write(self, element: Element) -> None:
        """Write an element and what it holds."""
        name = local(element)
        if name in _UNPRINTED or not name:
            return
        if name in self._special:
            self._special[name](element)
        elif _is_paragraph(element):
            self._paragraph(element, "heading" if name in _HEADINGS else None)
        else:
            self._children(element)
        if self._level == 0:
            self._notes()

    def _children(self, element: Element, skip: Element | None = None) -> None:
        """Write what an element holds; words that stand loose between its blocks become paragraphs."""
        self._words(element.text)
        for part in element:
            if part is not skip:
                self.write(part)
            self._words(part.tail)

    def _words(self, words: str | None) -> None:
        if words and words.strip():
            self.out.end_paragraph()
            with self.out.hinted("paragraph"):
                self.out.add(" ".join(words.split()))

    def _paragraph(self, element: Element, role: HintRole | None = None) -> None:
        if not plain(element) and not any(local(part) == "noot" for part in element.iter()):
            return
        self.out.end_paragraph()
        self.out.anchor(self._paths.of(element))
        start = self.out.at
        self.inlines.write(element)
        self.out.hint(start, "paragraph")
        if role:
            self.out.hint(start, role)

    def _asked(self, element: Element, role: HintRole) -> None:
        """Write a question or an answer: its label, then the rest."""
        label = _label(element)
        self.out.end_paragraph()
        self._level += 1
        words = "" if label is None else plain(label)
        with self.out.hinted(role, ",".join(label_numbers(words))):
            if label is not None:
                start = self.out.at
                self.write(label)
                self.out.hint(start, "label")
            self._children(element, skip=label)
        self._level -= 1

    def _whole(self, element: Element, role: HintRole) -> None:
        self.out.end_paragraph()
        self._level += 1
        with self.out.hinted(role):
            if _is_paragraph(element):
                self._paragraph(element)
            else:
                self._children(element)
        self._level -= 1

    def _list(self, element: Element) -> None:
        depth = sum(local(above) == "lijst" for above in element.iterancestors())
        self._level += 1
        self._words(element.text)
        for part in element:
            if local(part) == "li":
                self._item(part, depth)
            else:
                self.write(part)
            self._words(part.tail)
        self._level -= 1

    def _item(self, element: Element, depth: int) -> None:
        number = next((part for part in element if local(part) == "li.nr"), None)
        marker = "" if number is None else plain(number)
        self.inlines.keep_within(number)
        self.out.end_paragraph()
        start = self.out.at
        self._level += 1
        if marker:
            self.out.add(f"{marker} ")
        before = len(self.out.hints)
        self._rest(element, number, start)
        own = [hint for hint in self.out.hints[before:] if hint.role == "list-item"]
        # An item ends where the first item of a list within it begins, behind a blank line.
        end = min((hint.span.start - 2 for hint in own), default=self.out.content_end(start))
        self.out.hint(start, "list-item", f"{depth} {marker}", end=max(start, end))
        self._level -= 1

    def _rest(self, element: Element, number: Element | None, start: int) -> None:
        """Write an item's or a note's paragraphs, the first on the line of its marker, which begins at `start`."""
        self._words(element.text)
        first = number is not None and not (element.text or "").strip()
        for part in element:
            if part is not number:
                if first and local(part) not in {"lijst", "table", "noot"} and _is_paragraph(part):
                    self.out.anchor(self._paths.of(part))
                    self.inlines.write(part)
                    self.out.hint(start, "paragraph")
                else:
                    self.write(part)
                first = False
            if (part.tail or "").strip():
                self._words(part.tail)
                first = False

    def _table(self, element: Element) -> None:
        titles = [part for part in element if local(part) == "title"]
        rows = read_table(element)
        if not holds_all(element, titles, rows):
            self._children(element)
            return
        for title in titles:
            self._paragraph(title)
        self.out.end_paragraph()
        with self.out.hinted("table"):
            for row in rows:
                self.out.end_line()
                with self.out.hinted("row"):
                    for n, cell in enumerate(row):
                        if n:
                            self.out.add("\t")
                        self._cell(cell.element, cell.hint)
        self.out.end_paragraph()

    def _cell(self, element: Element, value: str) -> None:
        inner = BlockWriter(TextBuilder(), self._paths)
        inner.inlines.notes, inner.inlines.count = self.inlines.notes, self.inlines.count
        inner._level = 1
        if _is_paragraph(element):
            inner._paragraph(element)
        else:
            inner._children(element)
        self.inlines.count = inner.inlines.count
        start = self.out.at
        self.out.absorb(inner.out)
        self.out.hint(start, "cell", value)

    def _loose_note(self, element: Element) -> None:
        """Write a note that stands among the blocks, with no place in a text that refers to it."""
        self.inlines.keep(element)
        if self._level == 0:
            self._notes()

    def _notes(self) -> None:
        """Write the notes that the block just written refers to."""
        waiting, self.inlines.notes = self.inlines.notes, []
        for value, printed, element in waiting:
            self.out.end_paragraph()
            self._level += 1
            with self.out.hinted("note", value):
                start = self.out.at
                self.out.add(f"{printed} ")
                number = next((part for part in element if local(part) == "noot.nr"), None)
                self._rest(element, number if number is not None else element, start)
                self.inlines.keep_within(number)
            self._level -= 1
        if waiting:
            self.out.end_paragraph()


def _label(element: Element) -> Element | None:
    """Give the element that labels a question or an answer: its nr or kop, or a first paragraph that is nothing else."""
    first = next((part for part in element if local(part)), None)
    if first is None or local(first) in {"nr", "kop"}:
        return first
    return first if local(first) in {"al", "titel"} and _LABEL.fullmatch(plain(first)) else None


def _is_paragraph(element: Element) -> bool:
    """Tell whether no block stands in an element but in its notes."""
    return not any(local(part) in _BLOCKS or not _is_paragraph(part) for part in element if local(part) != "noot")

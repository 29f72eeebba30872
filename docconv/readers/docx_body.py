"""The body of a DOCX in reading order: paragraphs, lists, tables, text boxes, then its notes (ECMA-376, part 1, 17.2 to 17.11).

What the hints say, and what is furniture, stands in `docconv.readers.docx`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docconv.readers.building import TextBuilder
from docconv.readers.docx_fields import Fields, match_fields
from docconv.readers.docx_numbering import Numbering, in_form
from docconv.readers.docx_package import Element, Package, child, name_of, value_of
from docconv.readers.docx_runs import PAGE_BREAK, Run, RunReader
from docconv.readers.docx_styles import Styles, number_of, outline
from docconv.readers.docx_tables import THROUGH, GridCell, Rows, floats, is_layout, read_rows

_PAGE_NUMBER = re.compile(r"(?:Pagina|Blad|Page)?\s?\d{0,3}\s?(?:(?:van|of|/)\s?\d{0,3})?", re.IGNORECASE)
_SENDER = re.compile(r">?\s?Retouradres\b")


@dataclass(slots=True)
class Reference:
    """A note that the text refers to: its kind, its id in the file, the marker printed."""

    kind: str
    id: str
    marker: str


@dataclass(slots=True)
class Notes:
    """The notes referred to so far, in order, and the forms in which Word numbers each kind."""

    forms: dict[str, str]
    found: list[Reference] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def refer(self, kind: str, id: str, own: str) -> str:
        """Note a reference and give its marker; `own` is a mark typed by hand."""
        self.counts[kind] = self.counts.get(kind, 0) + (not own)
        marker = own or in_form(self.counts[kind], self.forms[kind])
        self.found.append(Reference(kind, id, marker))
        return marker


Shared = tuple[Styles, Numbering, Notes]
"""What the parts of a document share."""


class BodyWriter:
    """Writes one part (the body, a header, the notes) into a text."""

    def __init__(self, out: TextBuilder, package: Package, part: str, shared: Shared) -> None:
        """Take the text, the part's name for its links, and what the document's parts share."""
        self.out = out
        self._styles, self._numbering, self.notes = shared
        links = {key: target for key, (_, target, outside) in package.targets(part).items() if outside}
        self.reader = RunReader(self._styles, links, Fields())
        self._count = 0
        self._joined: list[Run] = []
        self._start = 0
        self._broken = False

    def write(self, root: Element) -> None:
        """Write the blocks of a part's root or of one of its containers."""
        self.reader.fields = Fields(match_fields(root))
        self.blocks(root)
        self._close()

    def _close(self) -> None:
        """Write what a deleted paragraph mark left waiting for a next paragraph that never came."""
        runs, self._joined = self._joined, []
        self._printed(runs, None, None)

    def blocks(self, parent: Element) -> None:
        """Write paragraphs and tables in order."""
        for element in parent:
            name = name_of(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "mc:AlternateContent":
                chosen = child(element, "mc:Choice")
                self.blocks(chosen if chosen is not None else child(element, "mc:Fallback") or ())
            elif name in THROUGH:
                self.blocks(element)

    def _paragraph(self, element: Element) -> None:
        self._count += 1
        runs = self._joined + self.reader.read(element)
        boxes, self.reader.boxes = self.reader.boxes, []
        properties = child(element, "pPr")
        if child(child(properties, "rPr"), "del") is not None:
            self.reader.deleted += 1
            self._joined = runs
            return
        self._joined = []
        marker = self._marker(properties)
        for n, (breaks, part) in enumerate(_pages(runs)):
            if breaks:
                self._broken = False
                self.out.end_line()
                self.out.add(PAGE_BREAK)
            self._printed(part, properties, marker if n == 0 else None)
        for box in boxes:
            self._broken = False
            self.blocks(box)
            self._broken = False

    def _marker(self, properties: Element) -> tuple[int, str] | None:
        style = self._style(properties)
        direct, styled = number_of(properties), self._styles.number(style)
        list_id = direct[0] if direct[0] is not None else styled[0]
        level = direct[1] if direct[1] is not None else styled[1]
        return self._numbering.marker(list_id, level, style)

    @staticmethod
    def _style(properties: Element) -> str:
        style = child(properties, "pStyle")
        return "" if style is None else value_of(style) or ""

    def _printed(self, runs: list[Run], properties: Element, marker: tuple[int, str] | None) -> None:
        runs = _stripped(runs)
        if not runs:
            self._broken = False
            return
        if self._broken and marker is None and runs[0].text[:1].islower():
            self.out.end_line()
        else:
            self.out.end_paragraph()
            self._start = self.out.at
        self.out.anchor(f"w:p {self._count}")
        start = self.out.at
        if marker:
            self.out.add(f"{marker[1]} ")
        self.runs(runs)
        text = "".join(run.text for run in runs)
        numbers = any(run.page_number for run in runs) and _PAGE_NUMBER.fullmatch(text.strip())
        if numbers or _SENDER.match(text):
            self.out.hint(start, "furniture")
            return
        self._hints(start, properties, marker)
        self._broken = marker is None and text.rstrip()[-1:].islower()

    def _hints(self, start: int, properties: Element, marker: tuple[int, str] | None) -> None:
        if start > self._start:
            self.out.drop_last("paragraph")
        self.out.hint(self._start, "paragraph")
        if marker:
            self.out.hint(start, "list-item", f"{marker[0]} {marker[1]}")
        direct = outline(properties)
        rank = direct if direct is not None else self._styles.rank(self._style(properties))
        if rank is not None:
            self.out.hint(start, "title" if rank < 0 else "heading")

    def runs(self, runs: list[Run]) -> None:
        """Write runs with their hints."""
        own = iter([*runs[1:], Run("")])
        for run in runs:
            following = next(own)
            start = self.out.at
            if run.note:
                kind, key = run.note
                mark = following.text.strip() if run.own_mark else ""
                marker = self.notes.refer(kind, key, mark)
                self.out.add("" if run.own_mark else marker)
                self.out.hint(start, "note-reference", marker, end=start + len(marker) if run.own_mark else None)
            else:
                self.out.add(run.text)
            if run.text.strip() or run.note:
                self._style_hints(run, start)

    def _style_hints(self, run: Run, start: int) -> None:
        for role, on in (("bold", run.bold), ("italic", run.italic), ("superscript", run.raised)):
            if on:
                self.out.hint(start, role)  # type: ignore[arg-type]
        if run.link:
            self.out.hint(start, "link", run.link)

    def _table(self, element: Element) -> None:
        rows = read_rows(element)
        self.reader.deleted += rows.deleted
        if floats(element):
            self._as_furniture(rows)
        elif is_layout(element, rows, self._styles):
            for row in rows.cells:
                self._placed(row)
        else:
            self._grid(rows)

    def _inner(self, cell: Element) -> TextBuilder:
        """Write a cell's blocks into a text of their own."""
        outer, self.out, self._broken = self.out, TextBuilder(), False
        self.blocks(cell)
        self._close()
        inner, self.out, self._broken = self.out, outer, False
        return inner

    def _as_furniture(self, rows: Rows) -> None:
        inners = [self._inner(cell.element) for row in rows.cells for cell in row]
        for inner in inners:
            if inner.content_end(0):
                self.out.end_paragraph()
                with self.out.hinted("furniture"):
                    self.out.absorb(inner, hints=False)

    def _placed(self, row: list[GridCell]) -> None:
        """Write a row that only places text: a label and its value on one line, else one cell after another."""
        inners = [inner for cell in row if (inner := self._inner(cell.element)).content_end(0)]
        label = len(inners) == 2 and all("\n" not in inner.text[: inner.content_end(0)] for inner in inners)
        for n, inner in enumerate(inners):
            if label and n:
                self.out.add("\t")
            else:
                self.out.end_paragraph()
            self.out.absorb(inner)

    def _grid(self, rows: Rows) -> None:
        """Write a table: cells parted by tabs, rows by line ends."""
        self.out.end_paragraph()
        with self.out.hinted("table"):
            for row in rows.cells:
                self.out.end_line()
                with self.out.hinted("row"):
                    for k, cell in enumerate(row):
                        if k:
                            self.out.add("\t")
                        start = self.out.at
                        self.out.absorb(self._inner(cell.element))
                        self.out.hint(start, "cell", cell.hint)
        self.out.end_paragraph()


def _pages(runs: list[Run]) -> Iterator[tuple[bool, list[Run]]]:
    """Give the runs before and behind each page break."""
    part: list[Run] = []
    breaks = False
    for run in runs:
        pieces = run.text.split(PAGE_BREAK)
        for n, piece in enumerate(pieces):
            if n:
                yield breaks, part
                breaks, part = True, []
            if piece or run.note:
                part.append(
                    Run(piece, run.bold, run.italic, run.raised, run.link, run.page_number, run.note, run.own_mark)
                )
    yield breaks, part


def _stripped(runs: list[Run]) -> list[Run]:
    """Give the runs without the white space at either end; none where nothing else is there."""
    while runs and not runs[0].note and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].note and not runs[-1].text.strip():
        runs = runs[:-1]
    return runs

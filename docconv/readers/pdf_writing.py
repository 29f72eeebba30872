"""Laid-out pages → text and hints: lines, notes, lists, tables and furniture in the order in which a reader meets them.

What the hints say, and how the pages are joined, stands in `docconv.readers.pdf`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docconv.model import Hint, Span
from docconv.model.span import HintRole
from docconv.readers.building import TextBuilder
from docconv.readers.pdf_columns import SMALL, Page
from docconv.readers.pdf_flow import Item, Measure, ends_paragraph, find_items
from docconv.readers.pdf_lines import Line, Piece
from docconv.readers.pdf_links import Link, linked
from docconv.readers.pdf_notes import Note, split_notes
from docconv.readers.pdf_tables import Grid, find_tables

_STYLES: tuple[HintRole, ...] = ("bold", "italic", "small", "link")
_FIGURES = re.compile(r"\d{1,3}|(?<![^\W\d])[ivx]{1,6}(?![^\W\d])|\*{1,3}|[†‡]")


class PageWriter:
    """Writes pages one after another into a text."""

    def __init__(self, out: TextBuilder, pages: Sequence[Page]) -> None:
        """Take the text to write into, and the pages whose measures hold for the document."""
        self.out = out
        self._pages = pages
        self._measure = Measure(pages)
        self._last: Line | None = None
        self._item: Item | None = None
        self._paragraph = self._written = 0
        self._links: tuple[Link, ...] = ()
        self._parts = self._split()
        self._markers = {note.marker for _, notes in self._parts for note in notes if note.marker}

    def _split(self) -> list[tuple[list[Line], list[Note]]]:
        parts: list[tuple[list[Line], list[Note]]] = []
        before: Note | None = None
        for page in self._pages:
            body, notes = split_notes(page.body, page.frame.size, before)
            parts.append((body, notes))
            before = notes[-1] if notes else before
            if notes and not notes[-1].marker and len(notes) == 1 and before is not None:
                before = Note(_last_marker(parts), notes[-1].lines)
        return parts

    def write(self) -> None:
        """Write all pages; each begins on a new line behind a form feed."""
        for page, (body, notes) in zip(self._pages, self._parts, strict=True):
            if page.number > 1:
                self.out.end_line()
                self.out.add("\f")
            self.out.anchor(f"page {page.number}")
            self._links = page.links
            self._furniture(page.head)
            self._body(page, body)
            for note in notes:
                self._note(note)
            self._furniture(page.side)
            self._furniture(page.foot)
        self._begin_paragraph()

    def _furniture(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.out.end_line()
            with self.out.hinted("furniture"):
                self.out.add(line.text)
        if lines:
            self.out.end_line()

    def _note(self, note: Note) -> None:
        self.out.end_line()
        with self.out.hinted("note", note.marker):
            for n, line in enumerate(note.lines):
                if n:
                    self.out.end_line()
                self._line(line, referring=n > 0 or not note.marker, small=False)
        self.out.end_line()

    def _body(self, page: Page, lines: list[Line]) -> None:
        grids = {grid.start: grid for grid in find_tables(lines)}
        items = {item.start: item for item in find_items(lines, self._measure)}
        n = 0
        while n < len(lines):
            self._separate(page, lines[n], items.get(n), in_grid=n in grids)
            if n in grids:
                n = self._table(grids[n])
                self.out.end_paragraph()
            elif n in items and not any(start in range(n, items[n].end) for start in grids):
                n = self._list_item(page, items[n], lines)
            else:
                self._line(lines[n], small=lines[n].size < SMALL * page.frame.size)
                n += 1
            self._last = lines[n - 1]
            self._written = self.out.content_end(self._paragraph)

    def _separate(self, page: Page, line: Line, item: Item | None, *, in_grid: bool) -> None:
        """Begin a new line, and a new paragraph where the print says so."""
        ended = in_grid or (item is None and self._item is not None) or self._ends(page, line, item)
        if ended:
            self.out.end_paragraph()
        else:
            self.out.end_line()
        if ended or item is not None or self._last is None:
            self._begin_paragraph()
        self._item = item

    def _begin_paragraph(self) -> None:
        """Hint at the paragraph that has ended, notes and furniture in its middle included, and begin another."""
        if self._written > self._paragraph:
            self.out.hint(self._paragraph, "paragraph", end=self._written)
        self._paragraph = self.out.at

    def _ends(self, page: Page, line: Line, item: Item | None) -> bool:
        if self._last is None:
            return False
        if item is not None:
            return self._last.page == line.page and self._measure.parted(self._last, line)
        return ends_paragraph(self._last, line, page.frame, self._measure)

    def _list_item(self, page: Page, item: Item, lines: list[Line]) -> int:
        with self.out.hinted("list-item", f"{item.level} {item.marker}"):
            for n in range(item.start, item.end):
                if n > item.start:
                    self.out.end_line()
                self._line(lines[n], small=lines[n].size < SMALL * page.frame.size)
        return item.end

    def _table(self, grid: Grid) -> int:
        with self.out.hinted("table"):
            for row in grid.rows:
                self.out.end_line()
                self._begin_paragraph()
                with self.out.hinted("row"):
                    for column, cell in enumerate(row):
                        if column:
                            self.out.add("\t")
                        with self.out.hinted("cell"):
                            for n, pieces in enumerate(cell):
                                if n:
                                    self.out.add("\n")
                                self._line(Line(pieces, 0, 0.0, pieces[0].size), small=False)
                self._written = self.out.content_end(self._paragraph)
        return grid.end

    def _line(self, line: Line, *, referring: bool = True, small: bool) -> None:
        """Write a line; `referring` tells that a figure raised at its start may refer to a note and is none itself."""
        start = self.out.at
        for n, piece in enumerate(line.pieces):
            self.out.add(line.gap(n))
            at = self.out.at
            self._runs(piece)
            if piece.raised:
                self.out.hint(at, "superscript")
                if referring or n:
                    self._references(piece.text, at)
        if small:
            self.out.hint(start, "small")

    def _references(self, words: str, at: int) -> None:
        found = list(_FIGURES.finditer(words))
        if found and all(m[0] in self._markers for m in found) and not _FIGURES.sub("", words).strip(" ,;()[]"):
            for m in found:
                self.out.hint(at + m.start(), "note-reference", m[0], end=at + m.end())

    def _runs(self, piece: Piece) -> None:
        """Write a piece with hints for what of it is bold, italic or a link."""
        base = self.out.at
        self.out.add(piece.text)
        open_at: dict[HintRole, int] = {}
        at = base
        starts = []
        for n, glyph in enumerate(piece.glyphs):
            start = at + (1 if n and glyph.spaced else 0)
            starts.append(start)
            self._toggle(open_at, "bold", start, at, on=glyph.type.bold)
            self._toggle(open_at, "italic", start, at, on=glyph.type.italic)
            at = start + len(glyph.char)
        for role, start in open_at.items():
            self.out.hint(start, role, end=at)
        for first, last, address in linked(piece, self._links) if self._links else ():
            self.out.hint(starts[first], "link", address, end=starts[last - 1] + len(piece.glyphs[last - 1].char))

    def _toggle(self, open_at: dict[HintRole, int], role: HintRole, start: int, before: int, *, on: bool) -> None:
        if on and role not in open_at:
            open_at[role] = start
        elif not on and role in open_at:
            self.out.hint(open_at.pop(role), role, end=before)


def _last_marker(parts: list[tuple[list[Line], list[Note]]]) -> str:
    markers = [note.marker for _, notes in parts for note in notes if note.marker]
    return markers[-1] if markers else ""


def joined(text: str, hints: Sequence[Hint]) -> list[Hint]:
    """Give the hints, those of one style joined where only white space, and no blank line, parts them."""
    done: list[Hint] = []
    last: dict[HintRole, int] = {}
    for hint in sorted(hints, key=lambda hint: hint.span):
        if hint.role in _STYLES:
            k = last.get(hint.role)
            between = text[done[k].span.end : hint.span.start] if k is not None else "x"
            if (
                k is not None
                and done[k].value == hint.value
                and not between.strip()
                and "\n\n" not in between
                and "\f" not in between
            ):
                done[k] = Hint(Span(done[k].span.start, max(done[k].span.end, hint.span.end)), hint.role, hint.value)
                continue
            last[hint.role] = len(done)
        done.append(hint)
    return done

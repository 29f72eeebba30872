"""Lines into blocks: paragraphs, lists and tables, each with the leaves that it owns in the source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate, pairwise

from docconv.model import Block, Cell, Hint, Leaf, ListBlock, ListItem, Paragraph, Span, Table
from docconv.parsing.draft import Draft, Line
from docconv.parsing.flow import paragraph
from docconv.parsing.inlines import find_inlines, hinted_inlines
from docconv.parsing.lists import Marker, item_markers
from docconv.parsing.paragraphs import starts_paragraph
from docconv.parsing.tables import GridCell, hinted_grid, printed_grid


class Builder:
    """Makes the blocks of a letter; it holds what is the same for all of them."""

    def __init__(self, draft: Draft, words: frozenset[str], notes: dict[int, str]) -> None:
        """Keep the references by place; `notes` gives the ids of `draft.notes`."""
        self.draft, self.words = draft, words
        self.refs = {r.span.start: (r.marker, notes.get(r.note)) for r in draft.references}
        self.spans = sorted(r.span for r in draft.references)
        self.emphasis = [h for h in draft.hints("bold", "italic", "superscript", "link") if len(h.span)]
        self.tables = [hint.span for hint in draft.tables if hint.role == "table" and len(hint.span)]
        self.reach = list(accumulate((hint.span.end for hint in self.emphasis), max))

    def blocks(self, lines: list[Line]) -> tuple[Block, ...]:
        """Give the blocks that `lines` make."""
        markers = item_markers(self.draft, lines)
        out: list[Block] = []
        n = 0
        while n < len(lines):
            if made := self._table(lines, n):
                block, n = made
                out += block
            elif n in markers:
                item, n = self._list(lines, n, markers, ())
                out.append(item)
            else:
                end = self._paragraph_end(lines, n, markers)
                out += self.paragraph(lines[n:end])
                n = end
        return tuple(out)

    def _table(self, lines: list[Line], n: int) -> tuple[list[Block], int] | None:
        """Give the table that begins on line `n` and the line behind it; None where none does."""
        at = lines[n].start
        k = bisect_left(self.tables, at + 1, key=lambda span: span.start) - 1
        if k >= 0 and at < self.tables[k].end and lines[n].end > self.tables[k].start:
            grid, end = hinted_grid(self.draft, self.tables[k]), n + 1
            while end < len(lines) and lines[end].start < self.tables[k].end:
                end += 1
        elif found := printed_grid(lines, n):
            grid, end = found
        else:
            return None
        inside = lines[n:end]
        rows = tuple(tuple(self._cell(cell, inside) for cell in row) for row in grid)
        rows = tuple(row for row in rows if row)
        if not any(cell.blocks for row in rows for cell in row):
            return [block for line in inside for block in self.paragraph([line])], end
        return [Table(rows)], end

    def _cell(self, cell: GridCell, lines: list[Line]) -> Cell:
        """Give a cell with the parts of the table's lines that lie in it."""
        inside: list[Line] = []
        k = max(0, bisect_left(lines, cell.span.start + 1, key=lambda line: line.start) - 1)
        while k < len(lines) and lines[k].start < cell.span.end:
            start, end = max(lines[k].start, cell.span.start), min(lines[k].end, cell.span.end)
            words = self.draft.text[start:end]
            if words.strip():
                start += len(words) - len(words.lstrip())
                inside.append(Line(start, start + len(words.strip()), words.strip()))
            k += 1
        blocks: list[Block] = []
        n = 0
        while n < len(inside):
            end = self._paragraph_end(inside, n, {})
            blocks += self.paragraph(inside[n:end])
            n = end
        return Cell(tuple(blocks), cell.header, cell.colspan, cell.rowspan)

    def paragraph(self, lines: list[Line], start: int | None = None, *, note: bool = False) -> list[Block]:
        """Give the paragraph of `lines`, from `start` on; none where nothing in them can be read."""
        leaves = self._leaves(lines, lines[0].start if start is None else start)
        made = paragraph(self.draft.text, leaves, self.refs, self.words) if leaves else None
        if made is None or not made.text.strip():
            return []
        inlines = find_inlines(made.text, note=note) + hinted_inlines(made, self._emphasis_of(made))
        return [replace(made, rich=made.rich.adding(inlines))]

    def _emphasis_of(self, made: Paragraph) -> list[Hint]:
        """Give the hints at emphasis and links that touch a paragraph."""
        start, end = made.leaves[0].span.start, made.leaves[-1].span.end
        n = bisect_left(self.emphasis, end, key=lambda hint: hint.span.start) - 1
        found = []
        while n >= 0 and self.reach[n] > start:
            if self.emphasis[n].span.end > start:
                found.append(self.emphasis[n])
            n -= 1
        return found

    def _paragraph_end(self, lines: list[Line], n: int, markers: dict[int, Marker]) -> int:
        end = n + 1
        while end < len(lines) and end not in markers:
            apart = self._apart(lines[end - 1], lines[end])
            if starts_paragraph(self.draft, lines[end - 1], lines[end], interrupted=apart):
                break
            end += 1
        return end

    def _apart(self, before: Line, line: Line) -> bool:
        """Tell whether more than white space lies between two lines."""
        return bool(self.draft.text[before.end : line.start].strip())

    def _list(
        self, lines: list[Line], n: int, markers: dict[int, Marker], outer: tuple[str, ...]
    ) -> tuple[ListBlock, int]:
        """Give the list that line `n` opens, with the lists inside its items, and the line behind it.

        `outer` are the styles of the lists that this one stands in: an item in one of them ends this list.
        """
        style = markers[n].style
        items: list[ListItem] = []
        while n < len(lines) and n in markers and markers[n].style == style:
            marker, first = markers[n], lines[n]
            end = self._item_end(lines, n, markers)
            blocks = self._item_blocks(lines[n:end], marker)
            n = end
            while (
                n < len(lines)
                and n in markers
                and self._is_inside(markers[n], marker, (*outer, style), lines[n], first)
            ):
                inner, n = self._list(lines, n, markers, (*outer, style))
                blocks.append(inner)
            mark = (
                Span(first.start, first.start + len(marker.printed)) if marker.shown else Span(first.start, first.start)
            )
            items.append(ListItem(marker.printed, (Leaf(mark, "label"),) if len(mark) else (), tuple(blocks)))
        return ListBlock(tuple(items)), n

    def _is_inside(self, marker: Marker, item: Marker, styles: tuple[str, ...], line: Line, first: Line) -> bool:
        """Tell whether a marker opens a list inside an item."""
        if marker.level is not None and item.level is not None:
            return marker.level > item.level
        return marker.style not in styles and line.indent >= first.indent

    def _item_end(self, lines: list[Line], n: int, markers: dict[int, Marker]) -> int:
        """Give the line behind an item's own text: as the format says, else the end of its paragraph."""
        stop = markers[n].end
        if stop is None:
            return self._paragraph_end(lines, n, markers)
        end = n + 1
        while end < len(lines) and end not in markers and lines[end].start < stop:
            end += 1
        return end

    def _item_blocks(self, lines: list[Line], marker: Marker) -> list[Block]:
        """Give the paragraphs of an item; the first begins behind the marker."""
        blocks: list[Block] = []
        n = 0
        while n < len(lines):
            end = self._paragraph_end(lines, n, {})
            if n or marker.start < lines[0].end:
                blocks += self.paragraph(lines[n:end], None if n else marker.start)
            n = end
        return blocks

    def _leaves(self, lines: list[Line], start: int) -> tuple[Leaf, ...]:
        """Give the leaves of lines: one for each stretch that nothing interrupts, cut where a reference stands."""
        leaves: list[Leaf] = []
        run_start, run_end = start, lines[0].end
        for before, line in pairwise(lines):
            if self._apart(before, line):
                leaves += self._cut(run_start, run_end)
                run_start = line.start
            run_end = line.end
        return tuple(leaves + self._cut(run_start, run_end))

    def _cut(self, start: int, end: int) -> list[Leaf]:
        leaves: list[Leaf] = []
        low = bisect_left(self.spans, start, key=lambda span: span.start)
        while low < len(self.spans) and self.spans[low].start < end:
            span = self.spans[low]
            if span.start > start:
                leaves.append(Leaf(Span(start, span.start), "text"))
            leaves.append(Leaf(span, "note-reference"))
            start = span.end
            low += 1
        if start < end:
            leaves.append(Leaf(Span(start, end), "text"))
        return leaves

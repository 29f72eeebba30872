"""Lines into blocks: paragraphs, lists and tables, each with the leaves that it owns in the source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate

from docconv.model import Block, Hint, Leaf, ListBlock, ListItem, Paragraph, Span
from docconv.parsing.draft import Draft, Line
from docconv.parsing.flow import paragraph
from docconv.parsing.inlines import find_inlines, hinted_inlines
from docconv.parsing.lists import item_markers
from docconv.parsing.paragraphs import starts_paragraph


class Builder:
    """Makes the blocks of a letter; it holds what is the same for all of them."""

    def __init__(self, draft: Draft, words: frozenset[str], notes: dict[int, str]) -> None:
        """Keep the references by place; `notes` gives the ids of `draft.notes`."""
        self.draft, self.words = draft, words
        self.refs = {r.span.start: (r.marker, notes.get(r.note)) for r in draft.references}
        self.spans = sorted(r.span for r in draft.references)
        self.emphasis = [h for h in draft.hints("bold", "italic", "superscript", "link") if len(h.span)]
        self.reach = list(accumulate((hint.span.end for hint in self.emphasis), max))

    def blocks(self, lines: list[Line]) -> tuple[Block, ...]:
        """Give the blocks that `lines` make."""
        markers = item_markers(self.draft, lines)
        out: list[Block] = []
        n = 0
        while n < len(lines):
            if n in markers:
                block, n = self._list(lines, n, markers)
                out.append(block)
                continue
            end = self._paragraph_end(lines, n, markers)
            out += self.paragraph(lines[n:end])
            n = end
        return tuple(out)

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

    def _paragraph_end(self, lines: list[Line], n: int, markers: dict[int, tuple[int, str]]) -> int:
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

    def _list(self, lines: list[Line], n: int, markers: dict[int, tuple[int, str]]) -> tuple[Block, int]:
        """Give the list that line `n` opens, with the lists inside its items, and the line behind it."""
        style = markers[n][1]
        items: list[ListItem] = []
        while n < len(lines) and n in markers and markers[n][1] == style:
            first = lines[n]
            at = first.start + markers[n][0]
            end = self._paragraph_end(lines, n, markers)
            blocks = self.paragraph(lines[n:end], at)
            n = end
            while (
                n < len(lines)
                and n in markers
                and markers[n][1] != style
                and not _closes(markers[n][1], style, lines, n, first)
            ):
                inner, n = self._list(lines, n, markers)
                blocks.append(inner)
            mark = Span(first.start, first.start + len(self.draft.text[first.start : at].rstrip()))
            items.append(ListItem(mark.of(self.draft.text), (Leaf(mark, "label"),), tuple(blocks)))
        return ListBlock(tuple(items)), n

    def _leaves(self, lines: list[Line], start: int) -> tuple[Leaf, ...]:
        """Give the leaves of lines: one for each stretch that nothing interrupts, cut where a reference stands."""
        leaves: list[Leaf] = []
        run_start, run_end = start, lines[0].end
        for before, line in zip(lines, lines[1:], strict=False):
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


def _closes(style: str, outer: str, lines: list[Line], n: int, first: Line) -> bool:
    """Tell whether an item of another style ends the outer list instead of opening a list inside its item."""
    return lines[n].indent < first.indent


__all__ = ["Builder", "Paragraph"]

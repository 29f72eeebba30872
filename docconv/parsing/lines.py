"""The text as lines: each with its indent, the blank lines before it, and whether a page was turned.

Line ends are those of Unicode's newline guidelines (UAX 14, classes BK, CR, LF, NL) that letters hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from docconv.parsing.draft import Draft, Line

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_TAB = 8
# What str.strip takes off, and the invisible characters that letters copied from the web begin lines with.
BLANK = " \t\xa0\u2002\u2003\u2009\u200b\u202f\ufeff\x00\x1f"


def split_lines(draft: Draft) -> None:
    """Fill `draft.lines` with the lines that hold more than white space, without the layout found so far."""
    text, layout, turns = draft.text, draft.layout, draft.turns
    blocked = 0
    last_end, last_turn = 0, 0
    for m in _LINE.finditer(text):
        for start, end in _pieces(m, layout, blocked):
            line = _line(text, m.start(), start, end)
            if line is None:
                continue
            line.whole = (start, end) == m.span()
            line.gap = max(0, text.count("\n", last_end, line.start) - 1)
            last_turn_before = bisect_left(turns, line.start + 1)
            line.turn = last_turn_before > last_turn and bool(draft.lines)
            last_turn, last_end = last_turn_before, line.end
            draft.lines.append(line)
        while blocked < len(layout) and layout[blocked].end <= m.end():
            blocked += 1
    draft.width = _width(draft.lines)


def _pieces(m: re.Match[str], layout: list, blocked: int) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    """Give the parts of a line that no layout covers."""
    start, pieces = m.start(), []
    while blocked < len(layout) and layout[blocked].start < m.end():
        span = layout[blocked]
        if span.start > start:
            pieces.append((start, span.start))
        start = max(start, span.end)
        blocked += 1
    if start < m.end():
        pieces.append((start, m.end()))
    return pieces


def _line(text: str, line_start: int, start: int, end: int) -> Line | None:
    words = text[start:end]
    left = words.lstrip(BLANK).lstrip()
    content = left.rstrip(BLANK).rstrip()
    if not content:
        return None
    at = end - len(left)
    before = text[line_start:at]
    indent = len(before.expandtabs(_TAB)) if start == line_start else 0
    return Line(at, at + len(content), content, indent)


def _width(lines: list[Line]) -> int:
    """Give the measure of the text: the length that one line in ten passes; 0 where lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    measure = lengths[int(len(lengths) * 0.9)]
    return measure if measure <= 130 else 0

"""Notes: which lines are their bodies. At the foot of pages, in the middle of a text without pages, or at its end.

Each style of marker ("1", "1)", "[1]", "1.") counts for itself: an asker's sources and a minister's notes both begin at 1.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from docconv.model import Hint, Span
from docconv.parsing.draft import Draft, Line, NoteDraft
from docconv.parsing.note_blocks import looks_like_source, page_block, share_lines

_STYLES = {
    "bracket": re.compile(r"\[\^?(?P<number>\d{1,3})\]:?\s*"),
    "paren": re.compile(r"\(?(?P<number>\d{1,3})\)\s*"),
    "dot": re.compile(r"(?P<number>\d{1,3})\.\s+"),
    "plain": re.compile(r"(?P<number>\d{1,3})(?:\s+(?=\S)|(?=[A-ZÀ-Þ«“‘„'\"(]|https?:|www\.))"),
}
_PRINTED = re.compile(r"[\[(]?(?P<number>[\w*]{1,4})(?:[\])][.:]?|\.(?=\s)|(?=\s|[A-ZÀ-Þ«“‘„'\"(]))\s*")
_CONTINUES = re.compile(r"[a-zà-ÿ]|[%/?&=#_~.-]|\d+[^\s\d]*[/.=_-]")


def mark_notes(draft: Draft) -> None:
    """Take the lines of notes out of the text and make notes of them."""
    by_style: dict[str, dict[int, list[int]]] = {style: defaultdict(list) for style in ("plain", "paren", "bracket")}
    for mark in draft.marks:
        by_style[mark.style][mark.number].append(mark.span.start)
    if hinted := draft.hints("note"):
        _from_hints(draft, hinted)
    elif not draft.structured:
        _at_page_feet(draft)
    for style in () if draft.structured else ("bracket", "paren", "dot"):
        _counted(draft, style, by_style["paren" if style == "dot" else style])
    if not draft.structured and not any(note.style in {"plain", "hint"} for note in draft.notes):
        places = by_style["plain"]
        if not any(note.style == "bracket" for note in draft.notes):  # Markdown: the reference "[1 ]", the note "1 …"
            for number, found in by_style["bracket"].items():
                places[number] = [*places[number], *found]
        _counted(draft, "plain", places)
    draft.notes.sort(key=lambda note: note.start)


def _at_page_feet(draft: Draft) -> None:
    """Find the blocks of notes that close pages, page by page, counting on."""
    lines = draft.lines
    starts = [0, *(n for n, line in enumerate(lines) if line.turn), len(lines)]
    if len(starts) < 3 and not draft.turns:
        return
    places: dict[int, list[int]] = defaultdict(list)
    for mark in draft.marks:
        if mark.style in {"plain", "bracket"}:  # Markdown writes the reference "[1 ]", the note "1 …"
            places[mark.number].append(mark.span.start)
    expected, since = 1, 0
    for page, (start, end) in enumerate(pairwise(starts)):
        block = page_block(lines, start, end, expected) if end > start else None
        if block is None or not _evident(draft, block, end, places, since):
            continue
        first, chosen = block
        notes = share_lines(draft, first, end, chosen)
        for note in notes:
            note.first, note.page = since, page
        draft.notes += notes
        expected = max(chosen) + 1
        since = lines[end - 1].end


def _evident(
    draft: Draft, block: tuple[int, dict[int, int]], end: int, places: dict[int, list[int]], since: int
) -> bool:
    """Tell whether the text refers to the first note of a block, or the block reads like notes."""
    first, chosen = block
    begins = draft.lines[first].start
    own = {draft.lines[place].start for place in chosen.values()}
    if any(since <= at < begins and at not in own for at in places[min(chosen)]):
        return True
    words = " ".join(line.text for line in draft.lines[first:end])
    behind_label = any(line.label for line in draft.lines[:first])
    return behind_label and looks_like_source(words) and end - first > 1


def _counted(draft: Draft, style: str, places: dict[int, list[int]]) -> None:
    """Find notes of one style that count up from 1, each opening a line."""
    lines = draft.lines
    last_label = max((n for n, line in enumerate(lines) if line.label and line.label.kind != "remark"), default=-1)
    expected, n, previous = 1, 0, -1
    while n < len(lines):
        line = lines[n]
        m = _STYLES[style].match(line.text) if line.role == "text" and not line.label else None
        if m is None or int(m["number"]) != expected or not _is_note(draft, n, m, style, places, last_label, previous):
            n += 1
            continue
        end = _note_end(draft, n, style, expected, tail=n > last_label)
        draft.notes.append(_note(lines, n, end, m, style))
        for k in range(n, end):
            lines[k].role = "note"
        previous, expected, n = end, expected + 1, end


def _is_note(  # noqa: PLR0913, PLR0917 - all of it is evidence
    draft: Draft, n: int, m: re.Match[str], style: str, places: dict[int, list[int]], last_label: int, previous: int
) -> bool:
    """Tell whether the line opens a note: it stands where one may, and is referred to or reads like a source."""
    line = draft.lines[n]
    rest = line.text[m.end() :]
    if not rest or (rest[0].islower() and not looks_like_source(rest.split()[0])):
        return False
    if not (line.gap or line.turn or n == previous or draft.lines[n - 1].role != "text" or not line.whole):
        return False
    if style in {"paren", "dot"} and n < last_label:
        return False
    referred = any(at < line.start for at in places[int(m["number"])])
    if style == "dot":
        return referred and looks_like_source(rest)
    if style == "bracket":
        return True
    return referred or (n > last_label and looks_like_source(rest) and style == "paren")


def _note_end(draft: Draft, n: int, style: str, number: int, *, tail: bool) -> int:
    """Give the line behind the note that line `n` opens."""
    lines = draft.lines
    k = n + 1
    while k < len(lines) and lines[k].role == "text" and not lines[k].label:
        m = _STYLES[style].match(lines[k].text)
        if m and int(m["number"]) == number + 1:
            break
        if not _goes_on(draft, lines[k - 1], lines[k], tail=tail) and not (
            tail and _next_near(lines, k, style, number + 1)
        ):
            break
        k += 1
    return k


def _next_near(lines: list[Line], k: int, style: str, number: int) -> bool:
    """Tell whether the next note of a list opens within the next lines: what stands before it is of the note before."""
    for line in lines[k + 1 : k + 4]:
        m = _STYLES[style].match(line.text)
        if line.role != "text" or line.label:
            return False
        if m and int(m["number"]) == number:
            return True
    return False


def _goes_on(draft: Draft, before: Line, line: Line, *, tail: bool) -> bool:
    """Tell whether `line` carries on the note that `before` is of."""
    if before.text.endswith(("-", "/", ",")) and not line.gap:
        return True
    if line.gap or line.turn:
        return tail and bool(_CONTINUES.match(line.text)) and not line.text[0].isdigit()
    if tail and (draft.width == 0 or len(before.text) > 0.6 * draft.width):
        return True
    if len(before.text) < 0.7 * (draft.width or 80):
        return False
    return line.indent == before.indent or bool(_CONTINUES.match(line.text))


def _note(lines: list[Line], n: int, end: int, m: re.Match[str], style: str) -> NoteDraft:
    line = lines[n]
    mark = Span(line.start, line.start + len(m[0].rstrip()))
    parts = [Span(line.start + m.end(), line.end)] if line.start + m.end() < line.end else []
    return NoteDraft(m["number"], mark, style, [*parts, *(lines[k].span for k in range(n + 1, end))])


def _from_hints(draft: Draft, hints: list[Hint]) -> None:
    """Make the notes that the format itself marks."""
    lines = draft.lines
    starts = [line.start for line in lines]
    for hint in hints:
        first, end = bisect_left(starts, hint.span.start), bisect_left(starts, hint.span.end)
        own = [line for line in lines[first:end] if line.role == "text" and not line.label]
        for line in own:
            line.role = "note"
        if own and not hint.value and draft.notes:  # the rest of a note, on the next page
            draft.notes[-1].parts += [line.span for line in own]
        elif own:
            note = NoteDraft(hint.value, Span(own[0].start, own[0].start), "hint", [line.span for line in own])
            _take_marker(draft, note)
            draft.notes.append(note)


def _take_marker(draft: Draft, note: NoteDraft) -> None:
    """Part a printed marker from the text of its note."""
    first = note.parts[0]
    m = _PRINTED.match(draft.text, first.start, first.end)
    if m and m["number"] == note.marker.strip("[]().") and m.end() < first.end:
        note.mark = Span(first.start, first.start + len(m[0].rstrip()))
        note.parts[0] = Span(m.end(), first.end)
    else:
        note.mark = Span(first.start, first.start)

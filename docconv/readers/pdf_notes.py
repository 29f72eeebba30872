"""Notes at the foot of a page: the lines that a raised number opens, in small type, counting up to the end of the page.

The Aanhangsel sets them at 6.9 points under a body of 8.5, Word and LibreOffice at 8 under 9; endnotes come last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docconv.readers.pdf_columns import SMALL
from docconv.readers.pdf_lines import Line

_PLAIN = re.compile(r"(\d{1,3})(?:[\s)]|(?=[^\W\d]))")
_FIGURE = re.compile(r"\(?(\d{1,3}|[ivx]{1,6}|\*{1,3}|[†‡])\)?")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ENDED = (".", "?", "!", ")", "»", "”", "’", ";")


@dataclass(slots=True)
class Note:
    """A note's lines on one page. `marker` is "" where they go on with the note that the page before broke off."""

    marker: str
    lines: list[Line]


def split_notes(lines: list[Line], size: float, before: Note | None) -> tuple[list[Line], list[Note]]:
    """Part a page's lines into body and notes. `size` is the body's type, `before` the last note of earlier pages."""
    expected = int(before.marker) + 1 if before and before.marker.isdigit() else 1
    first, markers = _chain(lines, size, expected)
    tail = _small_tail(lines, size)
    if not markers:
        broken = before is not None and not before.lines[-1].text.endswith(_ENDED)
        if not broken or tail == len(lines) or _far(lines, tail):
            return lines, []
        return lines[:tail], [Note("", lines[tail:])]
    notes = []
    if before is not None and tail < first and _close(lines, tail, first):
        notes.append(Note("", lines[tail:first]))
        first = tail
    starts = sorted(markers)
    for n, at in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        notes.append(Note(markers[at], lines[at:end]))
    return lines[:first], notes


def _chain(lines: Sequence[Line], size: float, expected: int) -> tuple[int, dict[int, str]]:
    """Find the lines at the end of the page that open notes: (the first of them, marker by line)."""
    found: dict[int, str] = {}
    plain = False
    for n in range(len(lines) - 1, -1, -1):
        small = lines[n].size < SMALL * size
        marker = _raised(lines[n])
        if marker is None and small:
            marker = _plain(lines[n], expected, found)
            plain = plain or marker is not None
        if marker is not None and _counts_on(marker, found) and (small or _noted(lines[:n], marker)):
            found[n] = marker
        elif not small and lines[n].size >= SMALL * size and not _same_size(lines, n, found):
            break
    # Figures that are not raised are markers only where they count on from the notes before: "7 november" is none.
    if plain and found[min(found)] != str(expected):
        found = {}
    return min(found, default=len(lines)), found


def _same_size(lines: Sequence[Line], n: int, found: dict[int, str]) -> bool:
    """Tell whether line `n` may be the rest of a note in type as large as the body's: no gap parts it from its note."""
    return not found and n > len(lines) - 6


def _raised(line: Line) -> str | None:
    first = line.pieces[0]
    if not first.raised or len(line.pieces) < 2:
        return None
    m = _FIGURE.fullmatch(first.text)
    return m[1] if m else None


def _plain(line: Line, expected: int, found: dict[int, str]) -> str | None:
    """Give a marker set as plain figures: only the number that is due."""
    m = _PLAIN.match(line.text)
    if m is None:
        return None
    due = int(next(reversed(found.values()))) - 1 if found and next(reversed(found.values())).isdigit() else None
    return m[1] if int(m[1]) == due or (due is None and int(m[1]) >= expected) else None


def _counts_on(marker: str, found: dict[int, str]) -> bool:
    """Tell whether a marker stands right before those found so far, which are those further down."""
    if not found:
        return True
    (kind, value), (next_kind, next_value) = _rank(marker), _rank(next(reversed(found.values())))
    if kind == next_kind:
        return value == next_value - 1
    # Signs come before figures ("*" for a title, then 1, 2), footnotes before endnotes (3, then i).
    return next_value == 1


def _rank(marker: str) -> tuple[str, int]:
    """Give the kind of a marker and its place in the count of its kind."""
    if marker.isdigit():
        return "figure", int(marker)
    if marker[0] in "ivx":
        values = [_ROMAN[sign] for sign in marker]
        return "roman", sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return "sign", len(marker) if marker[0] == "*" else "†‡".index(marker) + 2


def _noted(lines: Sequence[Line], marker: str) -> bool:
    """Tell whether a raised figure in these lines refers to `marker`."""
    return any(piece.raised and piece.text.strip("()") == marker for line in lines for piece in line.pieces[1:])


def _small_tail(lines: Sequence[Line], size: float) -> int:
    """Give where the small type that ends the page begins."""
    at = len(lines)
    while at and lines[at - 1].size < SMALL * size:
        at -= 1
    return at


def _far(lines: Sequence[Line], tail: int) -> bool:
    """Tell whether the small type stands too high on the page, or too far from its foot, to be notes."""
    return tail == 0 or lines[tail - 1].baseline - lines[tail].baseline < 1.2 * lines[tail].size


def _close(lines: Sequence[Line], tail: int, first: int) -> bool:
    pairs = zip(lines[tail:first], lines[tail + 1 : first + 1], strict=True)
    return all(a.baseline - b.baseline < 2 * a.size for a, b in pairs)

"""Lists: items that a dash, a bullet, a letter or a number opens, and what belongs to each.

Numbers and letters make a list only where they count up from the first; a dash that a line break put first makes none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docconv.model import Hint
from docconv.parsing.draft import Draft, Line

_BULLET = re.compile(r"(?P<marker>[-–—•·▪●○◦‣►➢✓*]|o(?= {2}))[ \t\xa0]+(?=\S)")
_COUNT = re.compile(r"(?P<marker>\(?(?P<count>\d{1,2}|[a-z]|[ivx]{2,4}|I{1,3}|IV|V)(?P<mark>[.)]))[ \t\xa0]+(?=\S)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_DEEPEST = 12
_END = (".", "?", "!", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens a list item.

    `start` is the offset in the source where the item's text begins, `printed` the marker as text, `shown` whether it
    stands in the text; `style` tells items of one list; `level` and `end` are those of a format's hint, None without one.
    """

    start: int
    printed: str
    style: str
    shown: bool = True
    level: int | None = None
    end: int | None = None


def item_markers(draft: Draft, lines: list[Line]) -> dict[int, Marker]:
    """Give the marker of each line that opens a list item."""
    found: dict[int, Marker] = {}
    counted: list[tuple[int, re.Match[str]]] = []
    for n, line in enumerate(lines):
        hint = draft.items.get(line.start)
        if hint is not None:
            found[n] = _hinted(line, hint)
        elif (m := _BULLET.match(line.text)) and _may_open(lines, n):
            found[n] = Marker(line.start + m.end(), m["marker"], m["marker"])
        elif (m := _COUNT.match(line.text)) and _may_open(lines, n):
            counted.append((n, m))
    for style in dict.fromkeys(_style(m) for _, m in counted):
        for n, m in _runs([(n, m) for n, m in counted if _style(m) == style]):
            found[n] = Marker(lines[n].start + m.end(), m["marker"], style)
    return found


def _hinted(line: Line, hint: Hint) -> Marker:
    """Read "LEVEL MARKER"; the marker may or may not stand in the text."""
    level, _, printed = hint.value.partition(" ")
    depth = min(int(level), _DEEPEST) if level.isdigit() else 0
    shown = bool(printed) and line.text.startswith(printed)
    rest = line.text[len(printed) :] if shown else line.text
    start = line.end - len(rest.lstrip())
    return Marker(start, printed, f"hint {depth}", shown, depth, hint.span.end)


def _may_open(lines: list[Line], n: int) -> bool:
    """Tell whether an item may begin on the line: behind a blank line, a sentence's end, a colon, or another item."""
    if n == 0 or lines[n].gap or lines[n].turn:
        return True
    before = lines[n - 1].text
    return (
        before.rstrip("0123456789)]").endswith(_END)
        or bool(_BULLET.match(before))
        or before.endswith((" en", " of", "»", ")"))
    )


def _style(m: re.Match[str]) -> str:
    count = m["count"]
    kind = "1" if count.isdigit() else "I" if count.isupper() else "i" if len(count) > 1 else "a"
    return kind + m["mark"]


def _runs(counted: list[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """Keep the runs that count up from the first and have two items or more."""
    found: list[tuple[int, re.Match[str]]] = []
    run: list[tuple[int, re.Match[str]]] = []
    for n, m in counted:
        if _value(m["count"]) == len(run) + 1:
            run.append((n, m))
            continue
        found += run if len(run) > 1 else []
        run = [(n, m)] if _value(m["count"]) == 1 else []
    return found + (run if len(run) > 1 else [])


def _value(count: str) -> int:
    if count.isdigit():
        return int(count)
    if len(count) > 1 or count in {"I", "V"}:
        return _ROMAN.get(count.lower(), 0)
    return ord(count) - 96

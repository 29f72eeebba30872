"""Lists: items that a dash, a bullet, a letter or a number opens, and what belongs to each.

Numbers and letters make a list only where they count up from the first; a dash that a line break put first makes none.
"""

from __future__ import annotations

import re

from docconv.parsing.draft import Draft, Line

_BULLET = re.compile(r"(?P<marker>[-–—•·▪●○◦‣►➢✓*]|o(?= {2}))[ \t\xa0]+(?=\S)")
_COUNT = re.compile(r"(?P<marker>\(?(?P<count>\d{1,2}|[a-z]|[ivx]{2,4}|I{1,3}|IV|V)(?P<mark>[.)]))[ \t\xa0]+(?=\S)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_END = (".", "?", "!", ":", ";", ",")


def item_markers(draft: Draft, lines: list[Line]) -> dict[int, tuple[int, str]]:
    """Give for each line that opens a list item where its text begins and the style of its marker."""
    found: dict[int, tuple[int, str]] = {}
    for n, line in enumerate(lines):
        m = _BULLET.match(line.text)
        if m and _may_open(lines, n):
            found[n] = (m.end(), m["marker"])
    counted = [(n, m) for n, line in enumerate(lines) if (m := _COUNT.match(line.text)) and _may_open(lines, n)]
    for style in dict.fromkeys(_style(m) for _, m in counted):
        found |= _runs([(n, m) for n, m in counted if _style(m) == style], style)
    return found


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


def _runs(counted: list[tuple[int, re.Match[str]]], style: str) -> dict[int, tuple[int, str]]:
    """Keep the runs that count up from the first and have two items or more."""
    found: dict[int, tuple[int, str]] = {}
    run: list[tuple[int, re.Match[str]]] = []
    for n, m in [*counted, (-1, None)]:  # type: ignore[list-item]
        if m is not None and _value(m["count"]) == len(run) + 1:
            run.append((n, m))
            continue
        if len(run) > 1:
            found |= {line: (item.end(), style) for line, item in run}
        run = [(n, m)] if m is not None and _value(m["count"]) == 1 else []
    return found


def _value(count: str) -> int:
    if count.isdigit():
        return int(count)
    if len(count) > 1 or count in {"I", "V"}:
        return _ROMAN.get(count.lower(), 0)
    return ord(count) - 96

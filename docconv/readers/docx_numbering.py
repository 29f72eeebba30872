"""Automatic numbers: what Word prints before the paragraphs of a list, counted as Word counts (ECMA-376, part 1, 17.9).

The digits are not in the text of the file; a letter whose questions are numbered so has no "1." anywhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docconv.readers.docx_package import Element, child, name_of, value_of
from docconv.readers.symbols import SYMBOLS

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class Level:
    """A level of a list: its first number, the form of its numbers, the pattern ("%1.%2"), the style linked to it."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    style: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def marker(self, list_id: str | None, level_id: str | None, style: str) -> tuple[int, str] | None:
        """Count a paragraph and give (level from 0, marker as printed); None where nothing is printed before it."""
        if list_id not in self.lists or list_id is None:
            return None
        key, own, starts = self.lists[list_id]
        levels = self.abstract.get(key, {}) | own
        at = self._level(level_id, levels, style)
        if at not in levels:
            return None
        counts = self._counts.setdefault(key, {})
        if at in starts and (list_id, at) not in self._begun:
            counts[at] = starts[at] - 1
        self._begun.add((list_id, at))
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [k for k in counts if k > at and _restarts(levels.get(k), at)]:
            del counts[deeper]
        text = _printed(levels, at, counts)
        return (at, text) if text else None

    @staticmethod
    def _level(level_id: str | None, levels: dict[int, Level], style: str) -> int:
        if level_id is not None and level_id.isdigit():
            return int(level_id)
        return next((n for n, level in levels.items() if style and level.style == style), 0)


def _restarts(level: Level | None, at: int) -> bool:
    """Tell whether a level begins anew after one above it was counted."""
    return level is None or level.restart is None or (level.restart > 0 and at < level.restart)


def _printed(levels: dict[int, Level], at: int, counts: dict[int, int]) -> str:
    level = levels[at]
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return "".join(SYMBOLS.get(c, c) for c in level.pattern).strip() or "•"

    def number(m: re.Match[str]) -> str:
        n = int(m[1]) - 1
        other = levels.get(n, Level())
        form = "decimal" if level.legal and n != at else other.form
        return in_form(counts.get(n, other.start), form)

    return _PLACE.sub(number, level.pattern).strip()


def in_form(number: int, form: str) -> str:
    """Give a number as Word prints it.

    >>> [in_form(4, form) for form in ("decimal", "lowerRoman", "upperLetter", "decimalZero")]
    ['4', 'iv', 'D', '04']
    """
    if form.endswith("Roman") and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if form.startswith("upper") else roman
    if form.endswith("Letter") and 0 < number <= 780:
        letters = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "chicago" and 0 < number <= 16:
        return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


def _roman(number: int) -> str:
    words = ""
    for value, sign in (*_ROMAN, *_SMALL_ROMAN):
        words += sign * (number // value)
        number %= value
    return words


def read_numbering(root: Element) -> Numbering:
    """Give the lists of a numbering part; none for None."""
    numbering = Numbering()
    for element in root if root is not None else ():
        if name_of(element) == "abstractNum":
            key = value_of(element, "abstractNumId") or ""
            numbering.abstract[key] = _levels(element)
        elif name_of(element) == "num":
            link = child(element, "abstractNumId")
            overrides = [c for c in element if name_of(c) == "lvlOverride"]
            starts = {
                _int(value_of(o, "ilvl")): _int(value_of(s))
                for o in overrides
                if (s := child(o, "startOverride")) is not None
            }
            own = {n: level for o in overrides for n, level in _levels(o).items()}
            numbering.lists[value_of(element, "numId") or ""] = (
                value_of(link) or "" if link is not None else "",
                own,
                starts,
            )
    return numbering


def _levels(element: Element) -> dict[int, Level]:
    return {_int(value_of(c, "ilvl")): _read_level(c) for c in element if name_of(c) == "lvl"}


def _read_level(element: Element) -> Level:
    level = Level()
    for part in element:
        value = value_of(part) or ""
        match name_of(part):
            case "start":
                level.start = _int(value, 1)
            case "numFmt":
                level.form = value or "decimal"
            case "lvlText":
                level.pattern = value
            case "pStyle":
                level.style = value
            case "isLgl":
                level.legal = value not in {"0", "false", "off"}
            case "lvlRestart":
                level.restart = _int(value)
            case _:
                pass
    return level


def _int(value: str | None, default: int = 0) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 9 else default

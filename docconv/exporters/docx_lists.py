"""Lists as Word's own: numbering definitions that show each item's marker as the letter prints it.

ECMA-376 part 1, 17.9. Markers that count on ("a." "b." "c.") become a numbered list; any other marker is a bullet of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.characters import legible
from docconv.exporters.docx_elements import w
from docconv.model import ListBlock

LEVELS: Final = 9
STEP: Final = 360  # twentieths of a point
# yes: 1. a) (iv) 12 IV.   no: - • 1.2 aa)
_COUNTED = re.compile(r"(?P<before>\(?)(?P<number>[0-9]{1,3}|[ivxl]{1,7}|[a-z]|[A-Z])(?P<after>[.):°]{0,2})")
_ROMAN: Final = (("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # the bullets of symbol fonts


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a list's items share: Word's number format, the text of a marker ("(%)"), and the first number."""

    kind: str
    text: str
    start: int


def roman(number: int) -> str:
    """Give a number from 1 to 89 in small Roman figures.

    >>> roman(4), roman(29)
    ('iv', 'xxix')
    """
    made = ""
    for figures, value in _ROMAN:
        while number >= value:
            made, number = made + figures, number - value
    return made


def numbered(markers: tuple[str, ...]) -> Numbered | None:
    """Tell how markers count, None where they don't.

    >>> numbered(("b)", "c)"))
    Numbered(kind='lowerLetter', text='%)', start=2)
    >>> numbered(("-", "-")) is None
    True
    """
    found = [_COUNTED.fullmatch(marker.strip()) for marker in markers]
    first = found[0] if found else None
    if first is None:
        return None
    text = f"{first['before']}%{first['after']}"
    for kind, give in (("decimal", str), ("lowerRoman", roman), ("lowerLetter", _small), ("upperLetter", _large)):
        start = next((n for n in range(1, 90) if give(n) == first["number"]), None)
        if start is None:
            continue
        wanted = [text.replace("%", give(n)) for n in range(start, start + len(markers))]
        if wanted == [marker.strip() for marker in markers]:
            return Numbered(kind, text, start)
    return None


def _small(number: int) -> str:
    return chr(ord("a") + number - 1) if number <= 26 else ""


def _large(number: int) -> str:
    return _small(number).upper()


@dataclass(slots=True)
class Lists:
    """The numbering definitions of one document."""

    document: Document
    abstracts: dict[tuple[str, str], int] = field(default_factory=dict)
    bullets: dict[str, int] = field(default_factory=dict)

    def of(self, block: ListBlock, level: int) -> list[BaseOxmlElement]:
        """Give the `w:numPr` of each item of a list; `level` counts from 0."""
        depth = min(level, LEVELS - 1)
        counted = numbered(tuple(item.marker for item in block.items))
        if counted is not None:
            number = self._new(self._abstract(counted.kind, counted.text), depth, counted.start)
            numbers = [number] * len(block.items)
        else:
            numbers = [self._bullet(item.marker) for item in block.items]
        return [w("numPr", w("ilvl", val=depth), w("numId", val=number)) for number in numbers]

    def _bullet(self, marker: str) -> int:
        shown = _PRIVATE.sub("•", legible(marker).strip()) or "•"
        if shown not in self.bullets:
            self.bullets[shown] = self._new(self._abstract("bullet", shown))
        return self.bullets[shown]

    def _abstract(self, kind: str, text: str) -> int:
        """Give the id of the definition that shows `text`, "%" standing for the number."""
        root: Any = self.document.part.numbering_part.element
        if (kind, text) not in self.abstracts:
            taken = [int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))]
            new = max(taken, default=-1) + 1
            self.abstracts[kind, text] = new
            levels = [_level(n, kind, text) for n in range(LEVELS)]
            made = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=new)
            first = root.find(qn("w:num"))
            root.append(made) if first is None else first.addprevious(made)
        return self.abstracts[kind, text]

    def _new(self, abstract: int, level: int = 0, start: int | None = None) -> int:
        """Give the id of a new list of a definition, counting from `start` on."""
        root: Any = self.document.part.numbering_part.element
        new = max((int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))), default=0) + 1
        override = None if start is None else w("lvlOverride", w("startOverride", val=start), ilvl=level)
        made = w("num", w("abstractNumId", val=abstract), override, numId=new)
        last = root.findall(qn("w:num"))
        last[-1].addnext(made) if last else root.append(made)
        return new


def indent(level: int) -> int:
    """Give how far the text of an item stands in, in twentieths of a point; `level` counts from 0."""
    return STEP * (min(level, LEVELS - 1) + 1)


def _level(number: int, kind: str, text: str) -> BaseOxmlElement:
    shown = text if kind == "bullet" else text.replace("%", f"%{number + 1}")
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=shown),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=indent(number), hanging=STEP)),
        ilvl=number,
    )

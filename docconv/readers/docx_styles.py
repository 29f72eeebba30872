"""How a DOCX sets its text: what its styles say of weight, slope, numbering and rank (ECMA-376, part 1, 17.7).

What stands on the text itself wins over its character style, that over the paragraph's style and those it is based on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docconv.readers.docx_package import Element, child, name_of, value_of

_OFF = {"0", "false", "off", "none"}
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Style:
    """A style: its name as Word's own language has it, the style it is based on, its properties."""

    name: str
    base: str
    run: dict[str, str]
    number: tuple[str | None, str | None] = (None, None)
    rank: int | None = None
    borders: bool | None = None


@dataclass(slots=True)
class Styles:
    """All styles by their id, and the default paragraph's."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    defaults: dict[str, str] = field(default_factory=dict)

    def chain(self, key: str) -> list[Style]:
        """Give a style and those it is based on."""
        found: list[Style] = []
        while key in self.by_id and len(found) < _LONGEST_CHAIN:
            found.append(self.by_id[key])
            key = found[-1].base
        return found

    def run(self, paragraph_style: str, run_properties: Element) -> dict[str, str]:
        """Give the properties in force: b, i, vanish and vertAlign, each with its value."""
        direct = run_values(run_properties)
        character = child(run_properties, "rStyle")
        keys = [value_of(character) or ""] if character is not None else []
        merged: dict[str, str] = dict(self.defaults)
        for key in (paragraph_style or self.default, *keys):
            for style in reversed(self.chain(key)):
                merged |= style.run
        return merged | direct

    def rank(self, key: str) -> int | None:
        """Give a heading style's level from 0 (-1 for a document's title), None for running text."""
        return next((style.rank for style in self.chain(key) if style.rank is not None), None)

    def number(self, key: str) -> tuple[str | None, str | None]:
        """Give the list and the level that a paragraph style numbers its paragraphs in."""
        list_id = level = None
        for style in self.chain(key):
            list_id = list_id or style.number[0]
            level = level or style.number[1]
        return list_id, level

    def bordered(self, key: str) -> bool:
        """Tell whether a table style draws lines."""
        return next((style.borders for style in self.chain(key) if style.borders is not None), False)


def read_styles(root: Element) -> Styles:
    """Give the styles of a styles part; none for None."""
    styles = Styles()
    for element in root if root is not None else ():
        kind = name_of(element)
        if kind == "docDefaults":
            styles.defaults = run_values(child(child(element, "rPrDefault"), "rPr"))
        elif kind == "style":
            key = value_of(element, "styleId") or ""
            styles.by_id[key] = _style(element)
            if value_of(element, "type") == "paragraph" and (value_of(element, "default") or "0") not in _OFF:
                styles.default = key
    return styles


def _style(element: Element) -> Style:
    name = _text(element, "name")
    paragraph = child(element, "pPr")
    borders = child(child(element, "tblPr"), "tblBorders")
    return Style(
        name,
        _text(element, "basedOn"),
        run_values(child(element, "rPr")),
        number_of(paragraph),
        _rank(name, paragraph),
        None if borders is None else has_lines(borders),
    )


def _text(element: Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else value_of(found) or ""


def _rank(name: str, paragraph: Element) -> int | None:
    low = name.lower()
    if low in {"title", "titel"}:
        return -1
    if low.startswith(("heading ", "kop ")) and low.split()[-1].isdigit():
        return int(low.split()[-1]) - 1
    return outline(paragraph)


def outline(paragraph: Element) -> int | None:
    """Give the outline level from 0 that a paragraph's properties set, None for running text."""
    level = child(paragraph, "outlineLvl")
    value = "" if level is None else value_of(level) or ""
    return int(value) if value.isdigit() and int(value) < 9 else None


def number_of(paragraph: Element) -> tuple[str | None, str | None]:
    """Give the list and the level that a paragraph's properties number it in, None where they say nothing."""
    properties = child(paragraph, "numPr")
    list_id, level = child(properties, "numId"), child(properties, "ilvl")
    return (
        None if list_id is None else value_of(list_id),
        None if level is None else value_of(level),
    )


def run_values(properties: Element) -> dict[str, str]:
    """Give what run properties say of weight, slope, visibility and height: "1", "0" or a word."""
    found: dict[str, str] = {}
    for element in properties if properties is not None else ():
        name = name_of(element)
        if name in {"b", "i", "vanish"}:
            found[name] = "0" if (value_of(element) or "1") in _OFF else "1"
        elif name == "vertAlign":
            found[name] = value_of(element) or ""
    return found


def has_lines(borders: Element) -> bool:
    """Tell whether any border is drawn."""
    return any((value_of(border) or "none") not in {"none", "nil"} for border in borders)

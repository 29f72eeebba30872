"""Field codes: which runs are a field's instruction and which its result, and what the instruction links to.

ECMA-376, part 1, 17.16: begin, instruction, separate, result, end; fields nest and run over paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docconv.readers.docx_package import Element, name_of, value_of

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<target>(?:https?://|mailto:)[^"\s]{1,2000})"', re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Fields:
    """Where in its fields a reading of a part stands. Marks without their partner count for nothing."""

    matched: frozenset[Element] = frozenset()
    _open: list[_Open] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Tell whether what stands here is printed."""
        return all(one.result for one in self._open)

    @property
    def link(self) -> str:
        """Give the address that the text here links to, "" for none."""
        found = [m["target"] for one in self._open if (m := _LINK.match(one.code))]
        return found[-1] if found else ""

    @property
    def page_number(self) -> bool:
        """Tell whether what stands here is the number of a page or of all pages."""
        return any(_PAGE.match(one.code) for one in self._open)

    def mark(self, element: Element) -> None:
        """Pass a w:fldChar."""
        if element not in self.matched:
            return
        match value_of(element, "fldCharType"):
            case "begin":
                self._open.append(_Open())
            case "separate" if self._open:
                self._open[-1].result = True
            case "end" if self._open:
                self._open.pop()
            case _:
                pass

    def enter(self, code: str) -> None:
        """Pass the beginning of a field whose instruction is an attribute (w:fldSimple)."""
        self._open.append(_Open(code, result=True))

    def leave(self) -> None:
        """Pass its end."""
        self._open.pop()

    def instruct(self, words: str) -> None:
        """Pass a piece of an instruction."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += words


def match_fields(root: Element) -> frozenset[Element]:
    """Give the w:fldChar elements of a part that belong to whole fields; a begin without end would swallow the rest."""
    matched: set[Element] = set()
    waiting: list[list[Element]] = []
    for element in root.iter():
        if name_of(element) != "fldChar":
            continue
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            waiting.append([element])
        elif waiting:
            waiting[-1].append(element)
            if kind == "end":
                matched.update(waiting.pop())
    return frozenset(matched)

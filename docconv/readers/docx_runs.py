"""The text of a paragraph as runs of one style, with what Word does not print left out (ECMA-376, part 1, 17.3.3).

Insertions under review are text, deletions are not; of alternatives the first is read, never both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docconv.readers.docx_fields import Fields
from docconv.readers.docx_package import Element, child, name_of, value_of
from docconv.readers.docx_styles import Styles
from docconv.readers.symbols import SYMBOLS

PAGE_BREAK = "\f"
_SPACE = re.compile(r"[\t\n\r]+")
_THROUGH = {"ins", "moveTo", "smartTag", "customXml", "sdtContent", "hyperlink", "dir", "bdo", "subDoc"}
_THROUGH |= {"ruby", "rubyBase", "m:oMath", "m:oMathPara", "mc:Choice", "mc:Fallback"}
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `note` is ("footnote" or "endnote", id) where a reference stands instead."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""
    page_number: bool = False
    note: tuple[str, str] | None = None
    own_mark: bool = False


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs of one part. `boxes` collects the text boxes that the paragraph read last anchors."""

    styles: Styles
    links: dict[str, str]
    fields: Fields
    boxes: list[Element] = field(default_factory=list)
    inserted: int = 0
    deleted: int = 0
    hidden: int = 0

    def read(self, paragraph: Element) -> list[Run]:
        """Give the runs of a paragraph, neighbours of one style joined."""
        style = child(child(paragraph, "pPr"), "pStyle")
        runs: list[Run] = []
        for run in self._children(paragraph, value_of(style) or "" if style is not None else "", ""):
            if runs and run.note is None and runs[-1] == replace(run, text=runs[-1].text) and not run.own_mark:
                runs[-1] = replace(run, text=runs[-1].text + run.text)
            else:
                runs.append(run)
        return runs

    def _children(self, parent: Element, style: str, link: str) -> Iterator[Run]:
        for element in parent:
            name = name_of(element)
            if name == "r":
                yield from self._run(element, style, link)
            elif name in {"del", "moveFrom"}:
                self.deleted += 1
            elif name == "mc:AlternateContent":
                chosen = child(element, "mc:Choice")
                yield from self._children(element if chosen is None else chosen, style, link)
            elif name == "sdt":
                content = child(element, "sdtContent")
                yield from self._children(content if content is not None else (), style, link)
            elif name == "fldSimple":
                self.fields.enter(value_of(element, "instr") or "")
                yield from self._children(element, style, link)
                self.fields.leave()
            elif name == "m:t":
                yield Run(element.text or "", link=link)
            elif name in _THROUGH or name.startswith("m:"):
                self.inserted += name in {"ins", "moveTo"}
                yield from self._children(element, style, self._target(element) if name == "hyperlink" else link)

    def _target(self, element: Element) -> str:
        target = self.links.get(value_of(element, "id") or "", "")
        return target if target.startswith(("http://", "https://", "mailto:")) else ""

    def _run(self, element: Element, style: str, link: str) -> Iterator[Run]:
        properties = self.styles.run(style, child(element, "rPr"))
        template = Run(
            "",
            bold=properties.get("b") == "1",
            italic=properties.get("i") == "1",
            raised=properties.get("vertAlign") == "superscript",
            link=link,
        )
        yield from self._content(element, template, hidden=properties.get("vanish") == "1")

    def _content(self, element: Element, template: Run, *, hidden: bool) -> Iterator[Run]:
        for part in element:
            name = name_of(part)
            if name == "fldChar":
                self.fields.mark(part)
            elif name == "instrText":
                self.fields.instruct(part.text or "")
            elif name in {"drawing", "pict", "object"}:
                self.boxes += _boxes(part)
            elif name == "mc:AlternateContent":
                chosen = child(part, "mc:Choice")
                yield from self._content(part if chosen is None else chosen, template, hidden=hidden)
            elif name == "mc:Fallback":
                yield from self._content(part, template, hidden=hidden)
            elif (run := self._printed(part, name, template)) and self.fields.visible:
                self.hidden += hidden
                if not hidden:
                    yield run

    def _printed(self, part: Element, name: str, template: Run) -> Run | None:
        """Give what an element of a run prints, None for nothing."""
        if name in {"footnoteReference", "endnoteReference"}:
            own = value_of(part, "customMarkFollows") in {"1", "true", "on"}
            return replace(
                template, raised=True, note=(name.removesuffix("Reference"), value_of(part, "id") or ""), own_mark=own
            )
        text = _SIGNS.get(name, "")
        if name == "t":
            text = _SPACE.sub(" ", part.text or "")
        elif name == "br":
            text = PAGE_BREAK if value_of(part, "type") == "page" else "\n"
        elif name == "sym":
            text = _symbol(value_of(part, "char") or "")
        if not text:
            return None
        return replace(template, text=text, link=template.link or self.fields.link, page_number=self.fields.page_number)


def _symbol(code: str) -> str:
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return SYMBOLS.get(char, char)


def _boxes(element: Element) -> list[Element]:
    """Give the contents of the text boxes in a drawing, outermost ones only, one of each pair of alternatives."""
    found: list[Element] = []
    for part in element:
        name = name_of(part)
        if name == "txbxContent":
            found.append(part)
        elif name == "mc:AlternateContent":
            chosen = child(part, "mc:Choice")
            found += _boxes(part if chosen is None else chosen)
        elif isinstance(part.tag, str):
            found += _boxes(part)
    return found

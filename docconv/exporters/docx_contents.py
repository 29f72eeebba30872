r"""A table of contents that is there on opening: a TOC field whose entries are already written, each a link.

ECMA-376 part 1, 17.16.5.68. Without page numbers (switch `\n`), which only a program that lays out pages can know, no update
is needed and none is asked for. The entries stand in columns, as a section of their own.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_draft import Draft, Heading
from docconv.exporters.docx_elements import field as word_field
from docconv.exporters.docx_elements import hyperlink, language, paragraph, run, w

LEVELS: Final = 2
COLUMNS: Final = 3


class Contents:
    """The place of the contents: made before the headings are, filled in when they are all there."""

    def __init__(self, draft: Draft) -> None:
        """Put the heading "Contents" at the end of the body."""
        self.draft = draft
        self.heading = paragraph(draft.styles.of("TOC Heading"), run("Contents", language("en")))
        draft.add(self.heading)

    def fill(self) -> None:
        """Write the entries below the heading."""
        headings = [heading for heading in self.draft.headings if heading.level <= LEVELS]
        entries = [_entry(self.draft, heading) for heading in headings]
        if not entries:
            return
        code, shown = _field()
        first: Any = entries[0]
        for element in reversed(code):
            first.pPr.addnext(element)
        last: Any = entries[-1]
        last.append(shown)
        place: Any = self.heading
        for entry in reversed(entries):
            place.addnext(entry)
        self._columns(place, last)

    def _columns(self, before: Any, last: Any) -> None:  # noqa: ANN401 - lxml has no types
        """Set the entries in columns: the section before ends with the heading, theirs with the last entry."""
        body: Any = self.draft.document.element.body
        final = body.find(qn("w:sectPr"))
        before.pPr.append(deepcopy(final))
        _start_on_same_page(final)
        own = deepcopy(final)
        columns = own.find(qn("w:cols"))
        columns.set(qn("w:num"), str(COLUMNS))
        last.pPr.append(own)


def _entry(draft: Draft, heading: Heading) -> BaseOxmlElement:
    link = hyperlink(heading.bookmark, run(heading.text, language("en")), inside=True)
    return paragraph(draft.styles.of(f"TOC {heading.level}"), link)


def _field() -> tuple[list[BaseOxmlElement], BaseOxmlElement]:
    """Give the runs that begin the field and the one that ends it."""
    *code, end = word_field(f'TOC \\o "1-{LEVELS}" \\n \\h \\z \\u')
    return code, end


def _start_on_same_page(section: Any) -> None:  # noqa: ANN401 - lxml has no types
    for old in section.findall(qn("w:type")):
        section.remove(old)
    ahead = {qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")}
    at = sum(child.tag in ahead for child in section)
    section.insert(at, w("type", val="continuous"))
    if section.find(qn("w:cols")) is None:
        margins = section.find(qn("w:pgMar"))
        columns = w("cols", space=454)
        margins.addnext(columns) if margins is not None else section.append(columns)

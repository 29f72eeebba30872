r"""A table of contents that is there on opening: a TOC field whose entries are already written, each a link.

ECMA-376 part 1, 17.16.5.68. Without page numbers (switch `\n`), which only a program that lays out pages can know, no update
is needed and none is asked for.
"""

from __future__ import annotations

from typing import Any, Final

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_draft import Draft, Heading
from docconv.exporters.docx_elements import field as word_field
from docconv.exporters.docx_elements import hyperlink, language, paragraph, run

LEVELS: Final = 2


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


def _entry(draft: Draft, heading: Heading) -> BaseOxmlElement:
    link = hyperlink(heading.bookmark, run(heading.text, language("en")), inside=True)
    return paragraph(draft.styles.of(f"TOC {heading.level}"), link)


def _field() -> tuple[list[BaseOxmlElement], BaseOxmlElement]:
    """Give the runs that begin the field and the one that ends it."""
    *code, end = word_field(f'TOC \\o "1-{LEVELS}" \\n \\h \\z \\u')
    return code, end

"""A document in the making: its body, its headings with their bookmarks, its notes, lists and comments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_blocks import Setting, blocks
from docconv.exporters.docx_bookmarks import Bookmarks
from docconv.exporters.docx_comments import Comments
from docconv.exporters.docx_elements import hyperlink, paragraph, run, w
from docconv.exporters.docx_elements import language as language_tag
from docconv.exporters.docx_footnotes import Made, Notes, add_part
from docconv.exporters.docx_lists import Lists
from docconv.exporters.docx_packaging import packed
from docconv.exporters.docx_runs import Place
from docconv.exporters.docx_template import Styles, opened
from docconv.exporters.labels import Language
from docconv.model import BilingualLetter, Block
from docconv.protocols import ExportOptions


@dataclass(slots=True)
class Heading:
    """A heading that the contents list: its level from 1, its words, the bookmark on it."""

    level: int
    text: str
    bookmark: str


@dataclass(slots=True)
class PartLinks:
    """The addresses outside that one part of the package refers to."""

    part: Part

    def to(self, href: str) -> str:
        """Give the id of the relationship to an address."""
        return str(self.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


@dataclass(slots=True)
class Draft:
    """A document that is being written; make one with `begun` and end it with `finished`."""

    bilingual: BilingualLetter
    document: Document
    styles: Styles
    lists: Lists
    notes: Notes
    bookmarks: Bookmarks
    comments: Comments | None = None
    headings: list[Heading] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Give the width between the margins of the last section, in twentieths of a point."""
        section = self.document.sections[-1]
        lengths = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (int(length or 0) // 635 for length in lengths)
        return page - left - right

    def place(self, language: Language) -> Place:
        """Give the body as a place for text."""
        flags = self.comments if language == "en" else None
        return Place(language, self.styles, PartLinks(self.document.part), self.notes, flags)

    def setting(self, language: Language, style: str = "Normal") -> Setting:
        """Give how blocks are set in the body."""
        return Setting(self.bilingual, self.place(language), self.lists, self.width, style)

    def add(self, *elements: BaseOxmlElement) -> None:
        """Add elements at the end of the body."""
        body: Any = self.document.element.body
        last = body[-1]
        for element in elements:
            last.addprevious(element)

    def blocks(self, content: Iterable[Block], style: str = "Normal") -> None:
        """Add blocks in English."""
        self.add(*blocks(content, self.setting("en", style)))

    def text(self, text: str, style: str = "Normal") -> None:
        """Add a paragraph of docconv's own words."""
        self.add(paragraph(self.styles.of(style), run(text, language_tag("en"))))

    def heading(self, level: int, text: str, name: str = "") -> str:
        """Add a heading of docconv's own words and give its bookmark, named after `name`."""
        return self.rich_heading(level, text, [run(text, language_tag("en"))], name)

    def rich_heading(self, level: int, text: str, content: Iterable[BaseOxmlElement], name: str = "") -> str:
        """Add a heading with `content`, listed in the contents as `text`, and give its bookmark."""
        element, bookmark = self.heading_paragraph(level, text, content, name)
        self.add(element)
        return bookmark

    def heading_paragraph(
        self, level: int, text: str, content: Iterable[BaseOxmlElement], name: str = ""
    ) -> tuple[BaseOxmlElement, str]:
        """Give a heading that is not yet in the body, and its bookmark."""
        bookmark = self.bookmarks.free(name or text)
        self.headings.append(Heading(level, text, bookmark))
        return paragraph(self.styles.of(f"Heading {level}"), *self.bookmarks.around(bookmark, content)), bookmark

    def link(self, text: str, bookmark: str) -> BaseOxmlElement:
        """Give a link to a bookmark, in docconv's own words."""
        style = w("rStyle", val=self.styles.of("Hyperlink"))
        return hyperlink(bookmark, run(text, style, language_tag("en")), inside=True)

    def finished(self) -> bytes:
        """Write the notes and give the document's bytes."""
        part = add_part(self.document)
        links = PartLinks(part)
        self.notes.finish(part, lambda made: self._note(made, links))
        return packed(self.document)

    def _note(self, made: Made, links: PartLinks) -> list[BaseOxmlElement]:
        """Give the paragraphs of a footnote; its mark stands in the first."""
        place = Place(made.language, self.styles, links)
        setting = Setting(self.bilingual, place, self.lists, self.width, "Footnote Text", "Footnote Text")
        content = list(blocks(made.note.blocks, setting))
        style = self.styles.of("Footnote Text")
        if not content or content[0].tag != w("p").tag:
            content.insert(0, paragraph(style))
        if content[-1].tag != w("p").tag:
            content.append(paragraph(style))
        first: Any = content[0]
        first.pPr.addnext(made.mark)
        made.mark.addnext(run(" ", language_tag(made.language)))
        return content


def begun(bilingual: BilingualLetter, options: ExportOptions, *, printed_notes: bool = False) -> Draft:
    """Give an empty document for a letter. Raises ExportError for a template that can't serve."""
    document, styles = opened(options.template)
    bookmarks = Bookmarks()
    notes = Notes(bilingual.letter, styles, bookmarks, printed_notes)
    draft = Draft(bilingual, document, styles, Lists(document), notes, bookmarks)
    if options.comments:
        draft.comments = Comments.on(document, bilingual)
    return draft

"""A document in the making: its body, its headings with their bookmarks, its notes, lists and comments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_blocks import Setting, blocks, text_of
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
from docconv.model import BilingualLetter, Block, paragraphs
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
    languages: tuple[Language, ...] = ("en",)
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

    def keep_with_next(self) -> None:
        """Keep the paragraph that ends the body on one page with what follows."""
        last: Any = self.document.element.body[-2]
        if last.tag == qn("w:p") and last.pPr.find(qn("w:keepNext")) is None:
            last.pPr.find(qn("w:pStyle")).addnext(w("keepNext"))

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
        self, level: int, text: str, content: Iterable[BaseOxmlElement], name: str = "", *, close: bool = False
    ) -> tuple[BaseOxmlElement, str]:
        """Give a heading that is not yet in the body, and its bookmark; `close` leaves little space around it."""
        bookmark = self.bookmarks.free(name or text)
        self.headings.append(Heading(level, text, bookmark))
        spacing = [w("spacing", before=60, after=60)] if close else []
        marked = self.bookmarks.around(bookmark, content)
        return paragraph(self.styles.of(f"Heading {level}"), *marked, properties=spacing), bookmark

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
        """Give the paragraphs of a footnote, in each language of the document; its mark stands in the first."""
        style = self.styles.of("Footnote Text")
        content: list[BaseOxmlElement] = []
        said: set[str] = set()
        for language in self.languages:
            place = Place(language, self.styles, links)
            setting = Setting(self.bilingual, place, self.lists, self.width, "Footnote Text", "Footnote Text")
            text = "\n".join(text_of(self.bilingual, p, place)[0].text for p in paragraphs(made.note))
            if text not in said:
                content += blocks(made.note.blocks, setting)
            said.add(text)
        if not content or content[0].tag != qn("w:p"):
            content.insert(0, paragraph(style))
        if content[-1].tag != qn("w:p"):
            content.append(paragraph(style))
        first: Any = content[0]
        first.pPr.addnext(made.mark)
        made.mark.addnext(run(" ", language_tag(self.languages[0])))
        return content


def begun(bilingual: BilingualLetter, options: ExportOptions, languages: tuple[Language, ...] = ("en",)) -> Draft:
    """Give an empty document for a letter; notes are written in each of `languages`.

    Raises ExportError for a template that can't serve.
    """
    document, styles = opened(options.template)
    bookmarks = Bookmarks()
    notes = Notes(bilingual.letter, styles, bookmarks)
    draft = Draft(bilingual, document, styles, Lists(document), notes, bookmarks, languages)
    if options.comments:
        draft.comments = Comments.on(document, styles, bilingual)
    return draft

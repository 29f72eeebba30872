"""The head of a Word document: the title, the table of what the letter says of itself, and the boxed notice."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_blocks import text_of
from docconv.exporters.docx_draft import Draft
from docconv.exporters.docx_elements import paragraph
from docconv.exporters.docx_runs import plain_run, runs
from docconv.exporters.docx_tables import SHADE, TableCell, TableRow, table
from docconv.exporters.facts import Words, facts, notice, title, title_paragraph, title_section
from docconv.exporters.review import status

TITLE = "title"
"""The bookmark on the title."""


def add_title(draft: Draft, subtitle: str) -> None:
    """Add the title with what else stands in its section, and below it what kind of document this is."""
    section, found = title_section(draft.bilingual), title_paragraph(draft.bilingual)
    style = draft.styles.of("Title")
    if section is None or found is None:
        draft.text(title(draft.bilingual), "Title")
    else:
        text, place = text_of(draft.bilingual, found, draft.place("en"))
        draft.add(paragraph(style, *draft.bookmarks.around(TITLE, runs(text, place))))
        draft.blocks(section.blocks[1:])
    draft.text(subtitle, "Subtitle")


def add_facts(draft: Draft) -> None:
    """Add the table of what the letter says of itself, and how far the translation's review has come."""
    widths = [2100, draft.width - 2100]
    rows = [*facts(draft.bilingual.letter.metadata), ("Status", [(status(draft.bilingual), "en")])]
    made = [TableRow([_label(draft, label), _value(draft, words)]) for label, words in rows]
    draft.add(table(draft.styles, widths, made, about="What the letter says of itself"))


def _label(draft: Draft, label: str) -> TableCell:
    return TableCell([paragraph(draft.styles.of("Table Heading"), plain_run(label, "en"))], shade=SHADE)


def _value(draft: Draft, words: list[Words]) -> TableCell:
    dutch = draft.styles.of("Dutch Words")
    made = [plain_run(text, tag, dutch if tag == "nl" else "") for text, tag in words]
    return TableCell([paragraph(draft.styles.of("Table Text"), *made)])


def add_notice(draft: Draft) -> None:
    """Add the boxed notice: what this text is worth, what made it, and from what."""
    style, label = draft.styles.of("Notice"), draft.styles.of("Label")
    made: list[BaseOxmlElement] = []
    for head, text in notice(draft.bilingual):
        made.append(paragraph(style, plain_run(f"{head} ", "en", label), plain_run(text, "en")))
    draft.add(*made)

"""What stands on every page: header, footer with "Page x of y", and the paper's way up; a template's own headers stay."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_draft import Draft
from docconv.exporters.docx_elements import field, language, run, w

# python-docx's empty header says that it holds extensions of Word 2010, which ours doesn't
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
NOTICE = "Unofficial machine translation: the Dutch text prevails"


def landscape(draft: Draft) -> None:
    """Turn the paper on its long side."""
    section = draft.document.sections[-1]
    width, height = section.page_width, section.page_height
    section.orientation = WD_ORIENT.LANDSCAPE
    if width is not None and height is not None and width < height:
        section.page_width, section.page_height = height, width


def furnish(draft: Draft, title: str) -> None:
    """Give the document its header and footer, where its template has none."""
    section = draft.document.sections[-1]
    if section.header.is_linked_to_previous:
        section.header.is_linked_to_previous = False
        _line(draft, section.header, "Header", [run(_short(title), language("en"))], [run(NOTICE, language("en"))])
    if section.footer.is_linked_to_previous:
        section.footer.is_linked_to_previous = False
        signature = draft.bilingual.signature
        made_by = run(f"docconv {signature.docconv}, engine {signature.engine}", language("en"))
        _line(draft, section.footer, "Footer", [made_by], _page_of_pages())


def _line(draft: Draft, holder: Any, style: str, left: list[BaseOxmlElement], right: list[BaseOxmlElement]) -> None:  # noqa: ANN401 - a header or a footer
    """Write one line, its second half against the right margin."""
    made: Any = holder.paragraphs[0]._p
    made.getparent().attrib.pop(IGNORABLE, None)
    for child in list(made):
        made.remove(child)
    tabs = w("tabs", w("tab", val="right", pos=draft.width))
    made.append(w("pPr", w("pStyle", val=draft.styles.of(style)), tabs))
    made.extend([*left, w("r", w("tab")), *right])


def _page_of_pages() -> list[BaseOxmlElement]:
    english = language("en")
    return [
        run("Page ", english),
        *field("PAGE", run("1", language("en"))),
        run(" of ", language("en")),
        *field("NUMPAGES", run("1", language("en"))),
    ]


def _short(title: str) -> str:
    return title if len(title) <= 70 else title[:69].rsplit(" ", 1)[0] + "…"

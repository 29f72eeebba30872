"""The document that an output is written into: docconv's own empty one, or a template whose styles, headers and paper serve.

Styles are found by Word's name for them, since their ids differ with the language of the Word that made a template
("Kop1" is the id of "heading 1" in a Dutch one).
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from docconv.errors import ExportError
from docconv.exporters.docx_skeleton import skeleton, styles

REQUIRED: Final = ("Title", "Heading 1", "Heading 2", "Heading 3")
_REFERENCES: Final = ("basedOn", "next", "link")
_STALE: Final = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.COMMENTS)


class Styles(dict[str, str]):
    """The ids of a document's styles by their names in lower case, which is how Word compares them."""

    def of(self, name: str) -> str:
        """Give the id of the style with a name."""
        return self[name.lower()]


def opened(template: Path | None) -> tuple[Document, Styles]:
    """Give an empty document and its styles; without a template those of docconv.

    Raises ExportError for a template that can't be read, or that lacks one of the `REQUIRED` styles; other styles that
    docconv needs are added to it.
    """
    if template is None:
        document = docx.Document(BytesIO(skeleton()))
        return document, _names(document.styles.element)
    document = _read(template)
    _empty(document)
    found = _names(document.styles.element)
    missing = [name for name in REQUIRED if name.lower() not in found]
    if missing:
        raise ExportError(
            f"{template}: the template has no style {' nor '.join(f'“{name}”' for name in missing)}; docconv needs "
            f"{', '.join(REQUIRED)} (in Word: use each once in the template and save it), or leave out --template"
        )
    _supply(document.styles.element, found)
    return document, found


def _read(template: Path) -> Document:
    try:
        return docx.Document(BytesIO(template.read_bytes()))
    except OSError as error:
        raise ExportError(f"can't read the template {template}: {error.strerror or error}") from error
    except Exception as error:
        raise ExportError(
            f"{template} is no Word document (.docx) that can serve as a template: {error}; "
            "save it in Word as “Word Document (*.docx)”, without macros"
        ) from error


def _empty(document: Document) -> None:
    """Take away what a template says, and what can't stand in an output; keep its last section's paper and headers."""
    body: Any = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    whole = document.part.package.rels
    for key in [k for k, r in whole.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del whole[key]
    relationships = document.part.rels
    for key in [k for k, r in relationships.items() if r.reltype in _STALE]:
        del relationships[key]
    if not any(r.reltype == RELATIONSHIP_TYPE.NUMBERING for r in relationships.values()):
        _add_numbering(document)
    settings: Any = document.settings.element
    for attached in settings.findall(qn("w:attachedTemplate")):
        settings.remove(attached)
    outside = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for key in [k for k, r in outside.items() if r.reltype.endswith("/attachedTemplate")]:
        del outside[key]


def _add_numbering(document: Document) -> None:
    empty: Any = parse_xml('<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')
    name = PackURI("/word/numbering.xml")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def _names(sheet: Any) -> Styles:  # noqa: ANN401 - lxml has no types
    return Styles({_name(style): style.get(qn("w:styleId")) for style in sheet.findall(qn("w:style"))})


def _name(style: Any) -> str:  # noqa: ANN401 - lxml has no types
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()


def _supply(sheet: Any, found: Styles) -> None:  # noqa: ANN401 - lxml has no types
    """Add docconv's styles that a template lacks; what they refer to is found by name."""
    ours: Any = parse_xml(styles())
    names = {style.get(qn("w:styleId")): _name(style) for style in ours.findall(qn("w:style"))}
    taken = set(found.values())
    for style in ours.findall(qn("w:style")):
        if _name(style) in found:
            continue
        added = deepcopy(style)
        own = str(added.get(qn("w:styleId")))
        new = own if own not in taken else f"docconv{own}"
        added.set(qn("w:styleId"), new)
        added.attrib.pop(qn("w:default"), None)
        for kind in _REFERENCES:
            for reference in added.findall(qn(f"w:{kind}")):
                reference.set(qn("w:val"), found.get(names[reference.get(qn("w:val"))], ""))
                if not reference.get(qn("w:val")):
                    added.remove(reference)
        sheet.append(added)
        found[_name(style)] = new
        taken.add(new)

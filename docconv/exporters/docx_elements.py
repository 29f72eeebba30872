"""Elements of WordprocessingML, made with python-docx's own parser so that its classes serve them.

Names and order of children follow ECMA-376, part 1, chapter 17 (transitional).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.characters import legible

W, R = nsmap["w"], nsmap["r"]
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What stands in a run for a character that has an element of its own (ECMA-376 part 1, 17.3.3)
SPECIAL = {"\t": "tab", "\n": "br"}


def w(tag: str, /, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """Give the element `w:tag` with attributes `w:name`; None among the children is left out.

    >>> w("pStyle", val="Title").xml.split(" ", 1)[0]
    '<w:pStyle'
    """
    made: Any = oxml_parser.makeelement(
        f"{{{W}}}{tag}",
        {f"{{{W}}}{name}": str(value) for name, value in attributes.items()},
        nsmap={"w": W, "r": R},
    )
    made.extend([child for child in children if child is not None])
    return made  # type: ignore[no-any-return]


def paragraph(style: str, *content: BaseOxmlElement | None, properties: Iterable[Any] = ()) -> BaseOxmlElement:
    """Give a paragraph. `style` is a style's id; `properties` follow it in `w:pPr`, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def run(text: str, *properties: BaseOxmlElement | None) -> BaseOxmlElement:
    """Give a run of text; tabs and line ends become the elements that Word has for them."""
    made = [one for one in properties if one is not None]
    return w("r", w("rPr", *made) if made else None, *_texts(legible(text)))


def _texts(text: str) -> Iterator[BaseOxmlElement]:
    start = 0
    for at, character in enumerate(text + "\0"):
        if character not in SPECIAL and character != "\0":
            continue
        if at > start:
            part: Any = w("t")
            part.text = text[start:at]
            part.set(XML_SPACE, "preserve")
            yield part
        if character in SPECIAL:
            yield w(SPECIAL[character])
        start = at + 1


def language(tag: str) -> BaseOxmlElement:
    """Give `w:lang` for a language: "nl" and "en" stand for the Dutch of the Netherlands and British English."""
    return w("lang", val={"nl": "nl-NL", "en": "en-GB"}.get(tag, tag))


def hyperlink(target: str, *runs: BaseOxmlElement, inside: bool) -> BaseOxmlElement:
    """Give a hyperlink to a bookmark (`inside`) or to the relationship with the id `target`."""
    if inside:
        return w("hyperlink", *runs, anchor=target, history=1)
    made: Any = w("hyperlink", *runs, history=1)
    made.set(f"{{{R}}}id", target)
    return made  # type: ignore[no-any-return]


def field(instruction: str, *shown: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the runs of a field; `shown` is what stands there until a program works it out."""
    code: Any = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", code)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield from shown
    yield w("r", w("fldChar", fldCharType="end"))

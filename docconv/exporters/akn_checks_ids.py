"""Checks on eIds and wIds: there, unique, well made, under the right prefix, with the printed number.

Akoma Ntoso Naming Convention 1.0, section 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docconv.exporters.akn_document import Document, editorial, in_meta, name, text
from docconv.exporters.akn_findings import Finding, found
from docconv.exporters.akn_ids import SHORT, number_part

if TYPE_CHECKING:
    from lxml import etree

NEEDED = {
    "questions",
    "debateSection",
    "question",
    "answer",
    "authorialNote",
    "blockList",
    "item",
    "table",
    "container",
}
DOCUMENT_WIDE = {
    "authorialNote",
    "ref",
    "mref",
    "rref",
    "noteRef",
    "note",
    "step",
    "eventRef",
    "component",
    "components",
}
_PART = r"[A-Za-z][A-Za-z0-9]*(?:_[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?"
_ID = re.compile(rf"{_PART}(?:__{_PART})*")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def check_ids(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with a document's ids."""
    seen: set[str] = set()
    for element in document.elements:
        eid = element.get("eId")
        if eid is None:
            if name(element) in NEEDED:
                yield found("eid-missing", element, name(element))
            continue
        if eid in seen:
            yield found("eid-repeated", element, eid)
        seen.add(eid)
        if in_meta(element) and name(element) not in {"note", "p", "step", "eventRef"}:
            if not _NAME.fullmatch(eid):
                yield found("eid-syntax", element, eid)
        elif not _ID.fullmatch(eid):
            yield found("eid-syntax", element, eid)
        else:
            yield from _check_parts(document, element, eid)
    if document.original:
        yield from _check_work_ids(document)


def _check_parts(document: Document, element: etree._Element, eid: str) -> Iterator[Finding]:
    prefix, _, last = eid.rpartition("__")
    word, _, number = last.partition("_")
    if word != SHORT.get(name(element), name(element)):
        yield found("eid-element", element, f"{eid} on {name(element)}")
    above = [one.get("eId", "") for one in document.around(element) if one.get("eId")]
    if prefix and prefix not in above:
        yield found("eid-prefix", element, eid)
    if not prefix and name(element) not in DOCUMENT_WIDE and above[:1] not in ([], ["body"]):
        yield found("eid-prefix", element, f"{eid} in {above[0]}")
    printed = _printed(element)
    if printed and printed.split("-")[0] != number.split("-")[0]:
        yield found("eid-number", element, f"{eid} for {printed}")


def _printed(element: etree._Element) -> str:
    """Give the printed number of a question or an item, "" for every other element."""
    if name(element) not in {"question", "item"}:
        return ""
    label = next((child for child in element if name(child) == "num"), None)
    return "" if label is None else number_part(text(label))


def _check_work_ids(document: Document) -> Iterator[Finding]:
    for element in document.elements:
        eid = element.get("eId")
        if eid and element.get("wId") is None and not in_meta(element) and not editorial(element):
            yield found("wid-missing", element, eid)

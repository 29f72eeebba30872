"""Checks on references inside a document: none leads to nothing, none is idle, no speaker is empty without saying so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docconv.exporters.akn_document import DC, NS, Document, name
from docconv.exporters.akn_findings import Finding, found

if TYPE_CHECKING:
    from lxml import etree

POINTING = (
    "by",
    "as",
    "to",
    "source",
    "refersTo",
    "outcome",
    "for",
    "href",
    "from",
    "upTo",
    "alternativeTo",
    "placementBase",
)
OWN_POINTING = ("at", "role", "person", "organization")


def check_references(document: Document) -> Iterator[Finding]:
    """Yield dangling references, unused entries and empty speakers."""
    whole = document.root.getroottree().getroot()
    elsewhere = {e.get("eId") for e in whole.iter(f"{NS}component", f"{NS}components")}
    for element in document.elements:
        for attribute, target in _targets(element):
            if target not in document.ids and target not in elsewhere:
                yield found("reference-dangling", element, f"{attribute}='#{target}'")
        if element.get("by") == "" and not element.get("status"):
            yield found("speaker-unknown", element)
    yield from _unused(document)


def _targets(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the names of an element's attributes that point into the document, with the ids that they point to."""
    names = OWN_POINTING if element.tag.startswith(DC) else POINTING if element.tag.startswith(NS) else ()
    for attribute in names:
        for value in (element.get(attribute) or "").split():
            if value.startswith("#"):
                yield attribute, value[1:]


def _unused(document: Document) -> Iterator[Finding]:
    used = {
        word[1:]
        for element in document.elements
        for value in element.attrib.values()
        if str(value).startswith("#")
        for word in str(value).split()
        if word.startswith("#")
    }
    for references in document.all("references"):
        for entry in references:
            if name(entry).startswith("TLC") and entry.get("eId") not in used:
                yield found("reference-unused", entry, str(entry.get("eId")))

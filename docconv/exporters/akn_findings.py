"""What a check finds in a file of Akoma Ntoso, and the catalogue of its codes: each says what an archive would refuse or ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml import etree

Severity = Literal["error", "warning"]

CATALOGUE: dict[str, tuple[Severity, str]] = {
    # the file
    "not-akn": ("error", "the root is not akomaNtoso in the namespace of version 3.0"),
    "doctype": ("error", "the file declares a DOCTYPE"),
    "comment": ("warning", "a comment or processing instruction stands in the root; some programs stop at it"),
    "schema": ("error", "the official schema refuses the file"),
    "provenance-schema": ("error", "docconv's own metadata breaks its schema"),
    # references
    "reference-dangling": ("error", "a reference leads to nothing in the file"),
    "reference-unused": ("warning", "an entry of the ontology is used by nothing"),
    "speaker-unknown": ("warning", "a speaker is empty and not said to be undefined"),
    # ids
    "eid-missing": ("error", "an element that needs an eId has none"),
    "eid-repeated": ("error", "two elements bear the same eId"),
    "eid-syntax": ("error", "an eId is not of the form [prefix__]element_ref[_number]"),
    "eid-element": ("error", "an eId names another element than its own"),
    "eid-prefix": ("error", "an eId's prefix is not the id of an element around it"),
    "eid-number": ("error", "an eId's number is not the printed one"),
    "wid-missing": ("error", "an element of a translation has no wId"),
    # identification
    "iri-syntax": ("error", "an IRI does not follow the Naming Convention"),
    "iri-differs": ("error", "a part of an IRI differs from the metadata"),
    "date-unknown": ("warning", "0001-01-01 stands for an unknown date"),
    "number-unknown": ("warning", "nn stands for an unknown number"),
    "author-unknown": ("warning", "no author is named"),
    "digest": ("error", "the source's SHA-256 is not 64 hexadecimal digits"),
    "digest-missing": ("warning", "the source's SHA-256 is not recorded"),
    "language-unknown": ("error", "a language is not one of ISO 639-2/T"),
    "language-differs": ("error", "xml:lang is not the expression's language"),
    # translation
    "translation-contract": ("error", "the translation does not say of what, from what, or claims authority"),
    "translation-unmarked": ("error", "a machine translation does not tell its reader so"),
    "unit-place": ("error", "a translation unit lies outside the text that it points to"),
    # text
    "element-empty": ("error", "an element has no text"),
    "answer-without-question": ("error", "an answer has no question"),
    "answer-alone": ("warning", "an answer has no question in the letter, and says so"),
    "number-repeated": ("warning", "a question's number is printed twice"),
    "number-order": ("warning", "a question's number is lower than the one before"),
    "marker-repeated": ("warning", "two notes bear the same marker"),
    "note-reference": ("error", "a pointer to a note bears another marker than the note"),
    # two expressions
    "pair-incomplete": ("warning", "a translation stands without its original"),
    "pair-work": ("error", "two expressions are not of one work"),
    "pair-master": ("error", "the translation names another original"),
    "pair-id": ("error", "an element stands in one language only"),
    "pair-element": ("error", "an id belongs to different elements"),
    "pair-speaker": ("error", "speakers differ between the languages"),
    "pair-marker": ("error", "a note's marker differs between the languages"),
    "pair-link": ("warning", "links differ between the languages"),
    "pair-date": ("warning", "dates differ between the languages"),
    "pair-mark": ("warning", "a citation is marked in one language only"),
    # against the source
    "text-differs": ("error", "the text is not that of the source"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: its code, a message, and the place: an eId or an XPath, and the line in the file (from 1, 0 unknown)."""

    code: str
    message: str
    place: str = ""
    line: int = 0
    file: str = ""

    @property
    def severity(self) -> Severity:
        """Tell whether an archive would refuse the file for it."""
        return CATALOGUE[self.code][0]


def found(code: str, element: etree._Element, detail: str = "") -> Finding:
    """Give a finding at an element. Raises KeyError for a code that is not in the catalogue."""
    words = CATALOGUE[code][1]
    place = element.get("eId") or element.getroottree().getelementpath(element).replace(f"{{{AKN}}}", "")
    return Finding(code, f"{words}: {detail}" if detail else words, place, _line(element))


AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def _line(element: etree._Element) -> int:
    return int(element.sourceline or 0)

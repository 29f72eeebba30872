"""A document of Akoma Ntoso as the checks read it: its elements by name and by id, its language, its IRIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docconv.exporters.akn_findings import AKN

if TYPE_CHECKING:
    from lxml import etree

NS = f"{{{AKN}}}"
DC = "{urn:docconv:provenance:1}"


@dataclass(slots=True)
class Document:
    """One document in a file: `debate` and the like. A component of a collection is a document of its own.

    `ids` gives the first element with an eId; `named` the elements by their names without namespace, in document order.
    """

    root: etree._Element
    file: str = ""
    elements: list[etree._Element] = field(default_factory=list)
    named: dict[str, list[etree._Element]] = field(default_factory=dict)
    ids: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the elements, once."""
        self.elements = [element for element in self.root.iter() if isinstance(element.tag, str)]
        for element in self.elements:
            if element.tag.startswith(NS):
                self.named.setdefault(name(element), []).append(element)
            if element.get("eId"):
                self.ids.setdefault(element.get("eId", ""), element)

    def all(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements with these names, name by name."""
        for one in names:
            yield from self.named.get(one, ())

    @property
    def type(self) -> str:
        """Give the document's type: "debate"."""
        return name(self.root)

    def around(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the elements around one, from the nearest outwards, up to the document's own."""
        for above in element.iterancestors():
            yield above
            if above is self.root:
                return

    def value(self, level: str, what: str, attribute: str = "value") -> str:
        """Give an attribute of the first element `what` in FRBRWork, FRBRExpression or FRBRManifestation, "" for none."""
        return next(iter(self.values(level, what, attribute)), "")

    def values(self, level: str, what: str, attribute: str = "value") -> list[str]:
        """Give that attribute of every such element."""
        place = next(self.all(level), None)
        return [] if place is None else [one.get(attribute, "") for one in place.iterchildren(f"{NS}{what}")]

    @property
    def work(self) -> str:
        """Give the Work's IRI."""
        return self.value("FRBRWork", "FRBRuri")

    @property
    def expression(self) -> str:
        """Give the Expression's IRI."""
        return self.value("FRBRExpression", "FRBRuri")

    @property
    def language(self) -> str:
        """Give the expression's language as three letters."""
        return self.value("FRBRExpression", "FRBRlanguage", "language")

    @property
    def original(self) -> str:
        """Give the IRI of the expression that this one translates, "" where it is no translation."""
        return self.value("FRBRExpression", "FRBRtranslation", "href")


def documents(root: etree._Element, file: str = "") -> list[Document]:
    """Give the documents of a file: that in the root, and those in the root's components."""
    found = []
    for child in root.iterchildren():
        if name(child) == "components":
            parts = (part for one in child.iterchildren(f"{NS}component") for part in one.iterchildren())
            found += [Document(part, file) for part in parts if part.find(f"{NS}meta") is not None]
        elif child.find(f"{NS}meta") is not None:
            found.append(Document(child, file))
    return found


def name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text(element: etree._Element) -> str:
    """Give all text in an element, the text of notes and of editorial blocks left out."""
    return "".join(_text(element))


def in_meta(element: etree._Element) -> bool:
    """Tell whether an element belongs to the metadata."""
    return any(name(above) == "meta" for above in (element, *element.iterancestors()))


def editorial(element: etree._Element) -> bool:
    """Tell whether an element is docconv's or an editor's, not the letter's, by its own status or one around it."""
    return any(above.get("status") == "editorial" for above in (element, *element.iterancestors()))


def _text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and name(child) != "authorialNote" and child.get("status") != "editorial":
            yield from _text(child)
        yield child.tail or ""

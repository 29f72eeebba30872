"""Checks on what stands in the text: nothing empty, no answer without its question, numbers and markers in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docconv.exporters.akn_document import DC, Document, in_meta, name, text
from docconv.exporters.akn_findings import Finding, found
from docconv.exporters.akn_ids import number_part

if TYPE_CHECKING:
    from lxml import etree

FILLED = (
    *(
        "p",
        "num",
        "heading",
        "docTitle",
        "signature",
        "listIntroduction",
        "caption",
        "ref",
        "a",
        "date",
        "person",
        "role",
    ),
    *("organization", "question", "answer", "item", "authorialNote", "note", "container", "other", "block"),
)


def check_text(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with a document's text."""
    for element in document.all(*FILLED):
        if not "".join(element.itertext()).strip() and not any(
            name(one) in {"img", "noteRef"} for one in element.iter()
        ):
            yield found("element-empty", element, name(element))
    yield from _check_answers(document)
    yield from _check_numbers(document)
    yield from _check_markers(document)
    yield from _check_units(document)


def _check_answers(document: Document) -> Iterator[Finding]:
    """Yield answers without a question beside them and without a reference to one elsewhere."""
    linked = {
        str(one.get("for"))[1:]
        for one in document.all("implicitReference")
        if name(document.ids.get(str(one.get("href"))[1:], document.root)) == "question"
    }
    for answer in document.all("answer"):
        above = answer.getparent()
        if answer.get("eId") in linked or (above is not None and any(name(one) == "question" for one in above)):
            continue
        declared = "withoutQuestion" in (answer.get("class") or "").split()
        yield found("answer-alone" if declared else "answer-without-question", answer)


def _check_numbers(document: Document) -> Iterator[Finding]:
    seen: set[str] = set()
    last = 0
    for question in document.all("question"):
        label = next((child for child in question if name(child) == "num"), None)
        numbers = [part for part in number_part("" if label is None else text(label)).split("-") if part]
        for number in numbers:
            if number in seen:
                yield found("number-repeated", question, number)
            seen.add(number)
        first = int("0" + "".join(c for c in (numbers or [""])[0] if c.isdecimal() and c.isascii()))
        if first and first < last:
            yield found("number-order", question, f"{first} after {last}")
        last = max(first, last)


def _check_markers(document: Document) -> Iterator[Finding]:
    markers: dict[str, etree._Element] = {}
    for note in document.all("authorialNote"):
        marker = note.get("marker")
        if marker and marker in markers:
            yield found("marker-repeated", note, marker)
        markers.setdefault(marker or "", note)
    for pointer in document.all("noteRef"):
        note = document.ids.get((pointer.get("href") or "#")[1:])
        if note is not None and not in_meta(note) and note.get("marker") != pointer.get("marker"):
            yield found("note-reference", pointer, f"{pointer.get('marker')} for {note.get('marker')}")


def _check_units(document: Document) -> Iterator[Finding]:
    """Yield translation units that reach beyond the text that they belong to."""
    ends: dict[str, int] = {}
    for unit in document.root.iter(f"{DC}unit"):
        at, length = (unit.get("at") or "#")[1:], int(unit.get("length") or 0)
        place = document.ids.get(at)
        ends[at] = ends[at] + 1 + length if ends.get(at) else length
        if (
            place is not None
            and place.get("{http://www.w3.org/XML/1998/namespace}lang") is None
            and ends[at] > places(place)
        ):
            yield found("unit-place", unit, f"{ends[at]} code points in a text of {places(place)} at {at}")


def places(element: etree._Element) -> int:
    """Give the length of an element's text in code points, each note reference counted as one."""
    total = len(element.text or "")
    for child in element:
        total += 1 if _is_reference(child) else places(child)
        total += len(child.tail or "")
    return total


def _is_reference(element: etree._Element) -> bool:
    return name(element) in {"authorialNote", "noteRef"} or element.get("class") == "noteReference"

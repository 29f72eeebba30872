"""Checks on a translation alone and beside its original: what it says of itself, and that both stand piece by piece together.

Akoma Ntoso 3.0, part 1, section 5.6 (FRBRtranslation); Naming Convention 1.0, section 5 (eId and wId).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docconv.exporters.akn_checks_text import places
from docconv.exporters.akn_document import DC, Document, editorial, in_meta, name
from docconv.exporters.akn_findings import Finding, found

if TYPE_CHECKING:
    from lxml import etree

CITATIONS = {"ref", "mref", "rref"}
NAMES = {"person", "organization", "role"}  # marked where they are found; a language may find one less


def check_translation(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with what a document says of itself as a translation."""
    claims = document.value("FRBRExpression", "FRBRauthoritative")
    place = next(document.all("FRBRExpression"), document.root)
    translations = list(document.all("FRBRtranslation"))
    if not translations:
        if claims == "false":
            yield found("translation-contract", place, "not authoritative, and no FRBRtranslation says what is")
        return
    if claims != "false":
        yield found("translation-contract", place, "FRBRauthoritative is not false")
    master = document.value("FRBRExpression", "FRBRmasterExpression", "href")
    for one in translations:
        if one.get("fromLanguage") == document.language:
            yield found("translation-contract", one, f"from {document.language} into itself")
        if not str(one.get("href")).startswith(f"{document.work}/"):
            yield found("translation-contract", one, "the original is of another work")
        if master != one.get("href"):
            yield found("translation-contract", one, "FRBRmasterExpression is not the original")
        if one.get("authoritative") == "true":
            yield found("translation-contract", one, "claims authority")
    if not any(editorial(block) and "".join(block.itertext()).strip() for block in document.all("block")):
        yield found("translation-unmarked", place)


def check_pair(original: Document, translation: Document) -> Iterator[Finding]:
    """Yield where a translation does not stand beside its original."""
    place = next(translation.all("FRBRExpression"), translation.root)
    if original.work != translation.work:
        yield found("pair-work", place, f"{translation.work} beside {original.work}")
    elif translation.original != original.expression:
        yield found("pair-master", place, f"{translation.original} beside {original.expression}")
    yield from _check_elements(original, translation)
    for code, names, attribute in (("pair-link", ("a", "ref"), "href"), ("pair-date", ("date",), "date")):
        here = Counter(one.get(attribute) for one in original.all(*names) if not in_meta(one))
        there = Counter(one.get(attribute) for one in translation.all(*names) if not in_meta(one))
        for value in sorted(set((here - there) | (there - here)), key=str):
            yield found(code, translation.root, f"{value} {here[value]} times beside {there[value]} times")
    yield from _check_spans(original, translation)


def _check_elements(original: Document, translation: Document) -> Iterator[Finding]:
    left, right = _identified(original), _identified(translation)
    for eid in (*left, *(eid for eid in right if eid not in left)):
        if eid not in left or eid not in right:
            element = left[eid] if eid in left else right[eid]
            if name(element) not in NAMES:
                yield found("pair-mark" if name(element) in CITATIONS else "pair-id", translation.root, eid)
            continue
        one, other = left[eid], right[eid]
        if name(one) != name(other):
            yield found("pair-element", other, f"{name(one)} and {name(other)}")
        if any(one.get(key) != other.get(key) for key in ("by", "as", "to")):
            yield found("pair-speaker", other)
        if one.get("marker") != other.get("marker"):
            yield found("pair-marker", other, f"{one.get('marker')} and {other.get('marker')}")


def _identified(document: Document) -> dict[str, etree._Element]:
    """Give the letter's own elements that bear an id, those left out that hold only an editor's words."""
    return {
        eid: element
        for eid, element in document.ids.items()
        if not in_meta(element) and not editorial(element) and not _only_editorial(element)
    }


def _only_editorial(element: etree._Element) -> bool:
    children = list(element)
    return (
        bool(children)
        and all(child.get("status") == "editorial" for child in children)
        and name(element) in {"preface"}
    )


def _check_spans(original: Document, translation: Document) -> Iterator[Finding]:
    """Yield units that reach beyond the Dutch text that they translate."""
    for unit in translation.root.iter(f"{DC}unit"):
        place = original.ids.get((unit.get("at") or "#")[1:])
        if place is not None and int(unit.get("end") or 0) > places(place):
            yield found("unit-place", unit, f"{unit.get('end')} in a Dutch text of {places(place)}")

"""The translation in a pair of expressions: what docconv recorded of it, and the English from the text.

A pair that docconv did not write has no record: there each paragraph is one unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_type_hints

from docconv.errors import DamagedFileError
from docconv.model import (
    Check,
    GlossaryEntry,
    Paragraph,
    PlaceableRecord,
    RichText,
    Signature,
    Span,
    Suggestion,
    TermHit,
    TranslationUnit,
)
from docconv.model.bilingual import UnitOrigin, UnitState
from docconv.readers.akn_text import DC, XML_LANG, read_text

if TYPE_CHECKING:
    from lxml import etree

Record = TypeVar("Record")
_PARTS: dict[str, tuple[str, type[Any]]] = {
    "terms": ("term", TermHit),
    "placeables": ("placeable", PlaceableRecord),
    "checks": ("check", Check),
    "suggestions": ("suggestion", Suggestion),
}


def read_units(english: etree._Element, places: Mapping[str, Paragraph]) -> tuple[TranslationUnit, ...]:
    """Give the units; `places` are the Dutch paragraphs by eId. Raises DamagedFileError for a record that can't be."""
    texts = {element.get("eId"): _english(element) for element in english.iter() if element.get("eId") in places}
    recorded: dict[str, list[etree._Element]] = defaultdict(list)
    for unit in english.iter(f"{DC}unit"):
        recorded[(unit.get("at") or "#")[1:]].append(unit)
    found: list[TranslationUnit] = []
    for eid, paragraph in places.items():
        text = texts.get(eid, RichText())
        if eid in recorded:
            found += _recorded(recorded[eid], paragraph, text)
        elif text.text and english.find(f".//{DC}signature") is None:
            whole = Span(0, len(paragraph.text))
            found.append(TranslationUnit(_id(paragraph, whole), paragraph.id, whole, paragraph.rich, text))
    return tuple(found)


def read_signature(english: etree._Element, sha256: str) -> Signature:
    """Give what made the translation, as recorded."""
    record = next(english.iter(f"{DC}signature"), None)
    if record is None:
        return Signature("", "unknown", "unknown", "", "", sha256)
    return revived(record, Signature)


def read_entries(english: etree._Element) -> tuple[GlossaryEntry, ...]:
    """Give the glossary entries that the units name."""
    return tuple(revived(entry, GlossaryEntry) for entry in english.iter(f"{DC}entry"))


def revived(element: etree._Element, kind: type[Record]) -> Record:
    """Give the dataclass that an element's attributes stand for. Raises DamagedFileError for a value that can't be."""
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for field in fields(cast("Any", kind)):
        value = element.get(field.name)
        if value is not None:
            given[field.name] = _value(value, hints[field.name], element)
        elif field.default is MISSING and field.default_factory is MISSING:
            given[field.name] = None
    return kind(**given)


def _recorded(records: list[etree._Element], paragraph: Paragraph, english: RichText) -> list[TranslationUnit]:
    """Cut a paragraph's English into its units, as `docconv.model.join` put them together."""
    found, at = [], 0
    for record in records:
        span = Span(_int(record, "start"), _int(record, "end"))
        at += 1 if at else 0
        target = english.slice(Span(at, at + _int(record, "length"))) if english.text else RichText()
        at += _int(record, "length")
        score = record.get("score")
        found.append(
            TranslationUnit(
                id=_id(paragraph, span),
                paragraph=paragraph.id,
                span=span,
                source=paragraph.rich.slice(span),
                target=target,
                state=cast("UnitState", record.get("state")),
                origin=cast("UnitOrigin", record.get("origin")),
                score=None if score is None else float(score),
                by=record.get("by") or "",
                **_parts(record),
            )
        )
    return found


def _parts(record: etree._Element) -> dict[str, Any]:
    return {
        name: tuple(revived(one, kind) for one in record.iterchildren(f"{DC}{tag}"))
        for name, (tag, kind) in _PARTS.items()
    }


def _english(element: etree._Element) -> RichText:
    """Give an element's English, empty where the Dutch had to stand for it."""
    return RichText() if (element.get(XML_LANG) or "en").startswith("nl") else read_text(element)


def _id(paragraph: Paragraph, span: Span) -> str:
    return f"u{paragraph.source_span(Span(span.start, min(span.end, len(paragraph.text)))).start}"


def _value(words: str, kind: Any, element: etree._Element) -> Any:  # noqa: ANN401 - a field may be of any plain type
    try:
        if kind in (Span, Span | None):
            return Span(*map(int, words.split(":")))
        if kind is bool:
            return words == "true"
        if kind in (int, float):
            return kind(words)
        if str(kind) == "tuple[tuple[str, str], ...]":
            return tuple(tuple(pair.split(" ", 1)) for pair in words.split("|"))
        return tuple(words.split("|")) if str(kind).startswith("tuple") else words
    except ValueError as error:
        raise DamagedFileError(f"line {element.sourceline}: expected {kind}, found {words!r}") from error


def _int(record: etree._Element, name: str) -> int:
    words = record.get(name) or ""
    if not words.isdecimal():
        raise DamagedFileError(f"line {record.sourceline}: expected a number in {name}, found {words!r}")
    return int(words)

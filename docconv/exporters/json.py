"""letter.json: everything that docconv knows of a letter and its translation, for tools and for reviewers.

It begins with what `docconv inspect --json` prints. A reviewer may edit a unit's `target`, `state` and `by`; `load` reads the
file back, so that the other formats can be written from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from docconv.errors import DamagedFileError, ReadError
from docconv.exporters.codec import decode, encode
from docconv.model import (
    OBJECT,
    BilingualLetter,
    Check,
    Diagnostic,
    FootnoteRef,
    GlossaryEntry,
    Inline,
    Letter,
    Paragraph,
    PlaceableRecord,
    RichText,
    Signature,
    Span,
    Suggestion,
    TermHit,
    TranslationUnit,
    paragraphs,
)
from docconv.model.bilingual import UnitOrigin, UnitState
from docconv.parsing.inspection import inspect
from docconv.protocols import ExportOptions

NOTE = re.compile(r"\[\^([^\[\]]{1,20})\]")  # "[^1]" as `RichText.plain` writes it; not "[1]"
RECORDS: dict[str, type] = {
    "terms": TermHit,
    "placeables": PlaceableRecord,
    "checks": Check,
    "suggestions": Suggestion,
}


def document(bilingual: BilingualLetter, options: ExportOptions) -> bytes:  # noqa: ARG001 - the seam's signature
    """Give letter.json, in UTF-8, with a stable order of keys."""
    whole = inspect(bilingual.letter) | {
        "units": [_unit(unit) for unit in bilingual.units],
        "signature": encode(bilingual.signature),
        "entries": [encode(entry) for entry in bilingual.entries],
        "translation_diagnostics": [encode(found) for found in bilingual.diagnostics],
        "letter": encode(bilingual.letter),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def load(source: str | Path | bytes) -> BilingualLetter:
    """Read a letter.json back, edits included. Raises ReadError where it is missing, damaged or not one of docconv's."""
    whole = _parsed(source)
    if whole.get("schema") != 1 or "letter" not in whole:
        raise DamagedFileError(
            'expected a letter.json of docconv ("schema": 1 with a "letter"); convert the letter again'
        )
    letter: Letter = decode(whole["letter"], Letter, "letter")
    places = {paragraph.id: paragraph for paragraph in paragraphs(letter)}
    notes = {note.marker: note.id for note in letter.footnotes}
    return BilingualLetter(
        letter,
        tuple(_loaded(unit, places, notes, f"units[{n}]") for n, unit in enumerate(whole.get("units", []))),
        decode(whole.get("signature"), Signature, "signature"),
        decode(whole.get("entries", []), tuple[GlossaryEntry, ...], "entries"),
        decode(whole.get("translation_diagnostics", []), tuple[Diagnostic, ...], "translation_diagnostics"),
    )


def _parsed(source: str | Path | bytes) -> Mapping[str, Any]:
    try:
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        whole = json.loads(data)
    except OSError as error:
        raise ReadError(f"can't read {source!s}: {error.strerror or error}") from error
    except ValueError as error:
        raise DamagedFileError(f"letter.json is not JSON: {error}") from error
    if not isinstance(whole, dict):
        raise DamagedFileError("letter.json: expected an object")
    return whole


def _unit(unit: TranslationUnit) -> dict[str, Any]:
    """Give a unit as DESIGN's schema has it; `inlines` count in `target` with each note reference as one character."""
    return {
        "id": unit.id,
        "paragraph": unit.paragraph,
        "span": encode(unit.span),
        "source": unit.source.plain(),
        "target": unit.target.plain(),
        "state": unit.state,
        "by": unit.by,
        "origin": unit.origin,
        "score": unit.score,
        "inlines": [encode(inline) | {"text": inline.span.of(unit.target.text)} for inline in unit.target.inlines],
        **{name: [_bare(record) for record in getattr(unit, name)] for name in RECORDS},
    }


def _bare(record: Any) -> dict[str, Any]:  # noqa: ANN401 - one of RECORDS
    found: dict[str, Any] = encode(record)
    del found["type"]
    return found


def _loaded(
    unit: Mapping[str, Any], places: Mapping[str, Paragraph], notes: Mapping[str, str], place: str
) -> TranslationUnit:
    try:
        paragraph = places[unit["paragraph"]]
        span: Span = decode(unit["span"], Span, f"{place}.span")
        target = _target(str(unit["target"]), unit.get("inlines", []), notes, place)
        records = {k: decode(unit.get(k, []), tuple[kind, ...], f"{place}.{k}") for k, kind in RECORDS.items()}  # type: ignore[valid-type]
        found = TranslationUnit(
            id=str(unit["id"]),
            paragraph=paragraph.id,
            span=span,
            source=paragraph.rich.slice(span),
            target=target,
            state=decode(unit["state"], UnitState, f"{place}.state"),
            origin=decode(unit["origin"], UnitOrigin, f"{place}.origin"),
            score=decode(unit.get("score"), float | None, f"{place}.score"),
            by=str(unit.get("by", "")),
            **records,
        )
    except KeyError as error:
        raise DamagedFileError(f"{place}: no {error.args[0]!r}") from error
    return replace(found, terms=tuple(_settled(hit, target.text) for hit in found.terms))


def _target(text: str, inlines: Iterable[Mapping[str, Any]], notes: Mapping[str, str], place: str) -> RichText:
    """Give the English as rich text: `[^1]` becomes a reference, other inlines are found again by what they cover."""
    bare, refs, end = "", [], 0
    for mark in NOTE.finditer(text):
        bare += text[end : mark.start()]
        refs.append(FootnoteRef(Span(len(bare), len(bare) + 1), mark[1], notes.get(mark[1])))
        bare, end = bare + OBJECT, mark.end()
    bare += text[end:]
    return RichText(bare).adding([*refs, *_others(bare, inlines, place)])


def _others(text: str, inlines: Iterable[Mapping[str, Any]], place: str) -> Iterable[Inline]:
    for n, stored in enumerate(inlines):
        inline: Inline = decode(stored, Inline, f"{place}.inlines[{n}]")
        span = None if isinstance(inline, FootnoteRef) else found_again(inline.span, str(stored.get("text", "")), text)
        if span is not None:
            yield replace(inline, span=span)


def found_again(span: Span, covered: str, text: str) -> Span | None:
    """Give where `covered` stands in `text`: at `span` if it can be, else where it stands once, else None."""
    if span.of(text) == covered:
        return span
    at = text.find(covered) if covered and text.count(covered) == 1 else -1
    return Span(at, at + len(covered)) if at >= 0 else None


def _settled(hit: TermHit, text: str) -> TermHit:
    """Give a term's record as it holds for a text that may have been edited."""
    if hit.target_span is None:
        return hit
    span = found_again(hit.target_span, hit.target, text)
    if span is None:
        return replace(hit, target_span=None, method="edited", honoured=False, flagged=True)
    return replace(hit, target_span=span)

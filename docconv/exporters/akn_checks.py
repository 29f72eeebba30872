"""All checks on files of Akoma Ntoso: the official schema, then what an archive looks at and the schema does not see.

Each check is a function that yields findings; the codes stand in akn_findings.CATALOGUE.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docconv.exporters.akn_checks_identification import check_identification
from docconv.exporters.akn_checks_ids import check_ids
from docconv.exporters.akn_checks_references import check_references
from docconv.exporters.akn_checks_text import check_text
from docconv.exporters.akn_checks_translation import check_pair, check_translation
from docconv.exporters.akn_document import NS, Document, documents
from docconv.exporters.akn_findings import Finding, found
from docconv.exporters.akn_schema import schema_findings
from docconv.xmlparser import parse_xml

if TYPE_CHECKING:
    from lxml import etree

CHECKS = (check_identification, check_ids, check_references, check_translation, check_text)


def check_files(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Check files by name, each alone and translations beside their originals. Raises ReadError for what is no XML."""
    findings: list[Finding] = []
    every: list[Document] = []
    for name, data in files.items():
        root = parse_xml(data, name)
        mine = documents(root, name)
        alone = [*check_bytes(data, root), *schema_findings(root), *(f for one in mine for f in check_document(one))]
        findings += [replace(finding, file=name) for finding in alone]
        every += mine
    return (*findings, *check_pairs(every))


def report(files: Mapping[str, bytes], findings: Iterable[Finding]) -> dict[str, Any]:
    """Give the findings as data for `json.dumps`; the schema is kept stable."""
    listed = [
        {
            "severity": one.severity,
            "code": one.code,
            "file": one.file,
            "line": one.line or None,
            "place": one.place,
            "message": one.message,
        }
        for one in findings
    ]
    return {
        "schema": 1,
        "files": [_described(name, data) for name, data in files.items()],
        "errors": sum(one["severity"] == "error" for one in listed),
        "warnings": sum(one["severity"] == "warning" for one in listed),
        "findings": listed,
    }


def _described(name: str, data: bytes) -> dict[str, Any]:
    inside = documents(parse_xml(data, name))
    return {
        "name": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "documents": [{"type": one.type, "language": one.language, "expression": one.expression} for one in inside],
    }


def check_document(document: Document) -> Iterator[Finding]:
    """Yield what docconv's own checks find in one document."""
    for check in CHECKS:
        yield from check(document)


def check_bytes(data: bytes, root: etree._Element) -> Iterator[Finding]:
    """Yield what can only be seen in the file itself."""
    if root.tag != f"{NS}akomaNtoso":
        yield found("not-akn", root, str(root.tag))
    bare = re.sub(rb"<!\[CDATA\[.*?\]\]>", b"", data, flags=re.DOTALL)
    if re.search(rb"<!DOCTYPE", bare):
        yield found("doctype", root)
    start = bare.find(b"akomaNtoso")
    if start >= 0 and re.search(rb"<!--|<\?", bare[start:]):
        yield found("comment", root)


def check_pairs(every: Iterable[Document]) -> Iterator[Finding]:
    """Yield what is found between translations and their originals."""
    originals = [one for one in every if not one.original and one.language != "mul"]
    for translation in (one for one in every if one.original):
        original = _original(translation, originals)
        if original is None:
            yield replace(found("pair-incomplete", translation.root, translation.original), file=translation.file)
            continue
        for finding in check_pair(original, translation):
            yield replace(finding, file=translation.file)


def _original(translation: Document, originals: list[Document]) -> Document | None:
    """Find the original by its IRI, else by its work, else by the file's name (letter.nld.xml beside letter.eng.xml)."""
    named = [one for one in originals if _stem(one.file) == _stem(translation.file)]
    same = [one for one in originals if one.expression == translation.original]
    work = [one for one in originals if one.work == translation.work]
    both = [one for one in named if any(one is other for other in same)]
    return next(iter([*both, *same, *work, *named]), None)


def _stem(file: str) -> str:
    return re.sub(r"\.[a-z]{3}\.xml$", "", file)

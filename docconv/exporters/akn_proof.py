"""The proof of a file before it is written: valid, sound by docconv's checks, its text that of the letter.

What fails here is a fault of docconv's, not of the letter's; the letter then is not written rather than written wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docconv.errors import SchemaError
from docconv.exporters.akn_checks import check_bytes, check_document, check_pairs
from docconv.exporters.akn_document import documents
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_fidelity import check_text_of
from docconv.exporters.akn_findings import Finding
from docconv.exporters.akn_schema import schema_findings
from docconv.xmlparser import parse_xml


def proved(data: bytes, made: Sequence[Expression], *, beside: bytes | None = None) -> bytes:
    """Give `data` back. `made` are the expressions that it holds, `beside` is the original of a translation.

    Raises SchemaError with the place and the reason of the first error.
    """
    errors = [finding for finding in _findings(data, made, beside) if finding.severity == "error"]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        first = errors[0]
        raise SchemaError(
            f"{made[0].bilingual.letter.source.name}: Akoma Ntoso was refused with {first.code}: {first.message}{more}; "
            "nothing was written. Please report this with the letter",
            xpath=first.place,
        )
    return data


def _findings(data: bytes, made: Sequence[Expression], beside: bytes | None) -> list[Finding]:
    root = parse_xml(data, "letter.xml")
    found = [*check_bytes(data, root), *schema_findings(root)]
    every = documents(root)
    for document in every:
        found += check_document(document)
    languages = {"nld": "nl", "eng": "en"}
    for expression in made:
        own = [one for one in every if languages.get(one.language) == expression.language]
        for document in own:
            found += check_text_of(expression, document)
    if beside is not None:
        every += documents(parse_xml(beside, "letter.nld.xml"))
    return [replace(finding, file="") for finding in (*found, *check_pairs(every))]

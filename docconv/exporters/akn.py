"""Akoma Ntoso 3.0 for the archive: the Dutch letter and its English translation as two expressions of one work.

How a letter becomes elements stands in README; every file is proved against the official schema and docconv's checks before it
is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from docconv.diagnostics import diagnostic
from docconv.errors import ExportError
from docconv.exporters.akn_body import Body, body
from docconv.exporters.akn_collection import collected, package
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_identity import case_number, letter_date
from docconv.exporters.akn_ids import Ids
from docconv.exporters.akn_meta import meta, notice
from docconv.exporters.akn_node import Node, document, element
from docconv.exporters.akn_proof import proved
from docconv.exporters.akn_references import References
from docconv.exporters.labels import Language
from docconv.model import BilingualLetter, Diagnostic, Span
from docconv.protocols import ExportOptions


def dutch(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.nld.xml. Raises ExportError where `options.archive` refuses it, SchemaError for a fault of docconv's."""
    _refuse(bilingual, options)
    letter = _made(bilingual, "nl", Ids())
    return proved(_file(letter.root), [letter.expression])


def english(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.eng.xml. Raises ExportError where `options.archive` refuses it, SchemaError for a fault of docconv's."""
    _refuse(bilingual, options)
    letter, translation = _pair(bilingual)
    return proved(_file(translation.root), [translation.expression], beside=_file(letter.root))


def collection(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.akn.xml: both expressions in one file. Raises as `dutch` does."""
    _refuse(bilingual, options)
    letter, translation = _pair(bilingual)
    whole = collected(bilingual, letter.root, translation.root)
    return proved(document(whole), [letter.expression, translation.expression])


def dutch_package(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.nld.akn: the Dutch expression as a package. Raises as `dutch` does."""
    return package(dutch(bilingual, options))


def english_package(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.eng.akn: the English expression as a package. Raises as `dutch` does."""
    return package(english(bilingual, options))


def complaints(bilingual: BilingualLetter) -> tuple[Diagnostic, ...]:
    """Give what the files fill in because the letter does not print it: its date, its case number."""
    data = bilingual.letter.metadata
    missing = {"date-unknown": letter_date(data), "number-unknown": case_number(data)}
    return tuple(diagnostic(code, Span(0, 0)) for code, value in missing.items() if value is None)


def paragraph_ids(bilingual: BilingualLetter) -> dict[str, str]:
    """Give the eId of each paragraph's element in both files, by the paragraph's id; other outputs name them too."""
    ids = Ids()
    _made(bilingual, "nl", ids)
    return {key[1]: name for key, name in ids.names.items() if isinstance(key, tuple) and key[0] == "paragraph"}


def _refuse(bilingual: BilingualLetter, options: ExportOptions) -> None:
    found = complaints(bilingual)
    if options.archive and found:
        reasons = "; ".join(complaint.message for complaint in found)
        raise ExportError(
            f"{bilingual.letter.source.name}: an archive's file needs the letter's own date and case number, but {reasons}; "
            "add them to the letter, or export without --archive"
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """A finished expression: its element and what it was made with."""

    root: Node
    expression: Expression


def _pair(bilingual: BilingualLetter) -> tuple[_Made, _Made]:
    """Make both expressions; the English takes over the ids of the Dutch."""
    ids = Ids()
    return _made(bilingual, "nl", ids), _made(bilingual, "en", ids)


def _made(bilingual: BilingualLetter, language: Language, ids: Ids) -> _Made:
    made = Expression(bilingual, language, References(language))
    text = body(made)
    root = Node("debate", {"name": "kamervragen", "contains": "originalVersion"}, _parts(made, text))
    ids.assign(root, work=language == "en")
    root.content.insert(0, meta(made, text.links, ids.names))
    ids.assign(root)
    return _Made(root, made)


def _parts(made: Expression, text: Body) -> list[Node | str]:
    before = [notice(made)] if made.language == "en" else []
    given = {"preface": [*before, *text.preface], "debateBody": text.debate, "conclusions": text.conclusions}
    return [element(tag, *nodes, xml_lang=made.language) for tag, nodes in given.items() if nodes]


def _file(root: Node) -> bytes:
    return document(element("akomaNtoso", root))

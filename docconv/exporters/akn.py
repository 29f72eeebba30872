"""Akoma Ntoso 3.0 for the archive: the Dutch letter and its English translation as two expressions of one work.

How a letter becomes elements stands in README; every file is proved against the official schema and docconv's checks before it
is given.
"""

from __future__ import annotations

from docconv.diagnostics import diagnostic
from docconv.errors import ExportError
from docconv.exporters.akn_body import Body, body
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_identity import case_number, letter_date
from docconv.exporters.akn_ids import Ids
from docconv.exporters.akn_meta import meta, notice
from docconv.exporters.akn_node import Node, document, element
from docconv.exporters.akn_references import References
from docconv.exporters.labels import Language
from docconv.model import BilingualLetter, Diagnostic, Span
from docconv.protocols import ExportOptions


def dutch(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.nld.xml. Raises ExportError where `options.archive` refuses it, SchemaError for a fault of docconv's."""
    _refuse(bilingual, options)
    return document(_root(_debate(bilingual, "nl", Ids())))


def english(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give letter.eng.xml. Raises ExportError where `options.archive` refuses it, SchemaError for a fault of docconv's."""
    _refuse(bilingual, options)
    ids = Ids()
    _debate(bilingual, "nl", ids)
    return document(_root(_debate(bilingual, "en", ids)))


def complaints(bilingual: BilingualLetter) -> tuple[Diagnostic, ...]:
    """Give what the files fill in because the letter does not print it: its date, its case number."""
    data = bilingual.letter.metadata
    missing = {"date-unknown": letter_date(data), "number-unknown": case_number(data)}
    return tuple(diagnostic(code, Span(0, 0)) for code, value in missing.items() if value is None)


def _refuse(bilingual: BilingualLetter, options: ExportOptions) -> None:
    found = complaints(bilingual)
    if options.archive and found:
        reasons = "; ".join(complaint.message for complaint in found)
        raise ExportError(
            f"{bilingual.letter.source.name}: an archive's file needs the letter's own date and case number, but {reasons}; "
            "add them to the letter, or export without --archive"
        )


def _debate(bilingual: BilingualLetter, language: Language, ids: Ids) -> Node:
    made = Expression(bilingual, language, References(language))
    text = body(made)
    root = Node("debate", {"name": "kamervragen", "contains": "originalVersion"}, _parts(made, text))
    ids.assign(root, work=language == "en")
    root.content.insert(0, meta(made, text.links, ids.names))
    ids.assign(root)
    return root


def _parts(made: Expression, text: Body) -> list[Node | str]:
    before = [notice(made)] if made.language == "en" else []
    given = {"preface": [*before, *text.preface], "debateBody": text.debate, "conclusions": text.conclusions}
    return [element(tag, *nodes, xml_lang=made.language) for tag, nodes in given.items() if nodes]


def _root(content: Node) -> Node:
    return element("akomaNtoso", content)

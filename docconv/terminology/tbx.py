"""Glossaries as TBX (ISO 30042): reading the old `martif` dialect and version 3, writing version 3, TBX-Basic, DCA style.

Element and category names are those of ISO 30042:2019 and of the TBX-Basic dialect (tbxinfo.net/tbx-dialects). What
TBX-Basic has no category for stands in notes that begin with "docconv:", so that docconv's own files come back whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docconv.errors import DamagedFileError, GlossaryError, TooLargeError
from docconv.model import GlossaryEntry
from docconv.terminology.columns import COLUMNS, entry_of, row_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OWN = "docconv:"
_ADMINISTRATIVE = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "bad": "deprecatedTerm-admn-sts",
}
_POS = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb", "proper": "properNoun", "": ""}
_POS_BACK = {"adjective": "adj", "adverb": "adv", "propernoun": "proper", "proper noun": "proper", "other": ""}
# columns that have no TBX-Basic category of their own
_NOTED = ("pos", "match", "case", "first_mention", "dnt", "status", "valid_from", "valid_until")
_TERM = frozenset({"term"})
_GROUPS = frozenset({"termSec", "tig", "ntig"})


def read_tbx(data: bytes, file: str) -> list[GlossaryEntry]:
    """Give the entries of a TBX file of either dialect that have both a Dutch and an English term.

    Raises GlossaryError, with the line where one is meant.
    """
    from docconv.xmlparser import parse_xml

    try:
        root = parse_xml(data, file)
    except (DamagedFileError, TooLargeError) as error:
        raise GlossaryError(str(error).removeprefix(f"{file}: "), file=file) from error
    if _name(root) not in {"tbx", "martif"}:
        raise GlossaryError(
            f"expected TBX, whose root element is tbx or martif, found {_name(root)}", file=file, line=_line(root)
        )
    concepts = [node for node in root.iter("{*}*") if _name(node) in {"conceptEntry", "termEntry"}]
    rows = [(row, _line(node)) for node in concepts for row in [_row(node)] if row]
    if not rows:
        raise GlossaryError("expected entries with a term in Dutch (nl) and one in English (en), found none", file=file)
    return [entry_of(row, file, line) for row, line in rows]


def write_tbx(entries: Sequence[GlossaryEntry], title: str = "docconv policy glossary") -> bytes:
    """Give the entries as a TBX-Basic file."""
    from lxml import etree

    root = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "en"}, nsmap={None: NAMESPACE}
    )
    described = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(described, "titleStmt"), "title", title)
    _add(_add(described, "sourceDesc"), "p", "Made with docconv from a Dutch-English glossary.")
    body = _add(_add(root, "text"), "body")
    for entry in entries:
        _concept(body, entry)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _concept(body: _Element, entry: GlossaryEntry) -> None:
    concept = _add(body, "conceptEntry", id=_xml_id(entry.id))
    if entry.domain:
        _add(concept, "descrip", entry.domain, type="subjectField")
    for source in entry.source:
        _add(concept, "admin", source, type="source")
    for note in _notes(entry):
        _add(concept, "note", note)
    pos = _POS.get(entry.pos, "other")
    dutch = _add(concept, "langSec", lang="nl")
    _term(dutch, entry.nl, "preferred", pos)
    english = _add(concept, "langSec", lang="en")
    _term(english, entry.en, "preferred", pos)
    if entry.en_plural:
        _term(english, entry.en_plural, "admitted", kind="plural")
    for section, texts, status, kind in (
        (dutch, entry.nl_variants, "admitted", ""),
        (english, entry.en_variants, "admitted", ""),
        (english, entry.wrong, "bad", ""),
        (english, entry.forbidden, "bad", "forbidden"),
    ):
        for text in texts:
            _term(section, text, status, kind=kind)


def _notes(entry: GlossaryEntry) -> Iterator[str]:
    """Yield what TBX-Basic has no category for, and the entry's own note."""
    row = row_of(entry)
    if _xml_id(entry.id) != entry.id:
        yield f"{_OWN}id={entry.id}"
    for column in _NOTED:
        if row[column] and (column, row[column]) != ("status", "approved"):
            yield f"{_OWN}{column}={row[column]}"
    if entry.note:
        yield entry.note


def _term(section: _Element, text: str, status: str, pos: str = "", kind: str = "") -> None:
    term = _add(section, "termSec")
    _add(term, "term", text)
    if pos:
        _add(term, "termNote", pos, type="partOfSpeech")
    _add(term, "termNote", _ADMINISTRATIVE[status], type="administrativeStatus")
    if kind:
        _add(term, "note", _OWN + kind)


def _add(parent: _Element, name: str, text: str | None = None, **attributes: str) -> _Element:
    from lxml import etree

    node = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        node.set(_LANG if key == "lang" else key, value)
    node.text = text
    return node


def _row(concept: _Element) -> dict[str, str]:
    """Give an entry's cells from a concept, none where it lacks a language."""
    terms = {"nl": list(_terms(concept, "nl")), "en": list(_terms(concept, "en"))}
    good = {lang: [t for t in found if t.status != "bad"] for lang, found in terms.items()}
    if not good["nl"] or not good["en"]:
        return {}
    first = {lang: next((t for t in found if t.status == "preferred"), found[0]) for lang, found in good.items()}
    plural = next((t.text for t in good["en"] if t.kind == "plural"), "")
    pos = first["nl"].pos or first["en"].pos
    row = {
        "id": concept.get("id", ""),
        "nl": first["nl"].text,
        "nl_variants": "|".join(t.text for t in good["nl"] if t is not first["nl"]),
        "en": first["en"].text,
        "en_plural": plural,
        "en_variants": "|".join(t.text for t in good["en"] if t is not first["en"] and t.kind != "plural"),
        "wrong": "|".join(t.text for t in terms["en"] if t.status == "bad" and t.kind != "forbidden"),
        "forbidden": "|".join(t.text for t in terms["en"] if t.kind == "forbidden"),
        "pos": _POS_BACK.get(pos.lower(), pos if pos in _POS else ""),
    }
    return row | _described(concept)


def _described(concept: _Element) -> dict[str, str]:
    """Give the cells that stand at the concept itself: subject, sources, notes."""
    row: dict[str, str] = {}
    notes = []
    for node in _outside_terms(concept):
        text, kind = _text(node), node.get("type", "")
        if kind == "subjectField":
            row["domain"] = text
        elif kind == "source":
            row["source"] = ";".join(part for part in (row.get("source", ""), text) if part)
        elif _name(node) == "note" and text.startswith(_OWN):
            column, _, value = text.removeprefix(_OWN).partition("=")
            if column in COLUMNS:
                row[column] = value
        elif _name(node) == "note" or kind == "definition":
            notes.append(text)
    if notes:
        row["note"] = " ".join(notes)
    return row


class _Term:
    """A term of a concept: its text, "preferred", "admitted" or "bad", its part of speech, docconv's own kind."""

    __slots__ = ("kind", "pos", "status", "text")

    def __init__(self, group: _Element) -> None:
        nodes = list(group.iter("{*}*"))
        self.text = next((_text(node) for node in nodes if _name(node) == "term"), "")
        noted = {node.get("type", ""): _text(node) for node in nodes if _name(node) == "termNote"}
        status = noted.get("administrativeStatus", noted.get("normativeAuthorization", "")).lower()
        bad = status.startswith(("deprecated", "superseded"))
        self.status = "preferred" if status.startswith("preferred") else "bad" if bad else "admitted"
        self.pos = noted.get("partOfSpeech", "")
        notes = [_text(node) for node in nodes if _name(node) == "note"]
        self.kind = next((note.removeprefix(_OWN) for note in notes if note.startswith(_OWN)), "")


def _terms(concept: _Element, language: str) -> Iterator[_Term]:
    for section in concept.iter("{*}*"):
        tag = (section.get(_LANG) or section.get("lang") or "").lower()
        if _name(section) in {"langSec", "langSet"} and tag.split("-", 1)[0] == language:
            for group in section.iter("{*}*"):
                if _name(group) in _GROUPS:
                    term = _Term(group)
                    if term.text:
                        yield term


def _outside_terms(concept: _Element) -> Iterator[_Element]:
    for node in concept.iter("{*}*"):
        if not any(_name(parent) in {"langSec", "langSet"} for parent in (node, *node.iterancestors())):
            yield node


def _name(node: _Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _text(node: _Element) -> str:
    return " ".join("".join(str(part) for part in node.itertext()).split())


def _line(node: _Element) -> int:
    return int(node.sourceline or 0)


def _xml_id(id: str) -> str:
    """Give an id that XML allows (Extensible Markup Language 1.0, production NCName)."""
    plain = "".join(c if c.isalnum() or c in "._-" else "-" for c in id)
    return plain if plain[:1].isalpha() else f"c-{plain}"

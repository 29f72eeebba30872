"""The ontology of a document: persons, organisations, roles and the rest that its attributes point to.

Only what is pointed to is written. Top Level Classes and their IRIs: Akoma Ntoso Naming Convention 1.0, section 7.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from docconv.exporters.akn_node import Node, element
from docconv.exporters.labels import Language

Kind = Literal["Person", "Organization", "Concept", "Process", "Role"]

_ORDER: tuple[Kind, ...] = ("Organization", "Person", "Role", "Process", "Concept")
_RESERVED = {"body", "preface", "conclusions", "meta", "original", "thisTranslation", "masterExpression", "cmpnts"}

# id: (class, path in the ontology, Dutch, English); what is not of one letter but of all
FIXED: dict[str, tuple[Kind, str, str, str]] = {
    "docconv": ("Organization", "docconv", "docconv", "docconv"),
    "lid": ("Role", "nl/nl.lid.tweede.kamer", "Lid van de Tweede Kamer", "Member of the House of Representatives"),
    "author": ("Role", "author", "Auteur", "Author"),
    "editor": ("Role", "editor", "Redacteur (XML-opmaak)", "Editor (XML markup)"),
    "translator": ("Role", "translator", "Vertaler", "Translator"),
    "reviewer": ("Role", "reviewer", "Beoordelaar van de vertaling", "Reviewer of the translation"),
    "asked": ("Process", "nl/nl.kamervragen.ingezonden", "Ingezonden", "Tabled"),
    "answered": ("Process", "nl/nl.kamervragen.beantwoord", "Beantwoord", "Answered"),
    "postponed": ("Process", "nl/nl.kamervragen.uitgesteld", "Beantwoording uitgesteld", "Answer postponed"),
    "machineTranslated": ("Process", "machine.translation", "Machinaal vertaald", "Machine translated"),
    "reviewed": ("Process", "translation.review", "Vertaling beoordeeld", "Translation reviewed"),
    "notice": ("Concept", "nl/nl.mededeling", "Mededeling: het antwoord volgt", "Notice: the answer follows"),
}


@dataclass(slots=True)
class References:
    """Hands out ids ("#vanOjik") and remembers which; `language` is that of the names shown."""

    language: Language
    _entries: dict[str, Node] = field(default_factory=dict)
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def fixed(self, id: str) -> str:
        """Give a reference to an entry of `FIXED`. Raises KeyError for an unknown one."""
        kind, path, dutch, english = FIXED[id]
        return self._enter(id, kind, path, english if self.language == "en" else dutch)

    def person(self, name: str) -> str:
        """Give a reference to a person."""
        return self._named("Person", name, name)

    def organisation(self, name: str, shown: str | None = None, code: str | None = None) -> str:
        """Give a reference to an organisation; `code` is its TOOI code, `shown` its name in this language."""
        if code:
            return self._enter(code, "Organization", f"nl/nl.{code}", shown or name)
        return self._named("Organization", name, shown or name)

    def role(self, title: str, shown: str | None = None) -> str:
        """Give a reference to an office, such as "Minister van Buitenlandse Zaken"."""
        return self._named("Role", title, shown or title)

    def nodes(self) -> list[Node]:
        """Give the entries, class by class, in the order in which they were first used."""
        return [node for kind in _ORDER for node in self._entries.values() if node.tag == f"TLC{kind}"]

    def _named(self, kind: Kind, name: str, shown: str) -> str:
        key = (kind, _folded(name))
        if key not in self._ids:
            self._ids[key] = self._free(_slug(name) or kind.lower())
        return self._enter(self._ids[key], kind, f"nl/nl.{_dotted(name) or self._ids[key]}", shown)

    def _enter(self, id: str, kind: Kind, path: str, shown: str) -> str:
        if id not in self._entries:
            href = f"/akn/ontology/{kind.lower()}/{path}"
            self._entries[id] = element(f"TLC{kind}", eId=id, href=href, showAs=shown)
        return f"#{id}"

    def _free(self, slug: str) -> str:
        taken = {*self._entries, *self._ids.values(), *FIXED, *_RESERVED}
        return next(name for n in range(1, 10_000) if (name := slug if n == 1 else f"{slug}{n}") not in taken)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.findall(r"[A-Za-z0-9]+", plain)


def _slug(name: str) -> str:
    """Give a name as an id.

    >>> _slug("Van Ojik"), _slug("50PLUS")
    ('vanOjik', 'n50PLUS')
    """
    first, *rest = _words(name) or [""]
    first = first if first.isupper() else first[:1].lower() + first[1:]
    slug = first + "".join(word[:1].upper() + word[1:] for word in rest)
    return f"n{slug}" if slug[:1].isdigit() else slug


def _dotted(name: str) -> str:
    """Give a name as the last part of an ontology IRI: "Van Ojik" is "van.ojik"."""
    return ".".join(word.lower() for word in _words(name))

"""Glossary entries: a Dutch policy term and the English that stands for it. Names follow TBX (ISO 30042)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MatchMode = Literal["lemma", "exact", "idiom"]
CaseMode = Literal["any", "sensitive", "initial"]
EntryStatus = Literal["approved", "draft"]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One entry. The columns of `glossary/nl-en.csv` bear the same names; `glossary/README.md` explains each.

    `origin` names the file that the entry came from, `line` its line there (from 1).
    """

    id: str
    nl: str
    en: str
    nl_variants: tuple[str, ...] = ()
    pos: str = ""
    match: MatchMode = "lemma"
    case: CaseMode = "any"
    en_plural: str = ""
    en_variants: tuple[str, ...] = ()
    first_mention: str = ""
    wrong: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    dnt: bool = False
    domain: str = ""
    note: str = ""
    source: tuple[str, ...] = ()
    status: EntryStatus = "approved"
    valid_from: str = ""
    valid_until: str = ""
    origin: str = ""
    line: int = 0

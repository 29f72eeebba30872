"""Abbreviations that stand in the English of a letter, with what they are short for.

Glossary entries of the letter come first, then `glossary/abbreviations.csv`, parties and ministries.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from docconv.data import glossary_file
from docconv.model import BilingualLetter

# yes: AIVD D66 GroenLinks-PvdA ICT   no: Kamer A I
_SHORT = re.compile(r"(?<![\w-])[A-Z][\w&’-]{0,20}[A-Z0-9]\w{0,12}(?:-\w{1,20})?(?![\w-])")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with its Dutch and its English in full; "" where not known."""

    short: str
    nl: str
    en: str


def abbreviations(bilingual: BilingualLetter) -> list[Abbreviation]:
    """Give the abbreviations that the English of a letter uses and whose full words are known, in alphabetical order."""
    own = {one.short: one for one in _of_entries(bilingual)}
    listed = _listed()
    used = {short for unit in bilingual.units for short in _SHORT.findall(unit.target.text)}
    found = []
    for short in sorted(used, key=str.casefold):
        mine, general = own.get(short), listed.get(short)
        if mine is None and general is None:
            continue
        nl = (mine and mine.nl) or (general and general.nl) or ""
        en = (mine and mine.en) or (general and general.en) or ""
        found.append(Abbreviation(short, nl, en))
    return found


def _of_entries(bilingual: BilingualLetter) -> Iterator[Abbreviation]:
    """Yield what the entries that the letter uses say in full: "General Intelligence and Security Service (AIVD)"."""
    for entry in bilingual.entries:
        full = re.fullmatch(r"(?P<full>.+) \((?P<short>[^()]+)\)", entry.first_mention)
        if full:
            nl = next((v for v in (entry.nl, *entry.nl_variants) if len(v) > 2 * len(full["short"])), "")
            yield Abbreviation(full["short"], nl, full["full"])


@cache
def _listed() -> dict[str, Abbreviation]:
    found: dict[str, Abbreviation] = {}
    for row in _rows("abbreviations.csv"):
        found.setdefault(row["abbreviation"], Abbreviation(row["abbreviation"], row["nl"], row["en"]))
    for row in _rows("parties.csv"):
        for short in (row["nl"], *row["variants"].split("|")):
            if row["nl_full"] and short:
                found.setdefault(short, Abbreviation(short, row["nl_full"], row["en"]))
    for row in _rows("ministries.csv"):
        if row["kind"] == "ministry" and row["abbreviation"]:
            found.setdefault(row["abbreviation"], Abbreviation(row["abbreviation"], row["nl"], row["en"]))
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    with glossary_file(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

"""Ministries by the names and abbreviations that letters print, with their codes in the TOOI register.

The names and codes stand in glossary/ministries.csv, whose sources glossary/README.md gives; a code is only given where the
name, at the letter's date, belongs to one ministry.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from docconv.data import glossary_file

_PREFIX = "ministerie van "


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry under one of its names. The dates are those between which it bore it, "" where open."""

    name: str
    tooi: str
    valid_from: str = ""
    valid_until: str = ""

    def held_on(self, date: str) -> bool:
        """Tell whether the ministry bore the name on a day (YYYY-MM-DD)."""
        return (not self.valid_from or self.valid_from <= date) and (not self.valid_until or date < self.valid_until)


def find_ministry(portfolio: str, date: str | None = None) -> tuple[str | None, str | None]:
    """Give the name and the TOOI code of the ministry with this portfolio; None for what is not known or not clear.

    `portfolio` is what follows "minister van" or stands in brackets behind a minister's name; `date` is the letter's day.

    >>> find_ministry("Buitenlandse Zaken")
    ('Buitenlandse Zaken', 'mnre1013')
    >>> find_ministry("BZ")[0], find_ministry("Langdurige Zorg en Sport")
    ('Buitenlandse Zaken', (None, None))
    """
    known = _known().get(_key(portfolio)) or _known().get(
        _key(portfolio.split(" – ", maxsplit=1)[0].split(" - ", maxsplit=1)[0]), ()
    )
    names = {ministry.name for ministry in known}
    if len(names) != 1:
        return None, None
    then = [ministry for ministry in known if date is None or ministry.held_on(date)] or list(known)
    codes = {ministry.tooi for ministry in then}
    return names.pop(), (codes.pop() or None) if len(codes) == 1 else None


def _key(words: str) -> str:
    return " ".join(words.replace("&", "en").casefold().split())


@cache
def _known() -> dict[str, tuple[Ministry, ...]]:
    """Read the table: the ministries by every name and abbreviation."""
    found: dict[str, tuple[Ministry, ...]] = {}
    try:
        path = glossary_file("ministries.csv")
    except FileNotFoundError:
        return found
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] != "ministry":
                continue
            name = row["nl"][len(_PREFIX) :] if row["nl"].lower().startswith(_PREFIX) else row["nl"]
            ministry = Ministry(name, row["tooi"], row["valid_from"] or "", row["valid_until"] or "")
            variants = [name, row["abbreviation"], *(row["nl_variants"] or "").split("|")]
            for key in {_bare(variant) for variant in variants if variant}:
                found[key] = (*found.get(key, ()), ministry)
    return found


def _bare(variant: str) -> str:
    key = _key(variant)
    return key[len(_PREFIX) :] if key.startswith(_PREFIX) else key

"""Ministers, state secretaries and ministries in both languages, from `glossary/ministries.csv`; members and their parties."""

from __future__ import annotations

import csv
import re
from functools import cache

from docconv.data import glossary_file

_NAME_WORD = r"[A-ZÀ-ÖØ-Þ'’][\w.'’-]*"
_PARTICLE = r"(?:van|de|der|den|het|ten|ter|te|in|op|aan|’t|'t|von|el|al|bin)"
# yes: Van Ojik  J. de Vries  Teunissen-van der Laan   no: de Kamer
NAME = rf"{_NAME_WORD}(?:(?:\s|-)(?:{_PARTICLE}\s){{0,3}}{_NAME_WORD}){{0,4}}"
PARTY = r"[\w’'&.+-]{1,30}(?:\s[\w’'&.+-]{1,20}){0,3}"  # yes: GroenLinks-PvdA  Lid Omtzigt   no: (D66)
_ONE_MEMBER = rf"{NAME}(?:\s\((?:(?:beiden|allen)\s)?{PARTY}\))?"
# yes: Van Nispen en Kathmann (beiden SP)  A (D66), B (VVD) en C (SP)   no: Van Ojik
MEMBERS = rf"{_ONE_MEMBER}(?:,\s{_ONE_MEMBER})*(?:\sen\s{_ONE_MEMBER})"


@cache
def titles() -> dict[str, str]:
    """Give the English of each title of a minister or state secretary, by its Dutch in lower case."""
    return {nl: en for kind, nl, en in _rows() if kind != "ministry"}


@cache
def ministries() -> dict[str, str]:
    """Give the English of each ministry's name without "Ministerie van", by its Dutch in lower case."""
    found = {}
    for kind, nl, en in _rows():
        if kind == "ministry":
            bare = re.sub(r"^ministerie (?:van|voor) ", "", nl)
            found[bare] = re.sub(r"^Ministry (?:of|for) (?:the )?", "", en)
    return found


def english_title(nl: str) -> str | None:
    """Give the English of a title, None where the list lacks it.

    >>> english_title("Minister van Buitenlandse Zaken")
    'Minister of Foreign Affairs'
    """
    return titles().get(_plain(nl))


def english_name(nl: str) -> str:
    """Give the English of a title or of a ministry's full name, the Dutch where the list lacks it.

    >>> english_name("Ministerie van Buitenlandse Zaken"), english_name("Voorzitter")
    ('Ministry of Foreign Affairs', 'Voorzitter')
    """
    return _names().get(_plain(nl), nl)


def english_titles(nl: str) -> str | None:
    """Give the English of several titles in a row, None where the list lacks one.

    >>> english_titles("Minister van Defensie en de Minister van Justitie en Veiligheid")
    'Minister of Defence and the Minister of Justice and Security'
    """
    parts, rest = [], _plain(nl)
    while rest:
        known = next((n for n in _longest() if rest.startswith(n) and not rest[len(n) : len(n) + 1].isalnum()), None)
        if known is None:
            return None
        rest = rest[len(known) :]
        link = re.match(r"(,? en |, )(?:de )?", rest)
        if rest and not link:
            return None
        parts.append(titles()[known])
        if link:
            parts.append(" and the " if "en" in link[1] else ", the ")
            rest = rest[link.end() :]
    return None if not parts or len(parts) % 2 == 0 else "".join(parts)


def english_ministry(nl: str) -> str | None:
    """Give the English of a ministry's name or abbreviation, None where the list lacks it.

    >>> english_ministry("Justitie en Veiligheid")
    'Justice and Security'
    """
    return ministries().get(_plain(nl))


def english_members(nl: str) -> str:
    """Give a row of members with the words between them in English.

    >>> english_members("Van Nispen en Kathmann (beiden SP)")
    'Van Nispen and Kathmann (both SP)'
    """
    english = re.sub(r"(?<=[\w)]) en (?=[A-ZÀ-ÖØ-Þ'’])", " and ", nl)
    return english.replace("(beiden ", "(both ").replace("(allen ", "(all ")


@cache
def _names() -> dict[str, str]:
    """Give every Dutch name of the list with its English; the first row that bears it wins."""
    found: dict[str, str] = {}
    for _, nl, en in _rows():
        found.setdefault(nl, en)
    return found


@cache
def _longest() -> tuple[str, ...]:
    return tuple(sorted(titles(), key=len, reverse=True))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    with glossary_file("ministries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = (row["nl"], *row["nl_variants"].split("|"), _abbreviated(row))
            found += [(row["kind"], _plain(nl), row["en"]) for nl in names if nl]
    return tuple(found)


def _abbreviated(row: dict[str, str]) -> str:
    """Give "Ministerie van VWS" for a ministry, so that "VWS" alone is found too."""
    return f"ministerie van {row['abbreviation']}" if row["kind"] == "ministry" and row["abbreviation"] else ""


def _plain(nl: str) -> str:
    return " ".join(nl.split()).lower()

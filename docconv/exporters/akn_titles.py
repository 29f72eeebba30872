"""English names of ministries and of offices in the government, from the glossary's list of ministries."""

from __future__ import annotations

import csv
from functools import cache

from docconv.data import glossary_file


def english_title(title: str) -> str:
    """Give an office in English, the Dutch words where the list has none.

    >>> english_title("Minister van Buitenlandse Zaken")
    'Minister of Foreign Affairs'
    """
    return _list().get(_key(title), title)


def english_ministry(name: str) -> str:
    """Give a ministry in English, the Dutch words where the list has none.

    >>> english_ministry("Ministerie van Buitenlandse Zaken")
    'Ministry of Foreign Affairs'
    """
    return _list().get(_key(name), name)


@cache
def _list() -> dict[str, str]:
    """Give every Dutch name of the list, its variants too, with its English one; the first that names it wins."""
    found: dict[str, str] = {}
    with glossary_file("ministries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["nl"], *row["nl_variants"].split("|")):
                if name.strip():
                    found.setdefault(_key(name), row["en"])
    return found


def _key(name: str) -> str:
    return " ".join(name.casefold().split())

"""Sentences of everyday life made from templates: days, dates, times, countries, languages, family, food, animals.

The texts of governments hardly name these, and letters quote newspapers that do. The templates are in `data/everyday.tsv`, the
words in `data/places.tsv` and `data/fillers.tsv`.
"""

import random
import re
from collections.abc import Iterator
from functools import cache

from docconv.training.genre import Values, fill, fillers, templates
from docconv.training.names import made_name
from docconv.training.sources import OWN_DATA, Pair

MADE = 8000
_PAIRED = ("lang", "food", "family", "job", "colour", "day")  # kinds that a template may name twice
_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[AaEeIiOo](?!u))")


def made_everyday(count: int = MADE, *, seed: int = 1) -> Iterator[Pair]:
    """`count` filled-in templates, the same for a seed.

    >>> next(made_everyday(seed=3)).source
    'everyday'
    """
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    every = templates("everyday.tsv")
    for number in range(count):
        nl, en = every[number % len(every)]
        dutch, english = _values(chance)
        filled = fill(en, english)
        yield Pair(_capital(fill(nl, dutch)), _capital(_BEFORE_VOWEL.sub(r"\1n ", filled)), "everyday")


@cache
def _places() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("\t")) for line in (OWN_DATA / "places.tsv").read_text("utf-8").splitlines())


def _values(chance: random.Random) -> Values:
    """A Dutch and an English value for every name that a template may hold in braces."""
    shared = _figures(chance) | {"name": f"{made_name(chance)} {made_name(chance)}"}
    dutch, english = dict(shared), dict(shared)
    for number, place in zip(("", "2"), chance.sample(_places(), 2), strict=True):
        dutch |= {f"land{number}.nl": place[0], f"adj{number}.nl": place[2]}
        english |= {f"land{number}.en": place[1], f"adj{number}.en": place[3]}
    for kind in ("month", "season", "wind", "cent", "animal", "body", "city", *_PAIRED):
        for number, (nl, en) in zip(("", "2"), chance.sample(fillers(kind), 2), strict=True):
            dutch[f"{kind}{number}.nl"], english[f"{kind}{number}.en"] = nl, en
    hour, minute = chance.randint(1, 23), chance.choice((0, 15, 30, 45, chance.randint(1, 59)))
    dutch["time.nl"] = f"{hour:02d}.{minute:02d}" if chance.random() < 0.5 else f"{hour}:{minute:02d}"
    english["time.en"] = dutch["time.nl"].replace(".", ":")
    big = chance.choice(
        (chance.randint(1_000, 9_999), chance.randint(10_000, 999_999), chance.randint(1, 90) * 100_000)
    )
    dutch["big.nl"], english["big.en"] = f"{big:,}".replace(",", "."), f"{big:,}"
    return dutch, english


def _figures(chance: random.Random) -> dict[str, str]:
    return {
        "d": str(chance.randint(1, 28)),
        "year": str(chance.randint(1850, 2026)),
        "n": str(chance.randint(13, 99)),
        "few": str(chance.randint(2, 12)),
        "age": str(chance.randint(16, 95)),
        "km": str(chance.randint(2, 900)),
        "m": str(chance.choice((100, 200, 400, 800, 1500, 5000))),
        "s1": str(chance.randint(2, 5)),
        "s2": str(chance.randint(0, 1)),
    }


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

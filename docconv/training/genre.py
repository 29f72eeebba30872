"""Pairs made for this project: the fixed phrases and title blocks of Dutch parliamentary answers, filled in from short lists.

The phrases are in `data/phrases.tsv`, the lists in `data/fillers.tsv`; renderings follow the Dutch government's own
English, and the forms are those of the title blocks in *Aanhangsel van de Handelingen*.
"""

import random
from collections.abc import Iterator
from functools import cache

from docconv.training.sources import OWN_DATA, Pair

# Office, its English, and the words that lead to its department in each language.
OFFICES = (
    ("Minister", "Minister", "van", "of"),
    ("Minister", "Minister", "voor", "for"),
    ("Staatssecretaris", "State Secretary", "van", "for"),
)
MADE = 6000
Values = tuple[dict[str, str], dict[str, str]]


def made_pairs(count: int = MADE, *, seed: int = 1) -> Iterator[Pair]:
    """`count` filled-in phrases, the same for a seed; seed 1 is for training, any other for measuring."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    phrases = templates("phrases.tsv")
    for number in range(count):
        nl, en = phrases[number % len(phrases)]
        dutch, english = _values(chance)
        yield Pair(fill(nl, dutch), fill(en, english), "genre")


def held_out_phrases(count: int = 200) -> list[tuple[str, str]]:
    """Phrases filled in with other draws than those of training, for exact-match measuring."""
    trained = {pair.nl for pair in made_pairs()}
    fresh = {pair.nl: pair.en for pair in made_pairs(8 * count, seed=2) if pair.nl not in trained}
    return list(fresh.items())[:count]


@cache
def templates(name: str) -> tuple[tuple[str, str], ...]:
    """The templates of a file of the data folder: Dutch and English, with names in braces for what fills them."""
    rows = (line.split("\t") for line in (OWN_DATA / name).read_text("utf-8").splitlines())
    return tuple((nl, en) for nl, en in rows)


@cache
def fillers(kind: str) -> tuple[tuple[str, str], ...]:
    """What may stand for a name in braces: pairs of Dutch and English."""
    rows = (line.split("\t") for line in (OWN_DATA / "fillers.tsv").read_text("utf-8").splitlines())
    return tuple((nl, en) for name, nl, en in rows if name == kind)


def _values(chance: random.Random) -> Values:
    """A Dutch and an English value for every name that a phrase may hold in braces."""
    shared = _numbers(chance) | _members(chance)
    dutch, english = dict(shared), dict(shared)
    for name in ("min", "min2"):
        dutch[f"{name}.nl"], english[f"{name}.en"] = _minister(chance)
    office, department, subject = chance.choice(OFFICES), chance.choice(fillers("ministry")), _subject(chance)
    day, month, year = chance.randint(1, 31), chance.choice(fillers("month")), chance.randint(2010, 2026)
    dutch |= {
        "off.nl": _cased(office[0], chance),
        "dep.nl": department[0],
        "sub.nl": subject[0],
        "date": f"{day} {month[0]} {year}",
    }
    english |= {"off.en": office[1], "dep.en": department[1].removeprefix("the "), "sub.en": subject[1]}
    english["date"] = f"{day} {month[1]} {year}"
    return dutch, english


def _numbers(chance: random.Random) -> dict[str, str]:
    """Question numbers a < b < c, a parliamentary year, and numbers of a paper, an appendix and a case."""
    first, second, third = (str(number) for number in sorted(chance.sample(range(1, 25), 3)))
    year = chance.randint(2010, 2026)
    return {
        "a": first,
        "b": second,
        "c": third,
        "y": f"{year}–{year + 1}",
        "n": str(chance.randint(1, 3999)),
        "z": f"{year}Z{chance.randint(0, 24999):05d}",
        "k": f"{chance.randint(19, 36)} {chance.randint(0, 999):03d}",
    }


def _members(chance: random.Random) -> dict[str, str]:
    names, parties = chance.sample(fillers("name"), 2), chance.sample(fillers("party"), 2)
    return {"name": names[0][0], "name2": names[1][0], "party": parties[0][0], "party2": parties[1][0]}


def _subject(chance: random.Random) -> tuple[str, str]:
    return chance.choice(fillers("subject"))


def _minister(chance: random.Random) -> tuple[str, str]:
    """An office with its department, in both languages."""
    office, english_office, link, english_link = chance.choice(OFFICES)
    department, english_department = chance.choice(fillers("ministry"))
    return f"{_cased(office, chance)} {link} {department}", f"{english_office} {english_link} {english_department}"


def _cased(office: str, chance: random.Random) -> str:
    return office if chance.random() < 0.6 else office.lower()


def fill(template: str, values: dict[str, str]) -> str:
    """A template with a value for each name in braces."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template

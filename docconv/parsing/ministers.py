"""Members of the government in a title, by office, name and portfolio.

As printed: "Antwoord van Minister Dijkgraaf (Onderwijs, Cultuur en Wetenschap)", "Antwoorden van de Minister van …, mede
namens de Minister voor …", "mede namens de Staatssecretarissen van … en van …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OFFICE = re.compile(
    r"\b(?P<office>[Mm]inister-[Pp]resident|[Mm]inisters?|MINISTER|[Ss]taats?secretaris(?:sen)?|STAATSSECRETARIS)"
    r"(?![\w-])(?P<joint>,? ?(?:van|voor)\b|(?= [A-ZÀ-Þ]| (?:van|de|den|der|ten) [A-Z]))? ?"
)
_STOP = re.compile(
    r",? mede namens|,? (?:mede )?op (?:de |uw |schriftelijke )?(?:[Kk]amer)?vragen|,? op (?:de )?"
    r"(?:schriftelijke|brief)| aan (?:de|het)\b"
    r"| over (?:het|de|een|haar|zijn|\w)| betreffende | inzake | naar aanleiding| met betrekking"
    r"| ?\(|\.|;|\)|,? en (?:de |het )?(?:[Mm]inister|[Ss]taatssecretaris)|, (?:de |het )?(?:[Mm]inister|[Ss]taatssecretaris)"
    r"|,? (?:en )?(?:van|voor) (?=[A-Z])| d\.d\.| deelt | op (?:vragen|Kamervragen)|,$|$"
)
_NEXT = re.compile(r"(?:,? en|,) (?:van|voor) (?=[A-Z])")
_NAMED = re.compile(r"(?P<name>(?:[\w\u0300-\u036f’'´¸.-]+ ?(?:[-–] ?)?){1,6}?) ?\((?P<portfolio>[^()]{2,90})\)?")
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Named:
    """A member of the government as named in a text; `start` and `end` count there."""

    title: str
    name: str | None
    portfolio: str
    start: int
    end: int
    on_behalf: bool


def find_ministers(text: str) -> list[Named]:
    """Give the members of the government that `text` names, in order.

    >>> [(m.title, m.on_behalf) for m in find_ministers(
    ...     "van de Minister van Defensie, mede namens de Minister voor Buitenlandse Handel, op vragen van het lid")]
    [('Minister van Defensie', False), ('Minister voor Buitenlandse Handel', True)]
    >>> find_ministers("Antwoord van Minister Bruins Slot (Buitenlandse Zaken)")[0].name
    'Bruins Slot'
    """
    found: list[Named] = []
    behalf = text.lower().find("namens")
    for m in _OFFICE.finditer(text):
        on_behalf = 0 <= behalf < m.start()
        if "president" in m["office"].lower():
            found.append(Named(m["office"], None, "Algemene Zaken", m.start(), m.end("office"), on_behalf))
        elif _is_premier(text, m, found):
            continue
        elif m["joint"]:
            found += _portfolios(text, m, on_behalf=on_behalf)
        elif m["joint"] is not None and (named := _NAMED.match(text, m.end())):
            name = named["name"].strip()
            found.append(Named(m["office"], name, named["portfolio"], m.start(), named.end(), on_behalf))
    return found


def _is_premier(text: str, m: re.Match[str], found: list[Named]) -> bool:
    """Tell whether the office is the Prime Minister's other one: "Minister-President, Minister van Algemene Zaken"."""
    beside = bool(found) and "president" in found[-1].title.lower() and m.start() - found[-1].end <= 3
    return beside and text.startswith("Algemene Zaken", m.end())


def _portfolios(text: str, m: re.Match[str], *, on_behalf: bool) -> list[Named]:
    """Give the offices of one word: "Staatssecretarissen van A en van B" are two."""
    found: list[Named] = []
    start, at = m.start(), m.end()
    joint = m["joint"].strip(" ,")
    singular = re.sub(r"(?<=secretaris)sen$|(?<=inister)s$", "", m["office"])
    while True:
        end = _portfolio_end(text, at)
        portfolio = text[at:end].strip(" ,")
        if not portfolio or not portfolio[0].isupper():
            break
        name, stop = _name_behind(text, end)
        found.append(Named(f"{singular} {joint} {portfolio}", name, portfolio, start, max(end, stop), on_behalf))
        following = _NEXT.match(text, end)
        if following is None or singular == m["office"]:
            break
        joint = following[0].split()[-1]
        start, at = following.end() - len(joint) - 1, following.end()
    return found


def _portfolio_end(text: str, at: int) -> int:
    stop = _STOP.search(text, at, at + _LONGEST)
    return stop.start() if stop else min(len(text), at + _LONGEST)


def _name_behind(text: str, at: int) -> tuple[str | None, int]:
    """Give the name that stands in brackets behind an office, and where it ends."""
    m = re.compile(r" \((?P<name>[A-ZÀ-Þ][\w’' -]{1,40})\)").match(text, at)
    return (m["name"], m.end()) if m and not m["name"].isupper() else (None, at)

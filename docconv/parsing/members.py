"""Members of parliament in a title, with their parties.

As printed: "de leden Van der Lee en Stultiens (beiden GroenLinks-PvdA)", "het lid Van Ojik (GroenLinks)", "Mutluer, Lahlah
(GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASKED = re.compile(
    r"\b[Kk]?(?:amer)?[Vv]ragen,? (?:gesteld )?(?:van|door) +(?:het lid|de leden|de lid|lid|leden)?\b ?"
    r"(?:lid |leden )?|\b(?:het lid|de leden) "
)
_GROUP = re.compile(r"(?P<names>[^()]{2,200}?) ?\((?P<each>beiden?|allen|alle|allebei)? ?(?P<party>[^()]{1,60})\)")
_STOP = re.compile(r" aan (?:de|het)\b| over | inzake | betreffende |\.(?= |$)")
_NAMES = re.compile(r" ?, ?| en ")
_TITLE = re.compile(r"^(?:en |het lid |de leden |lid |leden )+")
_NAME = re.compile(
    r"(?:(?:van|de|den|der|ten|ter|van der|van den|van de|el|in ’t|in 't|'t|’t) )*[A-ZÀ-Þ’'][\w\u0300-\u036f’'´¸.-]*"
    r"(?: [\w\u0300-\u036f’'´¸.-]+){0,5}$"
)


@dataclass(frozen=True, slots=True)
class Asker:
    """A member as named in a text; `start` and `end` count there and cover the name."""

    name: str
    party: str
    start: int
    end: int


def find_members(text: str) -> list[Asker]:
    """Give the members whom `text` names as those who ask.

    >>> [(m.name, m.party) for m in find_members("vragen van de leden Inge van Dijk, Vedder (beiden CDA) en Welzijn (NSC) over")]
    [('Inge van Dijk', 'CDA'), ('Vedder', 'CDA'), ('Welzijn', 'NSC')]
    """
    for asked in _ASKED.finditer(text):
        found: list[Asker] = []
        at = asked.end()
        while group := _GROUP.match(text, at):
            stop = _STOP.search(group["names"])
            if stop:
                break
            members = _members(text, group)
            if not members:
                break
            found += members
            at = group.end()
        if found:
            return found
    return []


def _members(text: str, group: re.Match[str]) -> list[Asker]:
    """Give the members of a group of names that one party follows; none where the words are no names."""
    start, end = group.span("names")
    found: list[Asker] = []
    cuts = [start, *(edge for m in _NAMES.finditer(text, start, end) for edge in m.span()), end]
    for low, high in zip(cuts[::2], cuts[1::2], strict=True):
        words = text[low:high]
        lead = len(words) - len(_TITLE.sub("", words.lstrip()))
        name = words[lead:].strip()
        if name and not _NAME.fullmatch(name):
            return []
        if name:
            at = low + lead
            found.append(Asker(name, group["party"].strip(), at, at + len(name)))
    return found

"""What becomes of the end of a line when its paragraph is read on: a space, nothing, or a hyphen that goes or stays.

The letter's own words decide where they can ("quantumveilige" elsewhere undoes "quantum-" + "veilige"); else Dutch spelling
does: a hyphen stays in "IT-systemen", "Noord-Holland", "sociaal-economisch" and "wet- en regelgeving".
"""

from __future__ import annotations

import re
from typing import Literal

Joint = Literal["space", "close", "drop", "keep"]

_FIRST = re.compile(r"[^\s]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|\b[\w-]+\.(?:nl|com|org|eu|net|html|be|de)/\S*$", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"[\w%~+-]*(?:[/=?&#_%~]|\.(?:html?|pdf|aspx?|php|nl|com|org|eu)\b|-\w+-)|[\w-]*\d{4,}")
_WORD = re.compile(r"[^\W_]++(?:[-'’][^\W_]++)*+(?![-\u00ad])")
_LETTERS_BEHIND = re.compile(r"[^\W\d_]+")
_STEM = re.compile(r"[^\W\d_]*$")
_SUSPENDED = {
    "en",
    "of",
    "als",
    "dan",
    "tot",
    "noch",
    "c.q.",
    "cq",
    "maar",
    "respectievelijk",
    "and",
    "or",
    "/",
    "&",
    "t/m",
}
# First parts that keep their hyphen before a word (Taalunie, Technische Handleiding 6.4): ranks, opposites, double adjectives.
_KEEPING = {
    "adjunct", "aspirant", "assistent", "bijna", "chef", "collega", "ex", "interim", "kandidaat", "leerling", "loco", "meester",
    "niet", "non", "oud", "plaatsvervangend", "privé", "pseudo", "semi", "quasi", "stagiair", "substituut", "vice", "waarnemend",
    "sociaal", "politiek", "juridisch", "financieel", "technisch", "psycho", "medisch", "cultureel", "economisch", "fysiek",
    "administratief", "bestuurlijk", "christelijk", "noord", "zuid", "oost", "west", "sint", "kandidaat-", "liberaal", "publiek",
    "zwart", "wit", "rood", "blauw", "groen", "secretaris", "directeur", "minister", "luitenant", "procureur", "advocaat",
}  # fmt: skip
_OWN_WORDS = {"use", "to", "by", "de", "up", "in", "off", "out", "and", "the", "of", "on", "la", "le"}


def vocabulary(text: str) -> frozenset[str]:
    """Give the words of a text as they stand inside its lines, in lower case, with and without hyphens."""
    return frozenset(_WORD.findall(text.casefold()))


def joint(left: str, right: str, words: frozenset[str]) -> Joint:
    """Tell how `right`, the start of the next line, follows `left`, the end of the line before.

    "drop" takes the hyphen away and closes up; "keep" closes up behind the hyphen.

    >>> none = frozenset()
    >>> [joint(a, b, none) for a, b in (("een", "woord"), ("encrypt-", "ie"), ("IT-", "systemen"), ("wet-", "en regels"))]
    ['space', 'drop', 'keep', 'space']
    >>> joint("sociaal-", "economisch", none), joint("https://nos.nl/op-", "haar-laptop", none)
    ('keep', 'keep')
    """
    token = left[left.rfind(" ") + 1 :]
    first = _FIRST.match(right[:300])
    following = first[0] if first else ""
    if not token or not following:
        return "space"
    if ("/" in token or "www." in token) and _ADDRESS.search(token):
        return _address_joint(token, following)
    if token[-1] == "\u00ad":
        return "drop"
    if token[-1] not in "-‐" or len(token) == 1:
        return "close" if token[-1] == "/" and len(token) > 3 and following[0].isalpha() else "space"
    return _hyphen_joint(token[:-1], following, words)


def _address_joint(token: str, following: str) -> Joint:
    """Join a web address that was broken; where it ended with the line, a space follows."""
    if token.endswith(("-", "/", "=", "_", "&", "?", "%", "~", "#")):
        return "keep"
    return "keep" if _ADDRESS_GOES_ON.match(following) and not token.endswith((")", ".", ",", ";", ">")) else "space"


def _hyphen_joint(stem: str, following: str, words: frozenset[str]) -> Joint:  # noqa: PLR0911 - one return a rule of spelling
    found = _LETTERS_BEHIND.match(following)
    tail = found[0] if found else ""
    if following.rstrip(",.;:") in _SUSPENDED:
        return "space"
    if not tail or not tail[0].islower():
        return "keep"
    own = _STEM.search(stem)
    head = own[0] if own else ""
    if not head or (head.isupper() and len(head) < 6):
        return "keep"
    hyphened, closed = f"{head}-{tail}".casefold(), f"{head}{tail}".casefold()
    if closed in words:
        return "drop"
    if hyphened in words or f"{stem}-{tail}".casefold() in words:
        return "keep"
    if head.casefold() in _KEEPING or tail in _OWN_WORDS or "-" in stem:
        return "keep"
    return "keep" if len(head) < 2 else "drop"

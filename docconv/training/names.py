"""Names and numbers exchanged for made ones on both sides of a pair, so that the model learns to copy what it never saw.

A small parallel corpus repeats few names, and a model of it writes the nearest name it knows ("White Paper" for "Whitehall").
After Currey et al. 2017 (copied data), within real sentences.
"""

import random
import re
from string import ascii_uppercase, digits

RENAMED_SHARE = 0.4


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ONSETS = _listed("b b br ch d d dr f fl g gr h h j k k kl kr l l m m m n n p pr r r s s sch sh sl st t t tr v w y z")
_VOWELS = _listed("a a a a a aa ai au e e e e e ee ei i i i i i ie ij o o o o o oe oo ou u u u u ui y á é í ö ü")
_CODAS = (*_listed("f g k l m n n n p r r s s t ck ld nd ng nk nt rd rk rs st th"), *("",) * 20)
_ENDINGS = _listed(
    "a berg by dam dijk er escu evich feld field ford ham huizen i ia ini man mans o oglu ov ova sen ski son stad stein "
    "stra ton us ville wijk worth"
)
# The words of a span that may be exchanged: capitalised words, capitals, and figures.  yes: Whitehall  NOS  2.400  no: de  vragen
_PART = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]{2,}\b|\b[A-Z]{2,6}\b|\d+")
# Alike in both languages without being names.
_COMMON = frozenset(
    _listed("Minister Ministers President Premier Euro Status Project Programme Model System Plan Start In De The")
)


def made_name(chance: random.Random) -> str:
    """A name that nobody need bear, of two to four syllables.

    >>> [made_name(random.Random(seed)) for seed in range(3)]
    ['Prandshui', 'Tandton', 'Daasti']
    """
    parts = (_ONSETS, _VOWELS, _CODAS) * chance.choice((1, 1, 1, 2, 2))
    stem = "".join(chance.choice(part) for part in parts)
    ending = chance.choice(_ENDINGS) if chance.random() < 0.6 else chance.choice(_VOWELS)
    return (stem + ending).capitalize()


def exchanged(text: str, chance: random.Random) -> str:
    """A span with its names, capitals and figures exchanged for made ones of the same form."""
    return _PART.sub(lambda found: _like(found[0], chance), text)


def rename(nl: str, en: str, spans: list[tuple[str, str]], chance: random.Random) -> tuple[str, str]:
    """A pair with most of the spans that both sides share exchanged, the same on either side."""
    for dutch, english in spans:
        whole = re.compile(rf"(?<!\w){re.escape(dutch)}(?!\w)")
        alone = all(len(whole.findall(side)) == side.count(dutch) == 1 for side in (nl, en))
        if dutch == english and alone and "://" not in dutch and chance.random() < 0.8:
            other = exchanged(dutch, chance)
            nl, en = nl.replace(dutch, other), en.replace(dutch, other)
    return nl, en


def _like(word: str, chance: random.Random) -> str:
    if word == "1":  # its noun is singular
        return word
    if word.isdigit():
        return chance.choice("123456789") + "".join(chance.choices(digits, k=len(word) - 1))
    if word.isupper():
        return "".join(chance.choices(ascii_uppercase, k=len(word)))
    return word if word in _COMMON else made_name(chance)

"""Dutch word forms: the lemma of a word by simplemma's lists, and what those lists leave out.

Snowball stems are not used: they make "mini" of "ministers". The same rules serve terms and text, so that a lemma that is
wrong in the same way on both sides does no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

# What simplemma 2.0 takes for forms of another word: "leden" is for it a form of "lijden".
_IRREGULAR = {"leden": "lid", "raadsleden": "raadslid", "bewindslieden": "bewindspersoon", "lieden": "persoon"}
_NO_VERBS = frozenset(  # words of idioms that end like an infinitive, or that simplemma takes for a verb's form
    """aanzien mening orde eigen alleen binnen boven tussen tegen samen onderen gaten leven kaart acht sprake onderzoek plan geen
    signalen handvatten zorgen meldingen aangiften aangiftes uitspraken voornemens beschikbaar strafbaar inzichtelijk
    nauwgezet nauwlettend vinger""".split()  # noqa: SIM905 - a list of words is read as words
)
_SHORT_VERBS = frozenset(
    {"is", "was", "ga", "gaf", "ziet", "zie", "doe", "doet", "heb", "nam", "zag", "sta", "zet", "kan"}
)
_LONG = 9  # letters; shorter words that no list knows are names or abbreviations
_TAIL = 4  # letters that the last part of a compound has at least


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Give the lemma of a Dutch word in lower case, the word itself where none is known.

    >>> lemma("ministers"), lemma("strafbare"), lemma("uitstelbrieven"), lemma("Kamerleden")
    ('minister', 'strafbaar', 'uitstelbrief', 'kamerlid')
    """
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    found = _listed(lower)
    return found if found != lower or len(lower) < _LONG else _compound(lower)


@lru_cache(maxsize=65536)
def keys(folded: str) -> tuple[str, ...]:
    """Give what a word of a text may be found under: "=" and its letters, its lemma, and both without a final s.

    A genitive ("kabinets", "AIVD's") and a plural in -s that no list has end in an s that the term lacks. The sign keeps
    letters and lemmas apart: "gedragen" has the lemma "verdragen", which the plural of "verdrag" is not.

    >>> keys("moties"), keys("aivd's")
    (('=moties', 'motie', '=motie'), ("=aivd's", "aivd's", '=aivd', 'aivd'))
    """
    found = ["=" + folded, lemma(folded)]
    for tail in ("'s", "s", "'"):
        if folded.endswith(tail) and len(folded) - len(tail) >= 3:
            bare = folded[: -len(tail)]
            found += ["=" + bare, lemma(bare)]
            break
    return tuple(dict.fromkeys(found))


def steps(folded: str, *, base: bool) -> tuple[str, ...]:
    """Give what a word of a term is to be found under where any form of it will do.

    `base` tells that it stands in the form of a dictionary: then it is a lemma itself, also where simplemma takes it for a
    form of another word ("vragen" for "vraag", "toezegging" for "toezeggen").

    >>> steps("vragen", base=True), steps("feiten", base=False)
    (('=vragen', 'vraag', 'vragen'), ('=feiten', 'feit'))
    """
    found = ["=" + folded, lemma(folded)]
    if base:
        found.append(folded)
    return tuple(dict.fromkeys(found))


def verb_of(words: Sequence[str]) -> int | None:
    """Give which word of an idiom is its verb: the last that goes back to an infinitive, None where none does.

    >>> verb_of(["aan", "de", "orde", "stellen"]), verb_of(["dringt", "aan", "op"]), verb_of(["ten", "aanzien", "van"])
    (3, 0, None)
    """
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if len(word) > 3 and word not in _NO_VERBS and (word.endswith("n") or lemma(word).endswith("n")):
            return number
    return next((n for n, word in enumerate(words) if word in _SHORT_VERBS), None)


def _compound(word: str) -> str:
    """Give the lemma of a compound whose last part is known: the first part stays as it is."""
    from simplemma import is_known

    for cut in range(3, len(word) - _TAIL + 1):
        tail = word[cut:]
        if tail in _IRREGULAR:
            return word[:cut] + _IRREGULAR[tail]
        if is_known(tail, lang="nl"):
            return word[:cut] + _listed(tail)
    return word


def _listed(word: str) -> str:
    from simplemma import lemmatize

    return str(lemmatize(word, lang="nl")).lower()

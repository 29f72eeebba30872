"""Dutch word forms: the lemma of a word by simplemma's lists, and what those lists leave out.

Snowball stems are not used: they make "mini" of "ministers". The same rules serve terms and text, so that a lemma that is
wrong in the same way on both sides does no harm.
"""

from __future__ import annotations

from functools import lru_cache

# What simplemma 2.0 takes for forms of another word: "leden" is for it a form of "lijden".
_IRREGULAR = {"leden": "lid", "raadsleden": "raadslid", "bewindslieden": "bewindspersoon", "lieden": "persoon"}
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
    """Give the forms under which a word of a text may be found: itself, its lemma, both without a final s.

    A genitive ("kabinets", "AIVD's") and a plural in -s that no list has end in an s that the term lacks.

    >>> keys("aivd's"), keys("kabinets")
    (("aivd's", 'aivd'), ('kabinets', 'kabinet'))
    """
    found = [folded, lemma(folded)]
    for tail in ("'s", "s", "'"):
        if folded.endswith(tail) and len(folded) - len(tail) >= 3:
            bare = folded[: -len(tail)]
            found += [bare, lemma(bare)]
            break
    return tuple(dict.fromkeys(found))


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

"""Which pairs are good enough to learn from: rules on length, numbers, language and repetition, each on one pair.

The rates of misaligned and fragmentary pairs that made them necessary stand in the data folder's README.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from docconv.training.sources import Pair


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DUTCH = _words("de het een van en in op te dat die voor met zijn niet aan er om ook als bij door naar uit wordt")
ENGLISH = _words("the of and to in that is for with are not on by this be as it from which have has was will")
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")


def clean(pairs: Iterable[Pair], held_out: Iterable[str] = ()) -> Iterator[Pair]:
    """The pairs that pass every rule, tidied, each once, none whose Dutch or English is among `held_out`."""
    seen: set[str] = set()
    barred = {_key(text) for text in held_out}
    for raw in pairs:
        pair = Pair(_tidy(raw.nl), _tidy(raw.en), raw.source)
        if not all(rule(pair) for rule in RULES):
            continue
        key = _key(pair.nl)
        if key in seen or key in barred or _key(pair.en) in barred:
            continue
        seen.add(key)
        yield pair


def has_fair_length(pair: Pair) -> bool:
    """Neither side empty, longer than 600 characters, or out of proportion to the other."""
    nl, en = len(pair.nl), len(pair.en)
    return 0 < nl <= 600 and 0 < en <= 600 and nl <= 2.2 * en + 15 and en <= 2.0 * nl + 15


def has_same_numbers(pair: Pair) -> bool:
    """The same runs of digits on both sides; translations made with care may differ in one (a time, a written numeral)."""
    nl, en = (Counter(_DIGITS.findall(text)) for text in (pair.nl, pair.en))
    differing = sum(((nl - en) + (en - nl)).values())
    return differing <= (2 if pair.source in ("parliament", "general") else 0)


def is_dutch_and_english(pair: Pair) -> bool:
    """Neither side reads as the other's language, and no sentence is left untranslated."""
    nl, en = pair.nl.lower().split(), pair.en.lower().split()
    if len(nl) > 3 and pair.nl == pair.en:
        return False
    return _share(nl, DUTCH) >= _share(nl, ENGLISH) and _share(en, ENGLISH) >= _share(en, DUTCH)


def is_whole(pair: Pair) -> bool:
    """A parliamentary sentence ends as one; `#SKIP` marks what its translator could not read."""
    if "#SKIP" in pair.en or "\ufffd" in pair.nl + pair.en:
        return False
    return pair.source != "parliament" or (pair.nl[-1] in ".?!:;»”\"'’)" and pair.en[-1] in ".?!:;»”\"'’)")


def is_text(pair: Pair) -> bool:
    """Letters make up half of either side at least, and no markup stands in it."""
    return all(
        2 * sum(map(str.isalpha, text)) >= len(text) and "<" not in text and "{" not in text
        for text in (pair.nl, pair.en)
    )


RULES: tuple[Callable[[Pair], bool], ...] = (has_fair_length, is_whole, is_text, has_same_numbers, is_dutch_and_english)


def _share(words: list[str], common: frozenset[str]) -> int:
    return sum(word in common for word in words)


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _key(text: str) -> str:
    return "".join(c for c in _DIGITS.sub("0", text.lower()) if c.isalnum())

"""Looking sentences up in translation memories: the same, the same but for its numbers, and alike.

What is the same or adapts by number is used; what is alike is only offered. Spaces and note references don't count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docconv.model import OBJECT, Suggestion
from docconv.translation.numbers import local
from docconv.translation.tmx import Pair, read

ALIKE = 75  # of 100, by rapidfuzz's ratio (the share of characters that need no edit)
OFFERED = 3
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Recalled:
    """English from a memory. `pair` is what it was made from; `adapted` tells that its numbers were changed."""

    english: str
    pair: Pair
    adapted: bool = False


class Memory:
    """Pairs in the order in which they serve."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        """Take the pairs; of two with one Dutch the first serves."""
        self.pairs = tuple(pairs)
        self._exact: dict[str, Pair] = {}
        self._shapes: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            self._exact.setdefault(plain(pair.nl), pair)
            if _NUMBER.search(pair.nl):
                self._shapes.setdefault(_shape(plain(pair.nl)), []).append(pair)

    @classmethod
    def load(cls, paths: Sequence[Path]) -> Memory:
        """Give the memory of several files, the first foremost. Raises ReadError."""
        return cls(pair for path in paths for pair in read(path))

    def recall(self, nl: str) -> Recalled | None:
        """Give the English of a sentence that is known, or known with other numbers; None where it is neither.

        >>> memory = Memory([Pair("Er zijn 12 meldingen.", "There are 12 reports.")])
        >>> memory.recall("Er zijn 1.250 meldingen.").english
        'There are 1,250 reports.'
        """
        key = plain(nl)
        if key in self._exact:
            return Recalled(self._exact[key].en, self._exact[key])
        for pair in self._shapes.get(_shape(key), ()):
            english = _adapted(pair, key)
            if english is not None:
                return Recalled(english, pair, adapted=True)
        return None

    def alike(self, nl: str) -> tuple[Suggestion, ...]:
        """Give what is alike, the most alike first; `score` is from 0 to 1."""
        if not self.pairs or len(nl) < 8:
            return ()
        from rapidfuzz import fuzz, process

        found = process.extract(plain(nl), self._plain, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=OFFERED)
        return tuple(
            Suggestion("memory", self.pairs[n].nl, self.pairs[n].en, round(score / 100, 4)) for _, score, n in found
        )

    @cached_property
    def _plain(self) -> list[str]:
        return [plain(pair.nl) for pair in self.pairs]


def plain(text: str) -> str:
    """Give a text as it is compared: composed, single spaces, without note references.

    >>> plain(f"Klopt  dit?{OBJECT} ")
    'Klopt dit?'
    """
    return " ".join(unicodedata.normalize("NFC", text).replace(OBJECT, "").split())


def _shape(text: str) -> str:
    return _NUMBER.sub("#", text)


def _adapted(pair: Pair, nl: str) -> str | None:
    """Give a pair's English with the numbers of `nl`, None where they can't be told apart or one becomes many."""
    old, new = _NUMBER.findall(plain(pair.nl)), _NUMBER.findall(nl)
    if len(set(old)) < len(old):
        return None
    if any((a == "1") != (b == "1") for a, b in zip(old, new, strict=True)):
        return None  # "1 jaar" and "2 jaar" are "1 year" and "2 years"
    change = {local(a): local(b) for a, b in zip(old, new, strict=True)}
    if sorted(_NUMBER.findall(pair.en)) != sorted(change):
        return None
    return _NUMBER.sub(lambda found: change[found[0]], pair.en)

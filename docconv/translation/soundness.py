"""Whether English that a rung proposes looks like a sentence at all: its length, and that it does not stammer.

Small models fall into repetition where they are forced ("sanctionsanctionsanction"); such a proposal is worse than a flag.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

LONGEST_WORD = 30  # letters; longer ones are stammering


def sound(text: str, now: str) -> bool:
    """Tell whether a proposal is of about the length of the English that stands, and repeats nothing that that does not.

    >>> sound("The motion passed.", "The movement passed."), sound("The motion motion passed.", "The movement passed.")
    (True, False)
    """
    if not 0.55 <= (len(text) + 10) / (len(now) + 10) <= 1.8:
        return False
    steady = single(text, now) and _repeats(text, 3) <= _repeats(now, 3)
    return steady and _longest(text) <= max(LONGEST_WORD, _longest(now))


def single(text: str, now: str) -> bool:
    """Tell whether a text says no word twice running, unless the other one does too.

    >>> single("the government government", "the government cabinet")
    False
    """
    return _repeats(text, 1) <= _repeats(now, 1)


def _repeats(text: str, length: int) -> int:
    """Give how often a word is at once said again (`length` 1), or a longer run of words comes back."""
    words = text.lower().split()
    if length == 1:
        return sum(a.strip(".,;:?!") == b.strip(".,;:?!") for a, b in pairwise(words))
    runs = Counter(tuple(words[n : n + length]) for n in range(len(words) - length + 1))
    return sum(count - 1 for count in runs.values())


def _longest(text: str) -> int:
    return max((len(word) for word in text.replace("/", " ").replace("-", " ").split()), default=0)

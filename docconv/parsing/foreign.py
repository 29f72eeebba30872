"""Passages in English inside a Dutch letter: sentences and quotations whose function words are English, and names.

The two languages share "in", "is", "of" and "over"; only words that the other has not are counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from docconv.model import Foreign, Quote, Span
from docconv.parsing.english_names import english_names

_ENGLISH = frozenset(
    [
        "the",
        "and",
        "to",
        "for",
        "with",
        "on",
        "are",
        "by",
        "be",
        "as",
        "this",
        "that",
        "these",
        "those",
        "from",
        "have",
        "has",
        "been",
        "which",
        "will",
        "would",
        "should",
        "shall",
        "their",
        "its",
        "it",
        "an",
        "or",
        "not",
        "at",
        "we",
        "our",
        "they",
        "you",
        "your",
        "was",
        "were",
        "can",
        "could",
        "may",
        "must",
        "into",
        "about",
        "between",
        "through",
        "under",
        "against",
        "during",
        "more",
        "than",
        "all",
        "any",
        "other",
        "how",
        "what",
        "when",
        "who",
        "why",
        "whether",
        "also",
        "such",
        "there",
    ]
)
_DUTCH = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "dat",
        "op",
        "te",
        "met",
        "voor",
        "niet",
        "die",
        "zijn",
        "aan",
        "er",
        "om",
        "ook",
        "als",
        "bij",
        "uit",
        "naar",
        "dan",
        "nog",
        "wel",
        "maar",
        "worden",
        "wordt",
        "werd",
        "door",
        "deze",
        "dit",
        "ik",
        "u",
        "uw",
        "mijn",
        "heeft",
        "hebben",
        "kan",
        "kunnen",
        "zal",
        "zullen",
        "wat",
        "waar",
        "hoe",
        "welke",
        "geen",
        "zo",
        "meer",
        "ten",
        "ter",
        "tussen",
        "tot",
        "onder",
        "over",
        "is",
        "in",
        "of",
    ]
)
_SHARED = frozenset(
    {
        "is",
        "in",
        "of",
        "over",
        "we",
        "me",
        "under",
        "was",
        "at",
        "all",
        "an",
        "had",
        "die",
        "door",
        "van",
        "meer",
        "about",
    }
)
_WORD = re.compile(r"[a-zà-ÿ]+(?:['’][a-z]+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!;:]+[.?!;:]*\s*")
_FEWEST = 5


def find_foreign(text: str, quotes: list[Quote]) -> list[Foreign]:
    """Give the passages of `text` that are English: a quotation's inside first, else whole sentences, else names.

    >>> [f.span.of("Hij zei: The court is of the opinion that it has to.") for f in
    ...  find_foreign("Hij zei: The court is of the opinion that it has to.", [])]
    ['The court is of the opinion that it has to.']
    """
    found: list[Foreign] = []
    if _suspect(text):
        found = _passages(text, quotes)
    found.sort(key=lambda foreign: foreign.span)
    starts = [foreign.span.start for foreign in found]
    names = []
    for name in english_names(text):
        before = bisect_left(starts, name.end) - 1  # the last passage that begins before the name ends
        if before < 0 or found[before].span.end <= name.start:
            names.append(Foreign(name, "en"))
    return sorted([*found, *names], key=lambda foreign: foreign.span)


def _passages(text: str, quotes: list[Quote]) -> list[Foreign]:
    """Give quotations and sentences that are English."""
    found: list[Foreign] = []
    for quote in quotes:
        inside = Span(quote.span.start + 1, quote.span.end - 1)
        if _is_english(inside.of(text)):
            found.append(Foreign(inside, "en"))
    for m in _SENTENCE.finditer(text):
        end = m.start() + len(m[0].rstrip())
        if any(f.span.start < end and m.start() < f.span.end for f in found) or not _is_english(m[0]):
            continue
        if found and found[-1].span.end >= m.start() - 1 and found[-1].span.start < m.start():
            found[-1] = Foreign(Span(found[-1].span.start, end), "en")
        else:
            found.append(Foreign(Span(m.start(), end), "en"))
    return found


def _suspect(text: str) -> bool:
    """Tell cheaply whether the text may hold English."""
    return " the " in text or " and " in text or " to " in text or " for " in text or "The " in text


def _is_english(passage: str) -> bool:
    words = [m[0].lower() for m in _WORD.finditer(passage)]
    if len(words) < _FEWEST:
        return False
    english = sum(word in _ENGLISH and word not in _SHARED for word in words)
    dutch = sum(word in _DUTCH and word not in _SHARED for word in words)
    return english >= 2 and english * 6 >= len(words) and dutch * 4 <= english

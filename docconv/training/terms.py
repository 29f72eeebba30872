# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Term constraints for training: a source phrase annotated inline with the English that stands for it in the reference.

After Dinu et al. 2019 and Exel et al. 2020; phrases come from the pair's own alignment, so the reference always honours them.
"""

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from docconv.training.alignment import Lexicon
from docconv.training.filters import DUTCH, ENGLISH
from docconv.training.symbols import annotated

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

SHARE = 0.12
LEMMA_SHARE = 0.3
LINKED = 0.05
_WORD = re.compile(r"^\w[\w-]*$")
# yes: ministers, provides   no: campus, this, process
_DIGITS = re.compile(r"\d+")
_PLURAL = re.compile(r"^[a-z]{4,}(?<![sui])(?<!elve)s$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` of the Dutch (half-open) and the words of the English that translate them."""

    start: int
    end: int
    target_start: int
    target_end: int


class TermAnnotator:
    """Annotates phrases of a pair by a lexicon over the pieces of a vocabulary."""

    def __init__(self, lexicon: Lexicon, vocabulary: "SentencePieceProcessor") -> None:
        """An annotator; the lexicon is over the vocabulary's pieces."""
        self.lexicon, self.vocabulary = lexicon, vocabulary

    def annotate(self, nl: str, en: str, chance: random.Random) -> str:
        """The Dutch with one to three phrases annotated, or as it was where none can be found."""
        dutch, english = nl.split(" "), en.split(" ")
        chosen: list[Phrase] = []
        candidates = self.phrases(dutch, english)
        chance.shuffle(candidates)
        for phrase in candidates:
            if len(chosen) < chance.choice((1, 1, 1, 2, 2, 3)) and all(
                phrase.end <= c.start or c.end <= phrase.start for c in chosen
            ):
                chosen.append(phrase)
        for phrase in sorted(chosen, key=lambda p: p.start, reverse=True):
            dutch[phrase.start : phrase.end] = [_annotation(phrase, dutch, english, chance)]
        return " ".join(dutch)

    def phrases(self, dutch: list[str], english: list[str]) -> list[Phrase]:
        """Every pair of phrases of up to three Dutch and four English words that translate each other and nothing else."""
        links = self._links(dutch, english)
        found = []
        for start in range(len(dutch)):
            for end in range(start + 1, min(start + 3, len(dutch)) + 1):
                targets = sorted({t for t, s in links if start <= s < end})
                if (
                    targets
                    and (phrase := Phrase(start, end, targets[0], targets[-1] + 1))
                    and _is_term(phrase, dutch, english, links)
                ):
                    found.append(phrase)
        return found

    def _links(self, dutch: list[str], english: list[str]) -> set[tuple[int, int]]:
        """Pairs of English and Dutch word numbers that answer each other best."""
        source, target = (self.vocabulary.encode(words) for words in (dutch, english))
        ids = [torch.tensor([[i for word in side for i in word]]) for side in (source, target)]
        scores = self.lexicon.links(*ids)[0]
        words = scores.new_zeros(len(target), len(source))
        rows = torch.tensor([n for n, word in enumerate(target) for _ in word], dtype=torch.long)
        columns = torch.tensor([n for n, word in enumerate(source) for _ in word], dtype=torch.long)
        words.view(-1).scatter_reduce_(
            0, (rows[:, None] * len(source) + columns[None]).flatten(), scores.flatten(), "amax"
        )
        by_row = (words == words.amax(1, keepdim=True)) & (words > LINKED)
        by_column = words > 0.15 * words.amax(0, keepdim=True)
        return {(int(t), int(s)) for t, s in (by_row & by_column).nonzero().tolist()}


def _is_term(phrase: Phrase, dutch: list[str], english: list[str], links: set[tuple[int, int]]) -> bool:
    """Content at both ends of both sides, plain words throughout, and no link that leaves the phrase."""
    nl, en = _texts(phrase, dutch, english)
    words = nl.split() + en.split()
    if not nl or not en or not all(map(_WORD.match, words)) or phrase.target_end - phrase.target_start > 4 or nl == en:
        return False
    if {nl.split()[0].lower(), nl.split()[-1].lower()} & DUTCH or {
        en.split()[0].lower(),
        en.split()[-1].lower(),
    } & ENGLISH:
        return False
    if _DIGITS.findall(nl) != _DIGITS.findall(en):
        return False
    linked = {s for _, s in links}
    if not {phrase.start, phrase.end - 1} <= linked or len(nl) < 4:
        return False
    return all(phrase.start <= s < phrase.end for t, s in links if phrase.target_start <= t < phrase.target_end)


def _texts(phrase: Phrase, dutch: list[str], english: list[str]) -> tuple[str, str]:
    nl, en = dutch[phrase.start : phrase.end], english[phrase.target_start : phrase.target_end]
    return " ".join([*nl[:-1], nl[-1].rstrip(".,;:?!")]), " ".join([*en[:-1], en[-1].rstrip(".,;:?!")])


def _annotation(phrase: Phrase, dutch: list[str], english: list[str], chance: random.Random) -> str:
    nl, en = _texts(phrase, dutch, english)
    tail = dutch[phrase.end - 1][len(dutch[phrase.end - 1].rstrip(".,;:?!")) :]
    if phrase.target_start == 0 and en[1:2].islower() and (phrase.start == 0 or nl[0].islower()):
        en = en[0].lower() + en[1:]
    return annotated(nl, lemma(en) if chance.random() < LEMMA_SHARE else en) + tail


def lemma(phrase: str) -> str:
    """An English phrase with its last word's regular -s taken off, as a glossary would give it.

    >>> lemma("youth care providers"), lemma("policies"), lemma("process")
    ('youth care provider', 'policy', 'process')
    """
    *head, last = phrase.split(" ")
    if _PLURAL.match(last):
        last = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    return " ".join([*head, last])

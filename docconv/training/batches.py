# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""The stream of training batches: sources drawn by weight, varied, encoded, and grouped by length.

Its position is four numbers and a table, so that a run resumes where it stopped.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from docconv.training.augment import vary
from docconv.training.sources import SOURCES, Pair

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

POOL = 24_000
LONGEST = 110
BEGIN, END = 1, 2
Vary = Callable[[str, str, random.Random], tuple[str, str]]


@dataclass(slots=True)
class Position:
    """Where a stream stands: pools drawn, batches of the present pool given out, and how far each source has been read."""

    pool: int = 0
    batch: int = 0
    cursors: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids: source, target as the decoder reads it, and target as it should write it."""

    source: Tensor
    target_in: Tensor
    target_out: Tensor


class Stream:
    """An endless stream of batches from pairs by source; `progress` in 0…1 moves the weights from start to finish."""

    def __init__(
        self, pairs: list[Pair], vocabulary: "SentencePieceProcessor", *, tokens: int, vary: Vary = vary
    ) -> None:
        """A stream at its beginning; `tokens` bounds a batch."""
        self.by_source: dict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self.by_source[pair.source].append(pair)
        self.vocabulary, self.tokens, self.vary = vocabulary, tokens, vary
        self.pool = min(POOL, len(pairs))
        self.position, self.progress = Position(), 0.0

    def shift(self, part: float, pool: int) -> None:
        """Begin every source `part` of the way through, with the draws of another pool number."""
        cursors = {name: int(part * len(pairs)) for name, pairs in self.by_source.items()}
        self.position = Position(pool, 0, cursors)

    def batches(self) -> Iterator[Batch]:
        """Batches for ever, beginning at `position`."""
        while True:
            before = dict(self.position.cursors)
            groups = self._draw_pool()
            after, self.position.cursors = self.position.cursors, before
            for group in groups[self.position.batch :]:
                self.position.batch += 1
                yield pad(group, self.vocabulary.vocab_size())
            self.position = Position(self.position.pool + 1, 0, after)

    def _draw_pool(self) -> list[list[tuple[list[int], list[int]]]]:
        chance = random.Random(self.position.pool)  # noqa: S311 - no secret is made here
        texts = [
            self.vary(pair.nl, pair.en, chance) for name, count in self._counts() for pair in self._take(name, count)
        ]
        sources = self.vocabulary.encode([nl for nl, _ in texts])
        targets = self.vocabulary.encode([en for _, en in texts])
        fit = [(s, t) for s, t in zip(sources, targets, strict=True) if 0 < len(s) < LONGEST and 0 < len(t) < LONGEST]
        groups = grouped(fit, self.tokens)
        chance.shuffle(groups)
        return groups

    def _counts(self) -> list[tuple[str, int]]:
        """How many pairs of each source a pool holds at the present progress."""
        weights = {
            source.name: (source.start + (source.finish - source.start) * self.progress)
            * len(self.by_source[source.name])
            for source in SOURCES
            if source.name in self.by_source
        }
        total = sum(weights.values())
        return [(name, max(1, round(self.pool * weight / total))) for name, weight in weights.items()]

    def _take(self, name: str, count: int) -> Iterator[Pair]:
        pairs, cursor = self.by_source[name], self.position.cursors.get(name, 0)
        self.position.cursors[name] = cursor + count
        while count:
            order = np.random.default_rng(cursor // len(pairs)).permutation(len(pairs))
            here = order[cursor % len(pairs) :][:count]
            yield from (pairs[i] for i in here)
            cursor, count = cursor + len(here), count - len(here)


def grouped(examples: list[tuple[list[int], list[int]]], tokens: int) -> list[list[tuple[list[int], list[int]]]]:
    """Groups of like length, each of at most `tokens` padded ids on its longer side."""
    examples = sorted(examples, key=lambda pair: (len(pair[1]) // 4, len(pair[0])))
    groups: list[list[tuple[list[int], list[int]]]] = [[]]
    longest = 0
    for example in examples:
        longest = max(longest, len(example[0]), len(example[1]) + 1)
        if longest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
            longest = max(len(example[0]), len(example[1]) + 1)
        groups[-1].append(example)
    return groups


def pad(group: list[tuple[list[int], list[int]]], padding: int) -> Batch:
    """The tensors of a group."""
    sources, targets = [s for s, _ in group], [t for _, t in group]
    return Batch(
        _padded(sources, padding),
        _padded([[BEGIN, *t] for t in targets], padding),
        _padded([[*t, END] for t in targets], padding),
    )


def _padded(rows: list[list[int]], padding: int) -> Tensor:
    length = -(-max(map(len, rows)) // 2) * 2
    return torch.tensor([row + [padding] * (length - len(row)) for row in rows])

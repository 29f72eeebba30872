# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Which source piece a target piece translates: IBM model 1 with a prior for the diagonal, in both directions, over whole pieces.

It supervises the alignment head in training and finds the phrases that term constraints are made of. After Brown et al. 1993 and
Dyer et al. 2013; the tables are dense, rows target pieces and columns source pieces.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import torch
from torch import Tensor

Ids = Sequence[Sequence[int]]
STEEP = 6.0
NULL = 2e-3


class Lexicon:
    """How well each target piece answers each source piece: the geometric mean of both directions' probabilities."""

    def __init__(self, table: Tensor) -> None:
        """A lexicon over a square table of scores."""
        self.table = table

    @classmethod
    def learn(cls, sources: Ids, targets: Ids, size: int, *, rounds: int = 5) -> Self:
        """The lexicon of encoded sentence pairs with piece numbers below `size`."""
        forward = _learn(sources, targets, size, rounds)
        backward = _learn(targets, sources, size, rounds).T
        return cls((forward * backward).sqrt().half())

    def save(self, path: Path) -> None:
        """Write the table; about 128 MB for 8,000 pieces."""
        torch.save(self.table, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The lexicon written by `save`."""
        return cls(torch.load(path, weights_only=True))

    def links(self, sources: Tensor, targets: Tensor) -> Tensor:
        """Scores, batch × target length × source length, not normalised; ids beyond the table score nothing."""
        size = len(self.table)
        known = (targets < size)[:, :, None] & (sources < size)[:, None, :]
        rows, columns = targets.clamp(max=size - 1), sources.clamp(max=size - 1)
        scores = self.table[rows[:, :, None], columns[:, None, :]].float() * known
        return scores * diagonal((targets < size).sum(1), (sources < size).sum(1), targets.shape[1], sources.shape[1])


def diagonal(target_lengths: Tensor, source_lengths: Tensor, rows: int, columns: int) -> Tensor:
    """A prior that falls off from the diagonal of each sentence pair, batch × rows × columns."""
    down = torch.arange(rows, device=target_lengths.device)[None, :, None] / target_lengths.clamp(min=1)[:, None, None]
    across = (
        torch.arange(columns, device=target_lengths.device)[None, None, :] / source_lengths.clamp(min=1)[:, None, None]
    )
    return torch.exp(-STEEP * (down - across).abs())


def _learn(sources: Ids, targets: Ids, size: int, rounds: int) -> Tensor:
    """P(target piece | source piece), rows target pieces."""
    table = torch.full((size, size), 1.0 / size)
    for _ in range(rounds):
        counts = torch.zeros(size * size)
        for source, target in _blocks(sources, targets, size):
            cells = (target.clamp(max=size - 1)[:, :, None] * size + source.clamp(max=size - 1)[:, None, :]).flatten()
            shares = table.view(-1)[cells].view(len(source), target.shape[1], source.shape[1])
            real = (target < size)[:, :, None] & (source < size)[:, None, :]
            shares *= diagonal((target < size).sum(1), (source < size).sum(1), target.shape[1], source.shape[1]) * real
            shares /= shares.sum(2, keepdim=True) + NULL / size
            counts.scatter_add_(0, cells, shares.flatten())
        table = counts.view(size, size)
        table /= table.sum(0, keepdim=True) + 0.5
    return table


def _blocks(sources: Ids, targets: Ids, size: int, block: int = 1000) -> Iterator[tuple[Tensor, Tensor]]:
    order = sorted(range(len(sources)), key=lambda i: len(targets[i]))
    for start in range(0, len(order), block):
        part = order[start : start + block]
        yield _padded([sources[i] for i in part], size), _padded([targets[i] for i in part], size)


def _padded(rows: Ids, filler: int) -> Tensor:
    length = max(1, *map(len, rows))
    return torch.tensor([[*row, *[filler] * (length - len(row))] for row in rows])

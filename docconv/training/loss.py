# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Label-smoothed cross-entropy against the tied embedding, chunk by chunk with its gradient, so that logits stay in cache."""

import math
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import FunctionCtx

CHUNK = 512
SMOOTHING = 0.1
SURE = 0.1


class _TiedCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, *inputs: Any) -> Tensor:  # noqa: ANN401 - as in the base class
        states, table, bias, gold, smoothing = inputs
        d_states, d_table, d_bias = torch.empty_like(states), torch.zeros_like(table), torch.zeros_like(bias)
        total = states.new_zeros((), dtype=torch.float32)
        for start in range(0, len(gold), CHUNK):
            part = slice(start, start + CHUNK)
            loss, slope = _loss_and_slope(torch.addmm(bias, states[part], table.T), gold[part], smoothing)
            total += loss
            slope /= len(gold)
            torch.mm(slope, table, out=d_states[part])
            d_table.addmm_(slope.T, states[part])
            d_bias += slope.sum(0)
        ctx.save_for_backward(d_states, d_table, d_bias)
        return total / len(gold)

    @staticmethod
    def backward(ctx: FunctionCtx, *grads: Any) -> tuple[Tensor | None, ...]:  # noqa: ANN401 - as in the base class
        d_states, d_table, d_bias = ctx.saved_tensors
        return d_states * grads[0], d_table * grads[0], d_bias * grads[0], None, None


def tied_cross_entropy(
    states: Tensor, table: Tensor, bias: Tensor, gold: Tensor, smoothing: float = SMOOTHING
) -> Tensor:
    """The mean loss of `states` (n × width) scored against every row of `table`; `gold` holds n row numbers."""
    return _TiedCrossEntropy.apply(states, table, bias, gold, smoothing)


def sampled_cross_entropy(states: Tensor, table: Tensor, bias: Tensor, gold: Tensor, others: int) -> Tensor:
    """The loss over the batch's own target pieces and `others` drawn at random, which stand for all the rest.

    The drawn pieces' scores are raised by the log of how many each stands for, so that the mass is right on average.
    """
    own = torch.zeros(len(table), dtype=torch.bool, device=gold.device)
    own[gold] = True
    rest = (~own).nonzero()[:, 0]
    drawn = rest[torch.randperm(len(rest), device=gold.device)[:others]]
    rows = torch.cat([own.nonzero()[:, 0], drawn])
    raised = torch.zeros(len(rows), device=gold.device)
    raised[len(rows) - len(drawn) :] = math.log(max(1.0, len(rest) / max(1, len(drawn))))
    place = torch.zeros(len(table), dtype=torch.long, device=gold.device)
    place[rows] = torch.arange(len(rows), device=gold.device)
    return tied_cross_entropy(states, table[rows], bias[rows] + raised, place[gold])


def guided_alignment(scores: Tensor, links: Tensor, real: Tensor) -> Tensor:
    """How far one head's attention (`scores` before softmax, batch × target × source) is from the lexicon's links.

    Target positions count by how sure the lexicon is of them; those outside `real` do not count.
    """
    strongest = links.amax(2)
    weight = (strongest / SURE).clamp(max=1.0) * real
    wanted = links / (links.sum(2, keepdim=True) + 1e-9)
    missed = -(wanted * torch.log_softmax(scores, 2)).sum(2)
    return (missed * weight).sum() / (weight.sum() + 1.0)


def _loss_and_slope(logits: Tensor, gold: Tensor, smoothing: float) -> tuple[Tensor, Tensor]:
    """The summed loss and its derivative by the logits, which are overwritten."""
    logits = logits.float()
    logits -= logits.amax(1, keepdim=True)
    hit, mean = logits.gather(1, gold[:, None]), logits.mean(1, keepdim=True)
    logits.exp_()
    mass = logits.sum(1, keepdim=True)
    loss = (mass.log() - (1 - smoothing) * hit - smoothing * mean).sum()
    logits /= mass
    logits -= smoothing / logits.shape[1]
    logits.scatter_add_(1, gold[:, None], torch.full_like(hit, smoothing - 1))
    return loss, logits

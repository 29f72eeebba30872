# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Muon for the matrices inside the layers, AdamW for embeddings, norms and biases.

Muon (Jordan et al. 2024) orthogonalises the momentum of each matrix by a few Newton–Schulz steps; here matrices of one shape go
through them together, and a fused projection counts as its three parts.
"""

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn

MUON_RATE = 0.02
ADAM_RATE = 2e-3
# Coefficients of the polar-decomposition polynomials of Amsel et al. 2025 (Polar Express), safe for singular values from 1e-3.
POLAR = ((8.2051, -22.9019, 16.4607), (4.0664, -2.8612, 0.5184), (3.9096, -2.8234, 0.5250), (3.2856, -2.4153, 0.4853))


class Muon(torch.optim.Optimizer):
    """Momentum whose direction has all singular values near one; `lr` is the spectral size of a step."""

    def __init__(self, parameters: Iterable[Tensor], lr: float = MUON_RATE, momentum: float = 0.95) -> None:
        """An optimiser of matrices; `lr` applies to a square one."""
        super().__init__(parameters, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # noqa: ARG002 - the base class has it
        """Apply one update to every matrix that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[tuple[Tensor, Tensor]]] = defaultdict(list)
            for matrix in (p for p in group["params"] if p.grad is not None):
                direction = self._momentum(matrix, group["momentum"])
                for part, slope in zip(_parts(matrix), _parts(direction), strict=True):
                    by_shape[part.shape].append((part, slope))
            for shape, pairs in by_shape.items():
                scale = max(1.0, shape[0] / shape[1]) ** 0.5
                for (part, _), update in zip(pairs, orthogonal(torch.stack([d for _, d in pairs])), strict=True):
                    part.add_(update.to(part.dtype), alpha=-group["lr"] * scale)

    def _momentum(self, matrix: Tensor, momentum: float) -> Tensor:
        if matrix.grad is None:
            raise ValueError("a matrix without a gradient has no momentum")
        state = self.state[matrix]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(matrix)
        state["momentum"].lerp_(matrix.grad, 1 - momentum)
        return matrix.grad.lerp(state["momentum"], momentum)


def orthogonal(stack: Tensor) -> Tensor:
    """The nearest orthogonal matrix to each of a stack, roughly: singular values within about 0.4 to 1.6."""
    tall = stack.shape[1] > stack.shape[2]
    x = stack.transpose(1, 2).contiguous() if tall else stack
    x = x / (x.norm(dim=(1, 2), keepdim=True) * 1.01 + 1e-7)
    x = _by_gram(x) if 2 * x.shape[1] <= x.shape[2] else _directly(x)
    return x.transpose(1, 2) if tall else x


def _directly(x: Tensor) -> Tensor:
    for a, b, c in POLAR:
        gram = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x


def _by_gram(x: Tensor) -> Tensor:
    """The same for wide matrices, at half the cost: the steps run on the Gram matrix and meet the wide one once."""
    gram, whole = x @ x.transpose(1, 2), torch.eye(x.shape[1], device=x.device, dtype=x.dtype)[None]
    for number, (a, b, c) in enumerate(POLAR):
        factor = torch.baddbmm(gram, gram, gram, beta=b, alpha=c)
        factor.diagonal(dim1=1, dim2=2).add_(a)
        whole = factor @ whole if number else factor
        if number + 1 < len(POLAR):
            gram = factor @ gram @ factor
    return whole @ x


def optimisers(network: nn.Module) -> list[torch.optim.Optimizer]:
    """The two optimisers of a network, Muon first; each group keeps its full rate as `peak`."""
    inner = [p for name, p in network.named_parameters() if p.ndim == 2 and "embedding" not in name]
    chosen = set(map(id, inner))
    outer = [p for p in network.parameters() if id(p) not in chosen]
    made = [Muon(inner), torch.optim.AdamW(outer, lr=ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True)]
    for optimiser in made:
        for group in optimiser.param_groups:
            group["peak"] = group["lr"]
    return made


def _parts(matrix: Tensor) -> tuple[Tensor, ...]:
    rows, columns = matrix.shape
    return matrix.chunk(3) if rows == 3 * columns else (matrix,)

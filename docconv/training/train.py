# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""The training loop: one run of so many minutes, stopped and resumed at will, its learning rate following the clock.

A checkpoint holds the network, its moving average, the optimisers, the position in the data and the minutes used.
"""

import copy
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from docconv.training.alignment import Lexicon
from docconv.training.batches import END, Batch, Position, Stream
from docconv.training.loss import guided_alignment, sampled_cross_entropy, tied_cross_entropy
from docconv.training.network import Network, Shape
from docconv.training.optimiser import optimisers

Log = Callable[[str], None]
WARM_UP = 100
AVERAGE_EVERY = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train; `steady` is the part of the time before the rate falls in a line to `floor`."""

    minutes: float
    steady: float = 0.35
    floor: float = 0.01
    save_every: float = 5.0
    sampled: int = 1000
    sampled_until: float = 0.6

    def guidance(self, progress: float) -> float:
        """The weight of guided alignment: high while the decoder learns where to look, low once it does.

        >>> Plan(60).guidance(0.0), Plan(60).guidance(0.6)
        (0.5, 0.05)
        """
        return max(0.05, 0.5 - progress)

    def rate(self, step: int, progress: float) -> float:
        """The learning rate as a share of its peak.

        >>> Plan(60).rate(1000, 0.1), round(Plan(60).rate(9000, 1.0), 2)
        (1.0, 0.01)
        """
        falling = (1 - progress) / (1 - self.steady)
        return min(1.0, (step + 1) / WARM_UP, max(self.floor, falling))


class Run:
    """A network in training with everything that a checkpoint keeps."""

    def __init__(self, shape: Shape, device: str = "cpu", *, network: Network | None = None) -> None:
        """A run at its beginning, over a fresh network or the one given."""
        torch.manual_seed(0)
        torch.set_flush_denormal(True)
        self.device = device
        self.lexicon: Lexicon | None = None
        self.network = (network or Network(shape)).to(device)
        self.average = copy.deepcopy(self.network).requires_grad_(requires_grad=False)
        self.optimisers = optimisers(self.network)
        self.clock = torch.zeros(2, dtype=torch.float64)  # progress, and whether helping processes should stop
        self.step, self.minutes, self.sampled, self.guidance = 0, 0.0, 0, 0.0

    def save(self, path: Path, position: Position) -> None:
        """Write a checkpoint whole, or leave the former one."""
        state = {
            "shape": asdict(self.network.shape),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
            "step": self.step,
            "minutes": self.minutes,
            "position": asdict(position),
        }
        partial = path.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(path)

    @classmethod
    def load(cls, path: Path, device: str = "cpu") -> tuple["Run", Position]:
        """The run and the data position of a checkpoint."""
        state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        run = cls(Shape(**state["shape"]), device)
        run.network.load_state_dict(state["network"])
        run.average.load_state_dict(state["average"])
        for optimiser, saved in zip(run.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        run.step, run.minutes = state["step"], state["minutes"]
        return run, Position(**state["position"])

    def restore_optimisers(self, path: Path) -> None:
        """Take over the optimisers' state and the step of a checkpoint, but not its weights."""
        state: dict[str, Any] = torch.load(path, weights_only=True)
        for optimiser, saved in zip(self.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        self.step = state["step"]

    def follow(self, plan: Plan, progress: float) -> float:
        """Set what the plan wants at this point; the learning rate as a share of its peak."""
        self.guidance = plan.guidance(progress)
        self.sampled = plan.sampled if progress < plan.sampled_until else 0
        return plan.rate(self.step, progress)

    def learn(self, batch: Batch, rate: float) -> float:
        """One step of both optimisers at a share of their peak rates; the loss before it."""
        loss = self.loss_of(batch)
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate
            optimiser.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self._update_average()
        return loss.item()

    def loss_of(self, batch: Batch) -> Tensor:
        """The training loss of a batch."""
        source, target, gold = (t.to(self.device) for t in (batch.source, batch.target_in, batch.target_out))
        states, scores = self.network(source, target)
        real = gold != self.network.padding
        guide = (
            self.guidance * guided_alignment(scores, self.lexicon.links(source, gold), gold > END)
            if self.lexicon
            else 0.0
        )
        table, bias = self.network.embedding.weight[: self.network.padding], self.network.output_bias
        if self.sampled:
            return guide + sampled_cross_entropy(states[real], table, bias, gold[real], self.sampled)
        return guide + tied_cross_entropy(states[real], table, bias, gold[real])

    @torch.no_grad()
    def _update_average(self) -> None:
        weight = max(0.05, 1 / (1 + self.step / AVERAGE_EVERY))
        for mean, value in zip(self.average.parameters(), self.network.parameters(), strict=True):
            mean.lerp_(value, weight)


def train(run: Run, stream: Stream, plan: Plan, checkpoint: Path, *, log: Log) -> None:
    """Train until the plan's minutes are used, those before a restart included, or a signal asks to stop; saves either way."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    saved, logged, tokens, recent = time.monotonic(), time.monotonic(), 0, 0.0
    for batch in stream.batches():
        started = time.monotonic()
        stream.progress = min(1.0, run.minutes / plan.minutes)
        run.clock[0] = stream.progress
        rate = run.follow(plan, stream.progress)
        loss = run.learn(batch, rate)
        recent = loss if not recent else 0.98 * recent + 0.02 * loss
        tokens += int((batch.target_out != run.network.padding).sum())
        run.minutes += (time.monotonic() - started) / 60
        if run.step % 50 == 0:
            speed = tokens / (time.monotonic() - logged)
            log(f"step {run.step}  {run.minutes:.1f} min  loss {recent:.3f}  rate {rate:.3f}  {speed:.0f} tokens/s")
            logged, tokens = time.monotonic(), 0
        done = run.minutes >= plan.minutes or stop.is_set()
        if done or time.monotonic() - saved > 60 * plan.save_every:
            run.save(checkpoint, stream.position)
            saved = time.monotonic()
        if done:
            return

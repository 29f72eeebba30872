# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Further processes that train the same weights in shared memory, one core each, without waiting for one another.

After Recht et al. 2011 (Hogwild): on a few CPU cores this loses less time than threads that meet at every matrix product,
above all where other programs take a share of the cores. Each process has its own optimisers and its own place in the data.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, multiprocessing

from docconv.training.alignment import Lexicon
from docconv.training.network import Network
from docconv.training.train import Plan, Run

PROGRESS, STOP = 0, 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a helper needs to train beside others: the run's folder, target tokens in a batch, the plan, how many helpers."""

    folder: Path
    tokens: int
    plan: Plan
    helpers: int


@contextmanager
def helpers(run: Run, recipe: Recipe) -> Iterator[None]:
    """The recipe's helpers at work on the network of `run`, led by its clock, while the block lasts."""
    if recipe.helpers == 0:
        yield
        return
    torch.set_num_threads(1)
    run.clock.share_memory_()
    run.network.share_memory()
    table = run.lexicon.table.share_memory_() if run.lexicon else None
    context = multiprocessing.get_context("spawn")
    shared = (run.network, table, run.clock)
    started = [context.Process(target=_work, args=(shared, n + 1, recipe), daemon=True) for n in range(recipe.helpers)]
    for process in started:
        process.start()
    try:
        yield
    finally:
        run.clock[STOP] = 1
        for process in started:
            process.join(60)


def _work(shared: tuple[Network, Tensor | None, Tensor], number: int, recipe: Recipe) -> None:
    """Train the shared network until the clock says stop or the parent process is gone."""
    from docconv.training.pipeline import Workplace, open_stream

    torch.set_num_threads(1)
    network, table, clock = shared
    parent, work = os.getppid(), Workplace(recipe.folder)
    run = Run(network.shape, network=network)
    run.lexicon = None if table is None else Lexicon(table)
    if work.checkpoint.exists():
        run.restore_optimisers(work.checkpoint)
    stream = open_stream(work, recipe.tokens, Lexicon.load(work.lexicon))
    stream.shift(number / (recipe.helpers + 1), 10_000 * number + run.step)
    for batch in stream.batches():
        if clock[STOP] or os.getppid() != parent:
            return
        stream.progress = float(clock[PROGRESS])
        run.learn(batch, run.follow(recipe.plan, stream.progress))

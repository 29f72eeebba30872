"""A stretch of Dutch on its way to English: how it is to be translated, and what has come of it so far.

A job whose English is fixed (a phrase, a memory match, something that stays as it is) may hold jobs of its own: the parts of it
that the engine translates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docconv.model import RichText, Suggestion
from docconv.model.bilingual import UnitOrigin
from docconv.protocols import Hypothesis
from docconv.translation.protection import Protection
from docconv.translation.work import Enforced, SentenceWork

_FIGURE = re.compile(r"(?<![\w⟦\[.,])\d{2,}(?![\w⟧\].,])")  # yes: 2019   no: 3  ⟦12⟧  1.250


@dataclass(slots=True)
class Job:
    """A stretch of Dutch.

    `english` is its English where that is fixed, with symbols for placeables and parts, else None; `beginning` is what the
    engine's English must begin with; `parts` are the jobs that fill protected items, by the item's number; `fragment` tells
    that the stretch is no sentence of its own.
    """

    dutch: RichText
    protection: Protection
    english: str | None = None
    origin: UnitOrigin = "engine"
    beginning: str = ""
    fragment: bool = False
    parts: dict[int, Job] = field(default_factory=dict)
    free: tuple[Hypothesis, ...] = ()
    enforced: Enforced | None = None
    suggestions: list[Suggestion] = field(default_factory=list)

    @property
    def for_engine(self) -> bool:
        """Tell whether the engine translates it."""
        return self.english is None

    @property
    def work(self) -> SentenceWork:
        """Give what term enforcement needs of it."""
        return SentenceWork(
            plain=self.protection.plain,
            sent=self.protection.sent,
            pieces=self.protection.pieces,
            free=self.free,
            protected=tuple(item.placeable.span for item in self.protection.items),
            kept=(*self.protection.kept, *self._figures()),
            fixed=not self.for_engine,
        )

    def _figures(self) -> list[str]:
        """Give the figures that the free translation carried over as they are: what comes after must not lose them."""
        sent, text = _FIGURE.findall(self.protection.sent), _FIGURE.findall(self.free[0].text if self.free else "")
        return [figure for figure in dict.fromkeys(sent) if sent.count(figure) == text.count(figure)]


def every(jobs: Iterable[Job]) -> Iterator[Job]:
    """Yield jobs and their parts, in source order."""
    for job in jobs:
        yield job
        yield from every(job.parts[n] for n in sorted(job.parts))

"""The rungs by which a term that the free translation missed is honoured after all, in the order in which they are tried.

Each rung proposes English for many sentences at once; a proposal counts only if, checked anew, more terms are good than
before, none is lost, and every kept string is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from docconv.protocols import Engine
from docconv.translation.drafts import Draft
from docconv.translation.ladder_decoding import inline, n_best, placeholder, prefix, rewrite, suppress
from docconv.translation.ladder_slips import respelled
from docconv.translation.ladder_swaps import known_rendering, localised

Rung = Callable[[Sequence[Draft], Engine], None]

RUNGS: Final[tuple[Rung, ...]] = (
    inline,
    known_rendering,
    respelled,
    n_best,
    rewrite,
    placeholder,
    suppress,
    prefix,
    localised,
)

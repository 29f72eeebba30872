"""A sentence while its terms are being enforced: its English so far, what each term has there, and how it came to it.

Spans of terms count in what was sent to the engine, so that alignments and variants of it can be used with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from docconv.model import Span
from docconv.protocols import Hypothesis
from docconv.terminology import Match
from docconv.terminology.verification import Found, Link, Sought, verify
from docconv.translation.work import Enforced, EnforcedTerm, SentenceWork

Way = Literal["inline", "english", "placeholder"]
"""How a term is written in the Dutch that is sent: as the embedded model takes terms, in English, as a placeholder."""


@dataclass(slots=True)
class Settled:
    """How a term came to its English: the rung, whether a person should look, the English there before and after."""

    method: str = "missed"
    flagged: bool = False
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Draft:
    """One sentence under enforcement. `found` and `settled` run parallel to `matches`.

    `ways` tells how the terms, by number, were written in the Dutch that gave the present English.
    """

    work: SentenceWork
    matches: tuple[Match, ...]
    sought: tuple[Sought, ...]
    text: str
    found: tuple[Found, ...]
    settled: list[Settled]
    links: tuple[Link, ...] = ()
    ways: dict[int, Way] = field(default_factory=dict)
    score: float | None = None
    alternatives: list[Hypothesis] = field(default_factory=list)

    @property
    def missing(self) -> list[int]:
        """Give the numbers of the terms that are not honoured, or honoured beside a wrong rendering."""
        return [n for n, found in enumerate(self.found) if not found.good]

    def check(self, text: str, links: Sequence[Link] = ()) -> tuple[Found, ...]:
        """Give what an English text has for the terms."""
        return verify(self.sought, text, len(self.work.sent), links)

    def check_edited(self, text: str) -> tuple[Found, ...]:
        """Give what the sentence's English has for the terms after an edit at one place, its alignment carried over."""
        return self.check(text, carried(self.links, self.text, text))

    def keeps(self, text: str) -> bool:
        """Tell whether a text has every string that must be kept, as often as the Dutch that was sent."""
        return all(text.count(item) == self.work.sent.count(item) for item in set(self.work.kept))

    def improves(self, found: Sequence[Found]) -> bool:
        """Tell whether more terms are good than now, and none that was good is lost."""
        return sum(f.good for f in found) > sum(f.good for f in self.found) and all(
            new.good for old, new in zip(self.found, found, strict=True) if old.good
        )

    def take(
        self, text: str, found: tuple[Found, ...], method: str, *, flagged: bool = False, edited: bool = False
    ) -> None:
        """Make `text` the sentence's English; the terms that it made good were settled by `method`.

        `edited` tells that it is the old English with another wording at one place.
        """
        for number, (old, new) in enumerate(zip(self.found, found, strict=True)):
            if new.good and not old.good:
                self.settled[number] = Settled(method, flagged, before=_there(self.text, old), after=_there(text, new))
        self.links = carried(self.links, self.text, text) if edited else ()
        self.text, self.found = text, found

    def aligned(self, links: tuple[Link, ...]) -> None:
        """Check the English again with the model's alignment: which of equal words is whose, and what doubles what."""
        found = self.check(self.text, links)
        for number, new in enumerate(found):
            if new.good and self.settled[number].method == "missed":
                self.settled[number] = Settled("free", after=_there(self.text, new))
        self.found, self.links = found, links

    def finished(self) -> Enforced:
        """Give the sentence as enforcement hands it back."""
        terms = tuple(
            _term(match, span, found, settled)
            for match, span, found, settled in zip(
                self.matches, places(self.matches), self.found, self.settled, strict=True
            )
        )
        return Enforced(self.text, terms, self.score, tuple(self.alternatives))


def begin(work: SentenceWork, matches: Iterable[Match]) -> Draft:
    """Give the draft of a sentence with its free translation checked."""
    usable = tuple(m for m in matches if not any(_touch(span, p) for span in m.spans for p in work.protected))
    sought = tuple(Sought(m.entry, _sent(work, m)) for m in usable)
    text = work.free[0].text
    found = verify(sought, text, len(work.sent))
    settled = [Settled("free", after=_there(text, f)) if f.good else Settled() for f in found]
    return Draft(work, usable, sought, text, found, settled)


def carried(links: Sequence[Link], old: str, new: str) -> tuple[Link, ...]:
    """Give the alignment of `old` for `new`, which differs from it in one stretch: that stretch keeps its Dutch.

    >>> carried(((0, 0, 1.0), (4, 4, 1.0), (9, 11, 1.0)), "the cabinet met", "the government met")
    ((0, 0, 1.0), (4, 4, 1.0), (9, 14, 1.0))
    """
    head = _shared(old, new)
    tail = min(_shared(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    return tuple(
        (s, t if t < head else t + len(new) - len(old) if t >= len(old) - tail else head, w) for s, t, w in links
    )


def _shared(a: str, b: str) -> int:
    """Give the length of the beginning that two strings share."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _sent(work: SentenceWork, match: Match) -> tuple[Span, ...]:
    spans = [work.sent_span(span) for span in match.spans]
    return tuple(span for span in spans if span is not None)


def _there(text: str, found: Found) -> str:
    """Give the English that stands for a term: what honours it, else the wrong rendering nearest to it."""
    span = found.honoured.span if found.honoured else found.wrong[0].span if found.wrong else None
    return span.of(text) if span else ""


def places(matches: Sequence[Match]) -> list[Span]:
    """Give one span a match that nests or stands apart from all others: from its first word to its last, gaps included.

    Where two idioms run through each other, each has its longest part only, so that marks never cross.
    """
    whole = [match.span for match in matches]
    return [
        match.main if any(_cross(span, other) for other in whole) else span
        for match, span in zip(matches, whole, strict=True)
    ]


def _cross(a: Span, b: Span) -> bool:
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


def _term(match: Match, span: Span, found: Found, settled: Settled) -> EnforcedTerm:
    return EnforcedTerm(
        match.entry,
        span,
        found.honoured.span if found.honoured else None,
        settled.method if found.good else "missed",
        honoured=found.good,
        flagged=settled.flagged or not found.good,
        before=settled.before,
        after=settled.after,
    )


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end

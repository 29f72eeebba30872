"""What passes between the translation of sentences and the enforcement of terms: a sentence's work so far, and what came of it.

Every span counts code points; each field says in which of the three strings: the plain Dutch, what was sent, the English.
"""

from __future__ import annotations

from dataclasses import dataclass

from docconv.model import GlossaryEntry, Span
from docconv.protocols import Hypothesis


@dataclass(frozen=True, slots=True)
class SentenceWork:
    """A sentence after free translation, as term enforcement takes it.

    - `plain` is the Dutch as the unit holds it, letter for letter: note references as U+FFFC, dates and citations in Dutch.
      Match terms here.
    - `sent` is what the engine was given: `plain` with placeables replaced by placeholder symbols (`⟦0⟧`) or by English
      forms. Decode again from this, or from a variant of it; `sent_span` finds a span of `plain` in it.
    - `pieces` are pairs (span of `plain`, span of `sent`), in order, tiling both; a pair is copied text where
      both read the same, else a replaced placeable.
    - `protected` are the spans of `plain` under a placeable or a passage that is kept; no term is matched that touches one.
    - `kept` are the strings that stand in `sent` and must each stand in the English exactly as often and unchanged.
    - `free` are the engine's own hypotheses for `sent`, best first; at least one.
    - `fixed` tells that the English (`free[0].text`) comes from the memory or from a phrase: record the terms, change nothing.

    Works come in source order, so that "first mention" can be told.
    """

    plain: str
    sent: str
    pieces: tuple[tuple[Span, Span], ...]
    free: tuple[Hypothesis, ...]
    protected: tuple[Span, ...] = ()
    kept: tuple[str, ...] = ()
    fixed: bool = False

    def sent_span(self, span: Span) -> Span | None:
        """Give the span of `sent` behind a span of `plain`; None where it cuts through a replaced placeable.

        >>> work = SentenceWork("op 3 mei.", "op ⟦0⟧.", ((Span(0, 3), Span(0, 3)), (Span(3, 8), Span(3, 6)),
        ...     (Span(8, 9), Span(6, 7))), ())
        >>> work.sent_span(Span(0, 8)), work.sent_span(Span(3, 4))
        (Span(start=0, end=6), None)
        """
        start, end = self._sent(span.start, end=False), self._sent(span.end, end=True)
        return None if start is None or end is None or end < start else Span(start, end)

    def _sent(self, at: int, *, end: bool) -> int | None:
        for plain, sent in self.pieces:
            inside = plain.start < at <= plain.end if end else plain.start <= at < plain.end
            if not inside:
                continue
            if plain.of(self.plain) == sent.of(self.sent):
                return sent.start + at - plain.start
            edge = plain.end if end else plain.start
            return (sent.end if end else sent.start) if at == edge else None
        return 0 if at == 0 else None


@dataclass(frozen=True, slots=True)
class EnforcedTerm:
    """One occurrence of a term: `source_span` counts in `SentenceWork.plain`, `target_span` in `Enforced.text`.

    `method` is the rung that settled it ("free", "n-best", "known-rendering", …, "missed"); `before` and `after` are the
    English at the place before and after that rung. An occurrence that is not honoured is flagged.
    """

    entry: GlossaryEntry
    source_span: Span
    target_span: Span | None
    method: str
    honoured: bool
    flagged: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Enforced:
    """A sentence after enforcement: its English (still with the strings of `kept`), its terms in source order.

    `score` is that of the English where a rung decoded or scored anew, None where `free[0].score` still holds.
    `alternatives` are hypotheses that were considered and not taken.
    """

    text: str
    terms: tuple[EnforcedTerm, ...] = ()
    score: float | None = None
    alternatives: tuple[Hypothesis, ...] = ()

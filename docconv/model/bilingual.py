"""The translation: an overlay on a letter, keyed by ids that derive from spans.

Names follow XLIFF 2.1 (OASIS Standard).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docconv.model.block import Paragraph
from docconv.model.letter import Letter
from docconv.model.rich import RichText, SentenceMark, TermMark, join
from docconv.model.span import Diagnostic, Span
from docconv.model.term import GlossaryEntry

UnitState = Literal["translated", "needs-review", "reviewed"]
UnitOrigin = Literal["engine", "memory", "phrase", "source"]


@dataclass(frozen=True, slots=True)
class TermHit:
    """One occurrence of a glossary term in a unit, and what became of it.

    `source_span` counts in the unit's source text; `target_span` in its target text, None where the term was missed.
    `method` is the rung of the ladder that settled it ("free", "n-best", "known-rendering", …, "missed"). A hit may be
    honoured and flagged at once (a swap that a person should look at); one that is not honoured is always flagged.
    """

    entry: str
    source: str
    target: str
    source_span: Span
    target_span: Span | None
    method: str
    honoured: bool
    flagged: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlaceableRecord:
    """Something that passes through translation unchanged or by rule: a note reference, a date, an amount, a URL."""

    kind: str
    source: str
    target: str
    source_span: Span
    target_span: Span | None


@dataclass(frozen=True, slots=True)
class Check:
    """A quality check that a unit fails: its code ("numbers-differ") and the reason for a person."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation that was considered and not taken: a fuzzy memory match, another hypothesis of the engine."""

    origin: str
    source: str
    target: str
    score: float


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A sentence and its English.

    `span` counts in the text of the paragraph with id `paragraph`; `source` is that part of it. `score` is the engine's
    mean log probability per token, None where no engine spoke. `by` names the reviewer of a reviewed unit.
    """

    id: str
    paragraph: str
    span: Span
    source: RichText
    target: RichText
    state: UnitState = "translated"
    origin: UnitOrigin = "engine"
    score: float | None = None
    terms: tuple[TermHit, ...] = ()
    placeables: tuple[PlaceableRecord, ...] = ()
    checks: tuple[Check, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """What made a translation. Every output names it. Digests are SHA-256 in hexadecimal.

    `date` is the translation's date, YYYY-MM-DD, as given by the caller, None where none was given.
    """

    docconv: str
    engine: str
    model: str
    model_sha256: str
    glossary_sha256: str
    source_sha256: str
    draft: bool = False
    date: str | None = None
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BilingualLetter:
    """A letter with its English. `units` are in source order; `entries` are the glossary entries that they name."""

    letter: Letter
    units: tuple[TranslationUnit, ...]
    signature: Signature
    entries: tuple[GlossaryEntry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    _by_paragraph: dict[str, tuple[TranslationUnit, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the units by paragraph, once."""
        index: dict[str, list[TranslationUnit]] = {}
        for unit in self.units:
            index.setdefault(unit.paragraph, []).append(unit)
        object.__setattr__(self, "_by_paragraph", {key: tuple(units) for key, units in index.items()})

    def units_of(self, paragraph: Paragraph) -> tuple[TranslationUnit, ...]:
        """Give the units of a paragraph, in order."""
        return self._by_paragraph.get(paragraph.id, ())

    def entry(self, id: str) -> GlossaryEntry | None:
        """Give the glossary entry with `id`, None where no unit names it."""
        return next((e for e in self.entries if e.id == id), None)

    def source(self, paragraph: Paragraph) -> RichText:
        """Give the paragraph's Dutch with its sentences and terms marked."""
        marks: list[SentenceMark | TermMark] = []
        for unit in self.units_of(paragraph):
            marks.append(SentenceMark(unit.span, unit.id))
            for n, hit in enumerate(unit.terms):
                marks.append(TermMark(hit.source_span.shift(unit.span.start), hit.entry, unit.id, n))
        return paragraph.rich.adding(marks)

    def target(self, paragraph: Paragraph) -> RichText:
        """Give the paragraph's English with its sentences and terms marked."""
        return join(_marked(unit) for unit in self.units_of(paragraph))


def _marked(unit: TranslationUnit) -> RichText:
    whole = SentenceMark(Span(0, len(unit.target.text)), unit.id)
    terms = [
        TermMark(hit.target_span, hit.entry, unit.id, n)
        for n, hit in enumerate(unit.terms)
        if hit.target_span is not None
    ]
    return unit.target.adding([whole, *terms])

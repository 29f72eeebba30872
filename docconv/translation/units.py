"""From paragraphs to sentences with ids, and from finished sentences to translation units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docconv.model import (
    Check,
    Letter,
    Paragraph,
    PlaceableRecord,
    RichText,
    Span,
    Suggestion,
    TermHit,
    TranslationUnit,
    paragraphs,
)
from docconv.model.bilingual import UnitOrigin
from docconv.translation.segmentation import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter. `span` counts in its paragraph's text; `source_span` in the source of the letter."""

    paragraph: Paragraph
    span: Span
    rich: RichText

    @property
    def source_span(self) -> Span:
        """Give the code points of `Source.text` that the sentence was read from."""
        return self.paragraph.source_span(self.span)

    @property
    def id(self) -> str:
        """Give the unit's id, made from where the sentence begins in the source."""
        return f"u{self.source_span.start}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence, with spans in the finished English."""

    target: RichText
    origin: UnitOrigin
    score: float | None = None
    terms: tuple[TermHit, ...] = ()
    placeables: tuple[PlaceableRecord, ...] = ()
    checks: tuple[Check, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def cut(letter: Letter) -> Iterator[Sentence]:
    """Yield the sentences of a letter in source order."""
    for paragraph in sorted(paragraphs(letter), key=lambda p: p.leaves[0].span):
        for span in sentences(paragraph.rich):
            yield Sentence(paragraph, span, paragraph.rich.slice(span))


def unit(sentence: Sentence, outcome: Outcome) -> TranslationUnit:
    """Give the unit; it needs review where a check fails or a term is flagged."""
    doubtful = bool(outcome.checks) or any(hit.flagged or not hit.honoured for hit in outcome.terms)
    return TranslationUnit(
        id=sentence.id,
        paragraph=sentence.paragraph.id,
        span=sentence.span,
        source=sentence.rich,
        target=outcome.target,
        state="needs-review" if doubtful else "translated",
        origin=outcome.origin,
        score=outcome.score,
        terms=outcome.terms,
        placeables=outcome.placeables,
        checks=outcome.checks,
        suggestions=outcome.suggestions,
    )

"""The translation of a letter, step by step: cut, protect, translate in one batch, enforce terms, restore, check, record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import docconv
from docconv.diagnostics import diagnostic
from docconv.model import (
    BilingualLetter,
    Diagnostic,
    GlossaryEntry,
    Letter,
    Signature,
    Suggestion,
    TermHit,
    TranslationUnit,
)
from docconv.protocols import DecodeOptions, Decoder, Engine, EngineIdentity, Hypothesis, Progress
from docconv.terminology import TermBase, load
from docconv.translation.engines import engine_for, identity_of, translated
from docconv.translation.placeables import placeables
from docconv.translation.protection import Protection, protect
from docconv.translation.restoration import Restored, restore
from docconv.translation.units import Outcome, Sentence, cut, unit
from docconv.translation.work import Enforced, SentenceWork

STEP = 32  # sentences between two reports of progress


def translate_letter(
    letter: Letter,
    *,
    engine: str | Engine,
    glossary: Sequence[Path],
    memory: Sequence[Path],  # noqa: ARG001 - not yet
    progress: Progress | None,
) -> BilingualLetter:
    """Translate a letter; see `docconv.translation.translate`."""
    termbase = load(glossary)
    speaker = engine_for(engine)
    identity = identity_of(speaker)
    found = list(cut(letter))
    names = [member.name for member in letter.metadata.members]
    protections = [protect(s.rich, placeables(s.rich, names), identity.placeholders) for s in found]
    free = _free(speaker, [p.sent for p in protections], progress)
    works = [_work(p, f) for p, f in zip(protections, free, strict=True)]
    enforced = _enforced(works, termbase, speaker)
    units = []
    for sentence, protection, work, result in zip(found, protections, works, enforced, strict=True):
        restored = restore(result.text, protection)
        units.append(unit(sentence, _outcome(work, result, restored)))
    used = {hit.entry for u in units for hit in u.terms}
    return BilingualLetter(
        letter,
        tuple(units),
        _signature(letter, identity, termbase),
        tuple(entry for entry in termbase.entries if entry.id in used),
        tuple(_diagnostics(found, units, termbase.entries)),
    )


def _free(engine: Engine, texts: Sequence[str], progress: Progress | None) -> list[tuple[Hypothesis, ...]]:
    """Give the engine's own translations; a text that occurs twice is translated once."""
    distinct = list(dict.fromkeys(texts))
    known: dict[str, tuple[Hypothesis, ...]] = {}
    for n in range(0, len(distinct), STEP * 8):
        _tell(progress, n, len(distinct))
        part = distinct[n : n + STEP * 8]
        if isinstance(engine, Decoder):
            known.update(zip(part, engine.decode(part, DecodeOptions()), strict=True))
        else:
            known.update({nl: (Hypothesis(en, 0.0),) for nl, en in zip(part, translated(engine, part), strict=True)})
    _tell(progress, len(distinct), len(distinct))
    return [known[text] for text in texts]


def _work(protection: Protection, free: tuple[Hypothesis, ...]) -> SentenceWork:
    return SentenceWork(
        plain=protection.plain,
        sent=protection.sent,
        pieces=protection.pieces,
        free=free,
        protected=tuple(item.placeable.span for item in protection.items),
        kept=protection.kept,
    )


def _enforced(works: Sequence[SentenceWork], termbase: TermBase, engine: Engine) -> list[Enforced]:
    try:
        from docconv.translation.enforcement import enforce
    except ImportError:
        return [Enforced(work.free[0].text) for work in works]
    return enforce(works, termbase, engine)


def _outcome(work: SentenceWork, enforced: Enforced, restored: Restored) -> Outcome:
    return Outcome(
        target=restored.target,
        origin="engine",
        score=work.free[0].score if enforced.score is None else enforced.score,
        terms=tuple(_hits(work, enforced, restored)),
        placeables=restored.records,
        checks=restored.checks,
        suggestions=tuple(Suggestion("engine", work.plain, h.text, h.score) for h in enforced.alternatives),
    )


def _hits(work: SentenceWork, enforced: Enforced, restored: Restored) -> Iterable[TermHit]:
    for term in enforced.terms:
        span = restored.span(term.target_span)
        yield TermHit(
            entry=term.entry.id,
            source=term.source_span.of(work.plain),
            target="" if span is None else span.of(restored.target.text),
            source_span=term.source_span,
            target_span=span,
            method=term.method,
            honoured=term.honoured,
            flagged=term.flagged or not term.honoured,
            before=term.before,
            after=term.after,
        )


def _signature(letter: Letter, identity: EngineIdentity, termbase: TermBase) -> Signature:
    return Signature(
        docconv=docconv.__version__,
        engine=identity.engine,
        model=identity.model,
        model_sha256=identity.sha256,
        glossary_sha256=termbase.digest,
        source_sha256=letter.source.sha256,
        draft=identity.draft,
        versions=identity.versions,
    )


def _diagnostics(
    found: Sequence[Sentence], units: Sequence[TranslationUnit], entries: Sequence[GlossaryEntry]
) -> Iterable[Diagnostic]:
    """Yield what a person must look at: failed checks, and terms that are flagged."""
    names = {entry.id: f"{entry.nl} → {entry.en}" for entry in entries}
    for sentence, made in zip(found, units, strict=True):
        for check in made.checks:
            yield diagnostic("needs-review", sentence.source_span, f"{check.message} ({check.code}) in {made.id}")
        for hit in made.terms:
            if hit.flagged:
                span = sentence.paragraph.source_span(hit.source_span.shift(sentence.span.start))
                state = f"written “{hit.target}” by {hit.method}" if hit.honoured else "not honoured"
                yield diagnostic("term-flagged", span, f"{names[hit.entry]}: {state} in {made.id}")


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress("translate", done, total)

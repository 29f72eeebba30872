"""The translation of a letter, step by step: cut, protect, translate in one batch, enforce terms, restore, check, record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import docconv
from docconv.diagnostics import diagnostic
from docconv.model import BilingualLetter, Diagnostic, GlossaryEntry, Letter, Signature, TranslationUnit
from docconv.protocols import Decoder, Engine, EngineIdentity, Progress
from docconv.terminology import TermBase, load
from docconv.terminology.officials import ministries
from docconv.translation.cache import cached
from docconv.translation.decoding import translate_jobs
from docconv.translation.enforcement import enforce
from docconv.translation.engines import engine_for, identity_of
from docconv.translation.finishing import outcome
from docconv.translation.jobs import every
from docconv.translation.memory import Memory
from docconv.translation.planning import Planner
from docconv.translation.units import Sentence, cut, unit


def translate_letter(
    letter: Letter,
    *,
    engine: str | Engine,
    glossary: Sequence[Path],
    memory: Sequence[Path],
    progress: Progress | None,
) -> BilingualLetter:
    """Translate a letter; see `docconv.translation.translate`."""
    termbase = load(glossary)
    speaker = cached(engine_for(engine), termbase.digest)
    identity = identity_of(speaker)
    planner = Planner(
        symbols=identity.placeholders,
        names=_names(letter),
        forces=isinstance(speaker, Decoder),
        memory=Memory.load(memory),
        english=identity.engine != "pseudo",
    )
    found = list(cut(letter))
    jobs = [planner.plan(sentence.rich) for sentence in found]
    everything = list(every(jobs))
    translate_jobs(everything, speaker, planner, progress)
    for job, result in zip(everything, enforce([job.work for job in everything], termbase, speaker), strict=True):
        job.enforced = result
    units = [unit(s, outcome(job, speaker, planner)) for s, job in zip(found, jobs, strict=True)]
    used = {hit.entry for made in units for hit in made.terms}
    return BilingualLetter(
        letter,
        tuple(units),
        _signature(letter, identity, termbase),
        tuple(entry for entry in termbase.entries if entry.id in used),
        tuple(_diagnostics(found, units, termbase.entries)),
    )


def _names(letter: Letter) -> tuple[str, ...]:
    """Give the names that the letter's head prints: of members and of ministers. A ministry's words are no one's name."""
    members = [member.name for member in letter.metadata.members]
    ministers = [minister.name for minister in letter.metadata.ministers if minister.name]
    words = {word.strip(",") for ministry in ministries() for word in ministry.split()}
    return tuple(name for name in dict.fromkeys([*members, *ministers]) if name.lower() not in words)


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

"""From a translated job to what a unit records: placeables back in, spans of terms and placeables in the finished English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from docconv.model import FootnoteRef, PlaceableRecord, Span, Suggestion, TermHit
from docconv.protocols import Decoder, Engine
from docconv.translation.checks import Finished, check, confidence
from docconv.translation.jobs import Job
from docconv.translation.planning import Planner
from docconv.translation.protection import Protection
from docconv.translation.restoration import Restored, restore
from docconv.translation.units import Outcome
from docconv.translation.work import Enforced


def outcome(job: Job, engine: Engine, planner: Planner) -> Outcome:
    """Give what became of a job that has been through enforcement, its parts included."""
    made = _made(job, engine)
    checks = check(Finished(job.dutch.text, made.target.text, made.placeables, planner.names, planner.english))
    seen = dict.fromkeys((*made.checks, *checks, *confidence(made.score)))
    return replace(made, checks=() if _by_rule(job) else tuple(seen))


def _by_rule(job: Job) -> bool:
    """Tell whether no engine and no memory had a hand in a job: checks would doubt what the glossary's authors wrote."""
    return job.origin in {"phrase", "source"} and not job.parts


def _made(job: Job, engine: Engine) -> Outcome:
    enforced = job.enforced or Enforced(job.free[0].text)
    parts = {n: _made(part, engine) for n, part in job.parts.items()}
    protection = _filled(job.protection, parts)
    restored = restore(enforced.text, protection, _near(job, enforced, engine))
    hits, checks = list(_hits(job, enforced, restored)), list(restored.checks)
    records: list[PlaceableRecord] = []
    suggestions: list[Suggestion] = []
    for n, record in enumerate(restored.records):
        part, at = parts.get(n), record.target_span
        if part is None:
            records.append(_named(record, protection.items[n].placeable.english.inlines))
            continue
        hits += [_moved(hit, record.source_span, at) for hit in part.terms]
        records += [_shifted(inner, record.source_span, at) for inner in part.placeables]
        checks += part.checks
        suggestions += part.suggestions
    return Outcome(
        target=restored.target,
        origin=job.origin,
        score=_score(job, enforced, parts),
        terms=tuple(sorted(hits, key=lambda hit: hit.source_span)),
        placeables=tuple(records),
        checks=tuple(checks),
        suggestions=(
            *job.suggestions,
            *(Suggestion("engine", job.dutch.plain(), h.text, h.score) for h in enforced.alternatives),
            *suggestions,
        ),
    )


def _score(job: Job, enforced: Enforced, parts: dict[int, Outcome]) -> float | None:
    """Give the engine's score: of its own text, else the lowest of the parts it translated, None where it translated none."""
    if job.for_engine:
        return job.free[0].score if enforced.score is None else enforced.score
    return min((part.score for part in parts.values() if part.score is not None), default=None)


def _filled(protection: Protection, parts: dict[int, Outcome]) -> Protection:
    """Give a protection whose parts have their English."""
    items = list(protection.items)
    for n, part in parts.items():
        items[n] = replace(items[n], placeable=replace(items[n].placeable, english=part.target))
    return replace(protection, items=tuple(items))


def _hits(job: Job, enforced: Enforced, restored: Restored) -> Iterator[TermHit]:
    for term in enforced.terms:
        span = restored.span(term.target_span)
        yield TermHit(
            entry=term.entry.id,
            source=term.source_span.of(job.protection.plain),
            target="" if span is None else span.of(restored.target.text),
            source_span=term.source_span,
            target_span=span,
            method=term.method,
            honoured=term.honoured,
            flagged=term.flagged or not term.honoured,
            before=term.before,
            after=term.after,
        )


def _moved(hit: TermHit, source: Span, target: Span | None) -> TermHit:
    """Give a part's term as it stands in the whole; lost with the part where that is lost."""
    placed = None if target is None or hit.target_span is None else hit.target_span.shift(target.start)
    lost = placed is None and hit.honoured
    moved = replace(hit, source_span=hit.source_span.shift(source.start), target_span=placed)
    return replace(moved, target="", method="missed", honoured=False, flagged=True) if lost else moved


def _shifted(record: PlaceableRecord, source: Span, target: Span | None) -> PlaceableRecord:
    placed = None if target is None or record.target_span is None else record.target_span.shift(target.start)
    return replace(record, source_span=record.source_span.shift(source.start), target_span=placed)


def _named(record: PlaceableRecord, inlines: Sequence[object]) -> PlaceableRecord:
    """Give a note reference's record with the note's marker instead of U+FFFC."""
    if record.kind != "note":
        return record
    marker = next((inline.marker for inline in inlines if isinstance(inline, FootnoteRef)), "")
    return replace(record, source=marker, target=marker if record.target_span is not None else "")


def _near(job: Job, enforced: Enforced, engine: Engine) -> Callable[[int], int | None]:
    """Give a function from a place in the text sent to one in the English, by the engine's alignment where it has one."""

    def nowhere(at: int) -> int | None:  # noqa: ARG001 - the seam's signature
        return None

    loose = any(not item.token and item.placeable.kind == "note" for item in job.protection.items)
    if not loose or not job.for_engine or not isinstance(engine, Decoder):
        return nowhere
    links = engine.align([(job.protection.sent, enforced.text)])[0]

    def near(at: int) -> int | None:
        sent = job.protection.sent
        word = len(sent[:at].rstrip(" .,;:?!’”\"')]"))
        begin = max(sent.rfind(" ", 0, word), 0)
        found = [link for link in links if begin <= link[0] < word]
        return max(found, key=lambda link: (link[1], link[2]))[1] if found else None

    return near

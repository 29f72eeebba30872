"""Free translation: all jobs of a letter in one batch, and a second try for those whose English fails its checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from docconv.model import Check, Suggestion
from docconv.protocols import DecodeOptions, Decoder, Engine, Hypothesis, Progress
from docconv.translation.checks import Finished, check
from docconv.translation.clauses import PIECE, clauses, too_long
from docconv.translation.engines import translated
from docconv.translation.jobs import Job
from docconv.translation.planning import Planner
from docconv.translation.restoration import restore

STEP = 32  # sentences between two reports of progress, and what a crash may cost
_SMALL = re.compile(
    r"(?:The|An?|This|That|These|Those|It|In|On|Of|To|For|With|By|At|From|How|What|Which|Whether|Why)\b"
)


def translate_jobs(jobs: Sequence[Job], engine: Engine, planner: Planner, progress: Progress | None) -> None:
    """Fill `free` of the jobs for the engine; those that fail their checks are tried again in other ways."""
    waiting = [job for job in jobs if job.for_engine]
    _fill(waiting, engine, DecodeOptions(), progress)
    for again in _SECOND_TRIES:
        failing = [job for job in waiting if any(c.code != "note-moved" for c in complaints(job, planner))]
        if failing:
            _try(failing, again(failing, engine, planner), planner)


def complaints(job: Job, planner: Planner) -> tuple[Check, ...]:
    """Give what is wrong with a job's best free translation."""
    restored = restore(job.free[0].text, job.protection)
    return (
        *restored.checks,
        *check(Finished(job.dutch.text, restored.target.text, restored.records, planner.names, planner.english)),
    )


def _fill(jobs: Sequence[Job], engine: Engine, options: DecodeOptions, progress: Progress | None = None) -> None:
    """Decode jobs, long ones first; a text that occurs twice is translated once."""
    texts = sorted({(job.protection.sent, job.beginning) for job in jobs}, key=lambda text: (-len(text[0]), text))
    known: dict[tuple[str, str], tuple[Hypothesis, ...]] = {}
    for n in range(0, len(texts), STEP):
        _tell(progress, n, len(texts))
        part = texts[n : n + STEP]
        known.update(zip(part, _whole_or_in_clauses(part, engine, options), strict=True))
    _tell(progress, len(texts), len(texts))
    for job in jobs:
        found = known[job.protection.sent, job.beginning]
        job.free = tuple(_as_fragment(job, h) for h in found) if job.fragment else found


def _whole_or_in_clauses(
    texts: Sequence[tuple[str, str]], engine: Engine, options: DecodeOptions
) -> list[tuple[Hypothesis, ...]]:
    """Decode texts; those too long for any model are decoded clause by clause."""
    short = [text for text in texts if not too_long(text[0])]
    known = dict(zip(short, _decoded(short, engine, options), strict=True))
    return [known[text] if text in known else (_in_clauses(text[0], engine, options),) for text in texts]


def _in_clauses(sent: str, engine: Engine, options: DecodeOptions, size: int = PIECE) -> Hypothesis:
    """Give a sentence's English clause by clause, with the mean of the scores."""
    pieces = clauses(sent, size)
    found = [hypotheses[0] for hypotheses in _decoded([(piece, "") for piece in pieces], engine, options)]
    parts = [_fitted(piece, h.text, first=n == 0) for n, (piece, h) in enumerate(zip(pieces, found, strict=True))]
    return Hypothesis(" ".join(parts), sum(h.score for h in found) / len(found))


def _fitted(nl: str, en: str, *, first: bool) -> str:
    """Give a clause's English with the mark that the Dutch clause ends with, and no capital inside a sentence."""
    mark = nl[-1] if nl[-1] in ",;:.?!" else ""
    bare = en.rstrip(" .,;:") if mark not in {"?", "!"} else en.rstrip(" .,;:?!")
    small = not first and nl[:1].islower() and _SMALL.match(bare)
    return (bare[:1].lower() + bare[1:] if small else bare) + mark


def _decoded(texts: Sequence[tuple[str, str]], engine: Engine, options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:
    sentences = [sent for sent, _ in texts]
    if not sentences:
        return []
    if not isinstance(engine, Decoder):
        return [(Hypothesis(text, 0.0),) for text in translated(engine, sentences)]
    beginnings = tuple(beginning for _, beginning in texts)
    return engine.decode(sentences, replace(options, prefixes=beginnings if any(beginnings) else ()))


def _as_fragment(job: Job, hypothesis: Hypothesis) -> Hypothesis:
    """Take off the capital and the full stop that an engine gives to what is no sentence of its own."""
    text = hypothesis.text
    if job.dutch.text[:1].islower() and _SMALL.match(text):
        text = text[:1].lower() + text[1:]
    if not job.dutch.text.endswith("."):
        text = text.removesuffix(".")
    return replace(hypothesis, text=text)


Tries = Callable[[Sequence[Job], Engine, Planner], list[Job]]


def _wider(jobs: Sequence[Job], engine: Engine, planner: Planner) -> list[Job]:  # noqa: ARG001 - the seam's signature
    """A wider beam, no run of four tokens twice, and more than one hypothesis to choose from."""
    if not isinstance(engine, Decoder):
        return []
    tries = [replace(job, parts={}) for job in jobs]
    _fill(tries, engine, DecodeOptions(beam=8, hypotheses=4, no_repeat_ngram=4))
    return tries


def _in_words(jobs: Sequence[Job], engine: Engine, planner: Planner) -> list[Job]:
    """Placeables in English instead of symbols, for an engine that loses its symbols."""
    if not planner.symbols:
        return []
    losing = [job for job in jobs if restore(job.free[0].text, job.protection).checks]
    others = {id(job): planner.engine_job(job.dutch, symbols=0, fragment=job.fragment) for job in losing}
    for job in losing:
        others[id(job)].beginning = job.beginning
    _fill(list(others.values()), engine, DecodeOptions(beam=6, hypotheses=2))
    return [others.get(id(job), job) for job in jobs]


def _by_clause(jobs: Sequence[Job], engine: Engine, planner: Planner) -> list[Job]:  # noqa: ARG001 - the seam's signature
    """Clause by clause, where a sentence has more than one."""
    options = DecodeOptions(no_repeat_ngram=4)
    tries = []
    for job in jobs:
        size = max(6, job.protection.sent.count(" ") // 2)
        several = len(clauses(job.protection.sent, size)) > 1
        tries.append(replace(job, free=(_in_clauses(job.protection.sent, engine, options, size),)) if several else job)
    return tries


def _unrepeated(jobs: Sequence[Job], engine: Engine, planner: Planner) -> list[Job]:
    """No pair of tokens twice, for a sentence that still stammers."""
    if not isinstance(engine, Decoder):
        return []
    others = {id(j): replace(j, parts={}) for j in jobs if any(c.code == "repetition" for c in complaints(j, planner))}
    _fill(list(others.values()), engine, DecodeOptions(beam=8, hypotheses=4, no_repeat_ngram=2))
    return [others.get(id(job), job) for job in jobs]


_SECOND_TRIES: tuple[Tries, ...] = (_wider, _in_words, _by_clause, _unrepeated)


def _try(jobs: Sequence[Job], tries: Sequence[Job], planner: Planner) -> None:
    """Take a try's translation where fewer complaints remain, stammering the worst; what is not taken is kept as a suggestion."""

    def faults(job: Job) -> int:
        return sum(3 if found.code == "repetition" else 1 for found in complaints(job, planner))

    for job, other in zip(jobs, tries, strict=False):
        options = [replace(other, free=(hypothesis, *other.free)) for hypothesis in other.free]
        best = min(options, key=faults)
        if faults(best) < faults(job):
            job.suggestions.append(Suggestion("engine", job.dutch.plain(), job.free[0].text, job.free[0].score))
            job.free, job.protection = best.free, best.protection


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress("translate", done, total)

"""The rungs that decode again: more hypotheses, terms inline, a rewritten source, banned words, a forced beginning.

Each collects what all open sentences want and decodes it in one call. A proposal is taken only if it is sound English by
its shape and, checked anew, better in terms than what stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docconv.model import Span
from docconv.protocols import DecodeOptions, Decoder, Engine, Hypothesis
from docconv.translation.drafts import Draft, Way
from docconv.translation.ladder_slips import mended
from docconv.translation.ladder_sources import Variant, can, written
from docconv.translation.ladder_swaps import place_of, with_swaps
from docconv.translation.repair import put
from docconv.translation.soundness import sound
from docconv.translation.wording import wanted

BEAM = 8

_SYMBOL = re.compile(r"⟦(?:t|=|/)⟧")


@dataclass(frozen=True, slots=True)
class _Request:
    """One sentence to decode for a draft: how its terms are written, what it must begin with, what is banned."""

    draft: Draft
    ways: Mapping[int, Way]
    prefix: str = ""
    banned: tuple[str, ...] = ()


def n_best(drafts: Sequence[Draft], engine: Engine) -> None:
    """Take the best of several hypotheses that honours more terms."""
    _decode([_Request(draft, draft.ways) for draft in drafts], engine, "n-best", hypotheses=BEAM)


def inline(drafts: Sequence[Draft], engine: Engine) -> None:
    """Give the terms inline to a model that was trained to take them: the missed ones, then all of the sentence."""
    if not isinstance(engine, Decoder) or not engine.identity.terms:
        return
    _rewritten(drafts, engine, "inline", "inline")
    wide = [_Request(draft, _ways(draft, range(len(draft.matches)), "inline")) for draft in drafts if draft.missing]
    _decode([r for r in wide if r.ways != r.draft.ways], engine, "inline", hypotheses=4)


def rewrite(drafts: Sequence[Draft], engine: Engine) -> None:
    """Write each missed term in English into the Dutch, since models mostly copy what they do not know.

    On sentence pairs of parliament this mends half of what a small model misses and gains as much chrF as n-best; it is why
    the rung stands.
    """
    _rewritten(drafts, engine, "english", "rewrite")


def placeholder(drafts: Sequence[Draft], engine: Engine) -> None:
    """Put a placeholder in the place of each missed term, for a model that carries placeholders over, and fill it after."""
    if isinstance(engine, Decoder) and engine.identity.placeholders:
        _rewritten(drafts, engine, "placeholder", "placeholder")


def suppress(drafts: Sequence[Draft], engine: Engine) -> None:
    """Ban what stands in the place of each missed term and decode again."""
    requests = []
    for draft in drafts:
        banned = tuple(dict.fromkeys(text for n in draft.missing for text in _standing(draft, n)))
        if banned:
            requests.append(_Request(draft, draft.ways, banned=banned))
    _decode(requests, engine, "suppress", hypotheses=4)


def prefix(drafts: Sequence[Draft], engine: Engine) -> None:
    """Keep the English up to the missed term's place, force the term there, and let the model go on from it."""
    if not isinstance(engine, Decoder):
        return
    requests = []
    for draft in drafts:
        for number in draft.missing[:1]:
            span = place_of(draft, number)
            if span is not None and "placeholder" not in draft.ways.values():
                phrase = wanted(draft.matches[number], draft.work.plain, draft.text[: span.start])
                forced = put(draft.text[: span.end], span, phrase)
                requests.append(_Request(draft, draft.ways, prefix=forced))
    _decode(requests, engine, "prefix", hypotheses=4)


def _rewritten(drafts: Sequence[Draft], engine: Engine, way: Way, method: str) -> None:
    """Decode with all missed terms of a sentence written in one way, then with one at a time."""
    together = [_Request(draft, _ways(draft, draft.missing, way)) for draft in drafts]
    _decode([r for r in together if r.ways != r.draft.ways], engine, method, hypotheses=4)
    most = max((len(draft.missing) for draft in drafts), default=0)
    for turn in range(most):
        single = [
            _Request(draft, _ways(draft, draft.missing[turn : turn + 1], way))
            for draft in drafts
            if len(draft.missing) > max(turn, 1)
        ]
        _decode([r for r in single if r.ways != r.draft.ways], engine, method, hypotheses=4)


def _ways(draft: Draft, numbers: Iterable[int], way: Way) -> dict[int, Way]:
    """Give how the terms are written if those numbered are written anew, as far as they can be."""
    return {**draft.ways, **{number: way for number in numbers if can(draft, number, way)}}


def _standing(draft: Draft, number: int) -> list[str]:
    """Give the English that stands where a missed term should: known wrong renderings, else what is aligned with it."""
    found = draft.found[number].wrong[:1]
    if found:
        return [found[0].span.of(draft.text)]
    span = place_of(draft, number)
    return [span.of(draft.text)] if span is not None else []


def _decode(requests: Sequence[_Request], engine: Engine, method: str, *, hypotheses: int) -> None:
    if not requests or not isinstance(engine, Decoder):
        return
    options = DecodeOptions(
        beam=BEAM,
        hypotheses=hypotheses,
        prefixes=tuple(r.prefix for r in requests) if any(r.prefix for r in requests) else (),
        suppress=tuple(r.banned for r in requests) if any(r.banned for r in requests) else (),
    )
    placeholders = engine.identity.placeholders
    variants = [written(request.draft, request.ways, placeholders) for request in requests]
    decoded = engine.decode([variant.sent for variant in variants], options)
    for request, variant, found in zip(requests, variants, decoded, strict=True):
        _propose(request, variant, found, method)


def _propose(request: _Request, variant: Variant, hypotheses: Sequence[Hypothesis], method: str) -> None:
    """Let the draft take the hypothesis that makes most terms good, the first of equals."""
    draft = request.draft
    best: tuple[int, str, Hypothesis] | None = None
    for hypothesis in hypotheses:
        text = _filled(mended(hypothesis.text, draft, request.ways), variant, draft)
        if text is None or not draft.keeps(text) or not sound(text, draft.text):
            continue
        found = draft.check(text)
        good = sum(f.good for f in found)
        if draft.improves(found) and (best is None or good > best[0]):
            best = (good, text, hypothesis)
    if best is not None:
        _, text, hypothesis = best
        draft.alternatives.append(Hypothesis(draft.text, draft.score or draft.work.free[0].score))
        draft.take(text, draft.check(text), method)
        draft.score, draft.ways = hypothesis.score, dict(request.ways)
        with_swaps(draft)


def _filled(text: str, variant: Variant, draft: Draft) -> str | None:
    """Give the English with its placeholders filled, None where one is not there exactly once."""
    if _SYMBOL.search(text):
        return None
    for symbol, match in variant.filled:
        if text.count(symbol) != 1:
            return None
        start = text.index(symbol)
        phrase = wanted(match, draft.work.plain, text[:start])
        text = put(text, Span(start, start + len(symbol)), phrase, was_plural=False)
    return text

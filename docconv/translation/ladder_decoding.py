"""The rungs that decode again: more hypotheses, terms inline, a rewritten source, banned words, a forced beginning.

Each collects what all open sentences want and decodes it in one call. A proposal is taken only if it is sound English by
its shape and, checked anew, better in terms than what stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docconv.model import Span
from docconv.protocols import DecodeOptions, Decoder, Engine, Hypothesis
from docconv.terminology import Match
from docconv.translation.drafts import Draft
from docconv.translation.ladder_swaps import place_of, with_swaps
from docconv.translation.repair import put
from docconv.translation.soundness import sound
from docconv.translation.wording import wanted

BEAM = 8
ANNOTATIONS = 3  # terms that the embedded model was trained to take in one sentence
WORDS = 4  # words a side that it was trained to take in one term

_SYMBOL = re.compile(r"⟦(?:t|=|/)⟧")
_PLACEHOLDER = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class _Request:
    """One sentence to decode for a draft: the Dutch, what it must begin with, what is banned, what is filled in after."""

    draft: Draft
    sent: str
    prefix: str = ""
    banned: tuple[str, ...] = ()
    filled: tuple[tuple[str, Match], ...] = ()


def n_best(drafts: Sequence[Draft], engine: Engine) -> None:
    """Take the best of several hypotheses that honours more terms."""
    _decode([_Request(draft, draft.work.sent) for draft in drafts], engine, "n-best", hypotheses=BEAM)


def inline(drafts: Sequence[Draft], engine: Engine) -> None:
    """Give the terms inline to a model that was trained to take them: the missed ones, then all of the sentence."""
    if not isinstance(engine, Decoder) or not engine.identity.terms:
        return
    for every in (False, True):
        requests = []
        for draft in (d for d in drafts if d.missing):
            numbers = range(len(draft.matches)) if every else draft.missing
            sent = annotated(draft, numbers)
            if sent is not None:
                requests.append(_Request(draft, sent))
        _decode(requests, engine, "inline", hypotheses=4)


def rewrite(drafts: Sequence[Draft], engine: Engine) -> None:
    """Write each missed term in English into the Dutch, since models mostly copy what they do not know.

    On sentence pairs of parliament this mends half of what a small model misses and gains more chrF than n-best; it is why
    the rung stands.
    """
    _decode([r for draft in drafts if (r := _englished(draft)) is not None], engine, "rewrite", hypotheses=4)


def placeholder(drafts: Sequence[Draft], engine: Engine) -> None:
    """Put a placeholder in the place of each missed term, for a model that carries placeholders over, and fill it after."""
    if not isinstance(engine, Decoder) or not engine.identity.placeholders:
        return
    requests = [r for draft in drafts if (r := _replaced(draft, engine.identity.placeholders)) is not None]
    _decode(requests, engine, "placeholder", hypotheses=4)


def suppress(drafts: Sequence[Draft], engine: Engine) -> None:
    """Ban what stands in the place of each missed term and decode again."""
    requests = []
    for draft in drafts:
        banned = tuple(dict.fromkeys(text for n in draft.missing for text in _standing(draft, n)))
        if banned:
            requests.append(_Request(draft, draft.work.sent, banned=banned))
    _decode(requests, engine, "suppress", hypotheses=4)


def prefix(drafts: Sequence[Draft], engine: Engine) -> None:
    """Keep the English up to the missed term's place, force the term there, and let the model go on from it."""
    if not isinstance(engine, Decoder):
        return
    requests = []
    for draft in drafts:
        for number in draft.missing[:1]:
            span = place_of(draft, number)
            if span is not None:
                phrase = wanted(draft.matches[number], draft.work.plain, draft.text[: span.start])
                forced = put(draft.text[: span.end], span, phrase)
                requests.append(_Request(draft, draft.work.sent, prefix=forced))
    _decode(requests, engine, "prefix", hypotheses=4)


def annotated(draft: Draft, numbers: Iterable[int]) -> str | None:
    """Give the sentence with terms inline (⟦t⟧ source ⟦=⟧ target ⟦/⟧), None where none of them can be given so."""
    work = draft.work
    notes: list[tuple[Span, str]] = []
    for number in numbers:
        match = draft.matches[number]
        span = work.sent_span(match.spans[0]) if len(match.spans) == 1 else None
        target = wanted(match, work.plain).text
        if span is None or len(span.of(work.sent).split()) > WORDS or len(target.split()) > WORDS:
            continue
        notes.append((span, f"⟦t⟧ {span.of(work.sent)} ⟦=⟧ {target} ⟦/⟧"))
    return _with(work.sent, notes[:ANNOTATIONS]) if notes else None


def _englished(draft: Draft) -> _Request | None:
    """Give the sentence with the English of each missed term in its Dutch one's place."""
    work = draft.work
    places = [
        (span, wanted(draft.matches[number], work.plain).text)
        for number in draft.missing
        if len(draft.matches[number].spans) == 1
        for span in [work.sent_span(draft.matches[number].spans[0])]
        if span is not None
    ]
    return _Request(draft, _with(work.sent, places)) if places else None


def _replaced(draft: Draft, limit: int) -> _Request | None:
    """Give the sentence with a free placeholder for each missed term that is not already under one."""
    work = draft.work
    used = {int(n) for n in _PLACEHOLDER.findall(work.sent)}
    free = (n for n in range(limit) if n not in used)
    places: list[tuple[Span, str]] = []
    filled: list[tuple[str, Match]] = []
    for number in draft.missing:
        match = draft.matches[number]
        span = work.sent_span(match.spans[0]) if len(match.spans) == 1 and match.entry.pos != "verb" else None
        symbol = next(free, None)
        if span is not None and symbol is not None:
            places.append((span, f"⟦{symbol}⟧"))
            filled.append((f"⟦{symbol}⟧", match))
    return _Request(draft, _with(work.sent, places), filled=tuple(filled)) if places else None


def _with(text: str, places: Sequence[tuple[Span, str]]) -> str:
    for span, new in sorted(places, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


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
    for request, found in zip(requests, engine.decode([r.sent for r in requests], options), strict=True):
        _propose(request, found, method)


def _propose(request: _Request, hypotheses: Sequence[Hypothesis], method: str) -> None:
    """Let the draft take the hypothesis that makes most terms good, the best-scored of equals."""
    draft = request.draft
    best: tuple[int, str, Hypothesis] | None = None
    for hypothesis in hypotheses:
        text = _filled(hypothesis.text, request)
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
        draft.score = hypothesis.score
        with_swaps(draft)


def _filled(text: str, request: _Request) -> str | None:
    """Give the English with its placeholders filled, None where one is not there exactly once."""
    if _SYMBOL.search(text):
        return None
    for symbol, match in request.filled:
        if text.count(symbol) != 1:
            return None
        start = text.index(symbol)
        phrase = wanted(match, request.draft.work.plain, text[:start])
        text = put(text, Span(start, start + len(symbol)), phrase, was_plural=False)
    return text

"""The rungs that put the right English in a wrong one's place and leave the rest of the sentence as it is."""

from __future__ import annotations

from collections.abc import Sequence

from docconv.model import Span
from docconv.protocols import Decoder, Engine
from docconv.terminology.targets import Occurrence, right_form, words
from docconv.translation.drafts import Draft
from docconv.translation.repair import Phrase, put
from docconv.translation.soundness import single
from docconv.translation.wording import wanted

_SMALL = frozenset(
    {"the", "a", "an", "of", "to", "and", "in", "on", "for", "that", "this", "is", "are", "be", "with", "it"}
)


def align(drafts: Sequence[Draft], engine: Engine) -> None:
    """Ask the engine which Dutch each English word came from, and check the terms again with that."""
    if not isinstance(engine, Decoder):
        return
    wanting = [draft for draft in drafts if not draft.links]
    for draft, links in zip(wanting, engine.align([(d.work.sent, d.text) for d in wanting]), strict=True):
        draft.aligned(links)


def known_rendering(drafts: Sequence[Draft], engine: Engine) -> None:
    """Replace the known wrong rendering of each missed term by the right one, in the same form."""
    align(drafts, engine)
    for draft in drafts:
        with_swaps(draft)


def with_swaps(draft: Draft) -> None:
    """Swap what can be swapped in one sentence, nearest rendering first."""
    for number in draft.missing:
        for wrong in draft.found[number].wrong:
            text = swapped(draft.text, wrong)
            found = draft.check_edited(text)
            if draft.improves(found) and draft.keeps(text) and single(text, draft.text):
                draft.take(text, found, "known-rendering", edited=True)
                break


def swapped(text: str, wrong: Occurrence) -> str:
    """Give a text with a wrong rendering replaced by the entry's English in the same form."""
    plural = wrong.form.name == "plural"
    right = right_form(wrong.entry, wrong.form.name)
    return put(text, wrong.span, Phrase(right, plural=plural), was_plural=plural)


def localised(drafts: Sequence[Draft], engine: Engine) -> None:
    """Put each missed term where the alignment says that its Dutch came out. Always flagged."""
    align(drafts, engine)
    for draft in drafts:
        for number in draft.missing:
            span = place_of(draft, number)
            if span is None:
                continue
            phrase = wanted(draft.matches[number], draft.work.plain, draft.text[: span.start])
            text = put(draft.text, span, phrase)
            found = draft.check_edited(text)
            if draft.improves(found) and draft.keeps(text) and single(text, draft.text):
                draft.take(text, found, "localised", flagged=True, edited=True)


def place_of(draft: Draft, number: int) -> Span | None:
    """Give the run of English words that came from a term's Dutch by the alignment, None where there is none.

    Words that honour other terms, kept strings and signs are left out; small words do not make a place by themselves.
    """
    spans = draft.sought[number].spans
    others = [f.honoured.span for n, f in enumerate(draft.found) if n != number and f.honoured]
    others += [Span(at, at + len(item)) for item in draft.work.kept for at in [draft.text.find(item)] if at >= 0]
    runs: list[list[tuple[Span, float]]] = [[]]
    for word in words(draft.text):
        span = Span(word.start, word.end)
        links = weight(draft, spans, span)
        taken = any(o.start < span.end and span.start < o.end for o in others)
        if links > 0 and not taken and word.text[0].isalnum():
            runs[-1].append((span, 0.01 if word.folded in _SMALL else links))
        else:
            runs.append([])
    runs = [_trimmed(run) for run in runs]
    best = max(runs, key=lambda run: sum(links for _, links in run))
    return Span(best[0][0].start, best[-1][0].end) if best else None


def weight(draft: Draft, spans: tuple[Span, ...], word: Span) -> float:
    """Give the weight of the links from a word of the English to the term's Dutch, 0 where most point elsewhere."""
    links = [link for link in draft.links if word.start <= link[1] < word.end]
    hit = sum(w for s, _, w in links if any(p.start <= s < p.end for p in spans))
    return hit if hit * 2 > sum(w for _, _, w in links) else 0.0


def _trimmed(run: list[tuple[Span, float]]) -> list[tuple[Span, float]]:
    """Give a run without the small words at its ends."""
    while run and run[0][1] <= 0.01:
        run = run[1:]
    while run and run[-1][1] <= 0.01:
        run = run[:-1]
    return run

"""Words that a model meant and misspelt: "re-edudcation camps", "House or Representatives", "Xinjia".

Small models copy and build rare words piece by piece and slip in one; what stands at the term's place and is nearly the
wanted form is that form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from docconv.model import Span
from docconv.protocols import Engine
from docconv.terminology.targets import words
from docconv.translation.drafts import Draft
from docconv.translation.ladder_swaps import align, weight
from docconv.translation.repair import Phrase, put
from docconv.translation.soundness import single
from docconv.translation.wording import wanted

ALIKE = 0.8  # share of letters in common (Ratcliff and Obershelp) from which one is a slip for the other
SHORTEST = 6  # letters; in shorter words a slip and another word look alike


def respelled(drafts: Sequence[Draft], engine: Engine) -> None:
    """Put the wanted form where the English has nearly that, at the place that the term's Dutch came out."""
    align(drafts, engine)
    for draft in drafts:
        for number in draft.missing:
            phrase = wanted(draft.matches[number], draft.work.plain)
            span = slip(draft.text, phrase.text, _here(draft, number))
            if span is None:
                continue
            text = put(draft.text, span, phrase)
            found = draft.check_edited(text)
            if draft.improves(found) and draft.keeps(text) and single(text, draft.text):
                draft.take(text, found, "respelled", edited=True)


def mended(text: str, draft: Draft, numbers: Iterable[int]) -> str:
    """Give a text with the slips in those terms put right, whose English was in the Dutch that was sent."""
    for number in numbers:
        phrase = wanted(draft.matches[number], draft.work.plain)
        span = None if phrase.text.lower() in text.lower() else slip(text, phrase.text, _all(text))
        if span is not None:
            text = put(text, span, Phrase(phrase.text))
    return text


def slip(text: str, form: str, places: Sequence[Span]) -> Span | None:
    """Give the run of words in `text`, within those that `places` begin, that is most nearly `form`; None if none is.

    >>> text = "Dutch people in the 're-edudcation camps' there"
    >>> slip(text, "re-education camps", _all(text)).of(text)
    're-edudcation camps'
    """
    if len(form) < SHORTEST:
        return None
    length = len(words(form))
    best: tuple[float, Span] | None = None
    for first in range(len(places)):
        for last in range(first + max(length - 2, 0), min(first + length + 1, len(places))):
            span = Span(places[first].start, places[last].end)
            alike = _alike(span.of(text).lower(), form.lower())
            if alike >= ALIKE and (best is None or alike > best[0]):
                best = (alike, span)
    return best[1] if best else None


def _alike(a: str, b: str) -> float:
    if abs(len(a) - len(b)) > max(len(a), len(b)) * (1 - ALIKE) * 2:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _all(text: str) -> list[Span]:
    return [Span(word.start, word.end) for word in words(text) if word.text[0].isalnum()]


def _here(draft: Draft, number: int) -> list[Span]:
    """Give the words that came from a term's Dutch; all words for a name that is the same in both languages."""
    match = draft.matches[number]
    spans = _all(draft.text)
    taken = [f.honoured.span for n, f in enumerate(draft.found) if n != number and f.honoured]
    spans = [s for s in spans if not any(t.start < s.end and s.start < t.end for t in taken)]
    if match.entry.en == match.entry.nl:
        return spans
    return [span for span in spans if weight(draft, draft.sought[number].spans, span) > 0]

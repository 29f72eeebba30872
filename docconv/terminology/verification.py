"""Whether an English sentence honours the terms of its Dutch one: each occurrence by its own words, one to one.

A count of the English word proves nothing (*regering* and *kabinet* both give "government"), so every Dutch occurrence
claims a stretch of English that no other may claim; where words compete, the model's alignment decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docconv.model import GlossaryEntry, Span
from docconv.terminology.targets import Occurrence, longest, occurrences, words

Link = tuple[int, int, float]
_EXHAUSTIVE = 4000  # assignments that are all tried; above that, each occurrence takes its best free claim in turn

_BESIDE = 2  # code points between two renderings that are taken for one stutter: "government, cabinet"


@dataclass(frozen=True, slots=True)
class Sought:
    """A term that a Dutch sentence has: `spans` are its parts there, none where its place cannot be told."""

    entry: GlossaryEntry
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one sought term: the English that honours it, None where nothing does.

    `wrong` are known wrong renderings that nothing else accounts for and that may stand for this occurrence, best first.
    `doubled` tells that the term is honoured and a wrong rendering of it stands there too.
    """

    sought: Sought
    honoured: Occurrence | None
    wrong: tuple[Occurrence, ...] = ()
    doubled: bool = False

    @property
    def good(self) -> bool:
        """Tell that the term is honoured and nothing contradicts it."""
        return self.honoured is not None and not self.doubled


def verify(sought: Sequence[Sought], english: str, source_length: int, links: Sequence[Link] = ()) -> tuple[Found, ...]:
    """Give for each sought term what the English has for it, in the order of `sought`.

    `source_length` is the length of the Dutch in which the spans count; `links` are the model's alignment, if there is one.
    """
    tokens = words(english)
    place = _Place(source_length, len(english), links)
    wrong = {item.entry.id: longest(occurrences(item.entry, tokens, wrong=True)) for item in sought}
    claims = [_claims(occurrences(item.entry, tokens), wrong[item.entry.id]) for item in sought]
    chosen = _assign(sought, claims, place)
    taken = [o.span for o in chosen if o is not None]
    spare = [_spare(item, wrong[item.entry.id], taken, place) for item in sought]
    return tuple(
        Found(item, got, tuple(w), doubled=got is not None and _doubled(item, got, w, place, bool(links)))
        for item, got, w in zip(sought, chosen, spare, strict=True)
    )


class _Place:
    """How near a stretch of English is to a stretch of Dutch: by the links, or by where both stand in their sentence."""

    def __init__(self, source: int, target: int, links: Sequence[Link]) -> None:
        self._scale = (max(source, 1), max(target, 1))
        self._links = links

    def nearness(self, source: tuple[Span, ...], target: Span) -> float:
        """Give 0.0 (elsewhere) to 1.0 (the very place)."""
        if not source:
            return 0.0
        if not self._links:
            a = (source[0].start + source[-1].end) / 2 / self._scale[0]
            b = (target.start + target.end) / 2 / self._scale[1]
            return 1.0 - min(abs(a - b), 1.0)
        inside = [link for link in self._links if target.start <= link[1] < target.end]
        total = sum(weight for _, _, weight in inside)
        hit = sum(weight for s, _, weight in inside if any(p.start <= s < p.end for p in source))
        return hit / total if total else 0.0


def _claims(right: list[Occurrence], wrong: list[Occurrence]) -> list[Occurrence]:
    """Give the stretches that may honour a term: not those inside a longer wrong rendering of it."""
    return [o for o in right if not any(w.span.covers(o.span) and len(w.span) > len(o.span) for w in wrong)]


def _assign(sought: Sequence[Sought], claims: list[list[Occurrence]], place: _Place) -> list[Occurrence | None]:
    """Give each term its stretch: as many terms honoured as can be, then the longest and the nearest stretches."""
    combinations = 1
    for options in claims:
        combinations *= len(options) + 1
    value = [[_value(item, o, place) for o in options] for item, options in zip(sought, claims, strict=True)]
    if combinations > _EXHAUSTIVE:
        return _in_turn(claims, value)
    best: tuple[float, list[Occurrence | None]] = (-1.0, [None] * len(claims))

    def search(at: int, total: float, chosen: list[Occurrence | None]) -> None:
        nonlocal best
        if at == len(claims):
            if total > best[0]:
                best = (total, list(chosen))
            return
        for option, worth in zip(claims[at], value[at], strict=True):
            if not any(o is not None and _overlap(o.span, option.span) for o in chosen):
                search(at + 1, total + worth, [*chosen, option])
        search(at + 1, total, [*chosen, None])

    search(0, 0.0, [])
    return best[1]


def _value(item: Sought, option: Occurrence, place: _Place) -> float:
    """Give what a claim is worth: any claim more than none, a longer one a little more, a nearer one more than that."""
    return 100.0 + place.nearness(item.spans, option.span) + min(len(option.span), 99) / 1000


def _in_turn(claims: list[list[Occurrence]], value: list[list[float]]) -> list[Occurrence | None]:
    order = sorted(((worth, -i, -j) for i, row in enumerate(value) for j, worth in enumerate(row)), reverse=True)
    chosen: list[Occurrence | None] = [None] * len(claims)
    for _, i, j in order:
        option = claims[-i][-j]
        if chosen[-i] is None and not any(o is not None and _overlap(o.span, option.span) for o in chosen):
            chosen[-i] = option
    return chosen


def _spare(item: Sought, wrong: list[Occurrence], taken: list[Span], place: _Place) -> list[Occurrence]:
    """Give the wrong renderings that no honoured term accounts for, the nearest first."""
    free = [w for w in wrong if not any(_overlap(w.span, span) for span in taken)]
    return sorted(free, key=lambda w: (-place.nearness(item.spans, w.span), w.span.start))


def _doubled(item: Sought, got: Occurrence, wrong: Sequence[Occurrence], place: _Place, aligned: bool) -> bool:  # noqa: FBT001
    """Tell that a wrong rendering stands beside the right one for the same Dutch words.

    With an alignment, a wrong rendering that points elsewhere is another word's, unless it stands right beside the right
    one; without one, it is taken for a double.
    """
    forbidden = {text.lower() for text in item.entry.forbidden}
    for w in wrong:
        if w.form.text.lower() in forbidden:
            return True
        near = place.nearness(item.spans, w.span)
        beside = max(w.span.start - got.span.end, got.span.start - w.span.end) <= _BESIDE
        if not aligned or beside or (near >= 0.5 and near >= place.nearness(item.spans, got.span)):
            return True
    return False


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end

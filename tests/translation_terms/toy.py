"""A small engine with every ability, word for word: what each rung of the ladder needs, without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docconv.model import Span
from docconv.protocols import DecodeOptions, EngineIdentity, Hypothesis
from docconv.translation.work import SentenceWork

WORD = re.compile(r"⟦\d+⟧|[\w'-]+|[^\w\s]")
TERM = re.compile(r"⟦t⟧ (.+?) ⟦=⟧ (.+?) ⟦/⟧")


@dataclass
class Toy:
    """`lexicon` gives for a Dutch word its English ones, best first ("" for none); other words stay as they are."""

    lexicon: dict[str, list[str]]
    terms: bool = False
    placeholders: int = 0
    hypotheses: int = 1
    can_suppress: bool = False
    can_prefix: bool = False
    asked: list[str] = field(default_factory=list)

    @property
    def identity(self) -> EngineIdentity:
        return EngineIdentity("toy", "toy", "0" * 64, placeholders=self.placeholders, terms=self.terms)

    def translate(self, sentences: Sequence[str]) -> list[str]:
        return [self.best(s) for s in sentences]

    def best(self, sentence: str) -> str:
        return self._text(self._chunks(sentence, 0))

    def decode(self, sentences: Sequence[str], options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:
        found = []
        for number, sentence in enumerate(sentences):
            self.asked.append(sentence)
            banned = options.suppress[number] if options.suppress and self.can_suppress else ()
            prefix = options.prefixes[number] if options.prefixes else ""
            many = min(options.hypotheses, self.hypotheses)
            texts = [self._text(self._chunks(sentence, rank, banned)) for rank in range(many)]
            if prefix:
                texts = [self._after(sentence, prefix)] if self.can_prefix else [texts[0]]
            found.append(tuple(Hypothesis(text, -1.0 - n) for n, text in enumerate(dict.fromkeys(texts))))
        return found

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [-1.0 for _ in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[int, int, float], ...]]:
        """Link the words of both in order: right as long as the English is this engine's own."""
        links = []
        for nl, en in pairs:
            source = [(m.start(), chunk) for m, chunk in self._pairs(nl, 0) if chunk]
            target = [m.start() for m in WORD.finditer(en)]
            spread = [start for start, chunk in source for _ in WORD.findall(chunk)]
            links.append(tuple((s, t, 1.0) for s, t in zip(spread, target, strict=False)))
        return links

    def _pairs(self, sentence: str, rank: int, banned: Sequence[str] = ()):
        for m in WORD.finditer(sentence):
            options = [o for o in self.lexicon.get(m.group().lower(), [m.group()]) if o not in banned] or [""]
            yield m, options[min(rank, len(options) - 1)]

    def _chunks(self, sentence: str, rank: int, banned: Sequence[str] = ()) -> list[str]:
        if not self.terms:
            return [chunk for _, chunk in self._pairs(sentence, rank, banned)]
        forced: list[str] = []

        def keep(m: re.Match[str]) -> str:
            forced.append(m.group(2))
            return f"forced{len(forced) - 1}"

        plain = TERM.sub(keep, sentence)
        chunks = [chunk for _, chunk in self._pairs(plain, rank, banned)]
        return [forced[int(c[6:])] if re.fullmatch(r"forced\d+", c) else c for c in chunks]

    def _after(self, sentence: str, prefix: str) -> str:
        """Go on after a forced beginning with the Dutch words whose own English would come later."""
        chunks = self._chunks(sentence, 0)
        done, length = 0, 0
        while done < len(chunks) and length < len(prefix):
            length += len(chunks[done]) + 1
            done += 1
        return self._text([prefix, *chunks[done:]])

    def _text(self, chunks: Sequence[str]) -> str:
        text = re.sub(r"\s+([.,?!;:])", r"\1", " ".join(chunk for chunk in chunks if chunk))
        return text[:1].upper() + text[1:]


def work(engine: Toy, dutch: str, **given) -> SentenceWork:
    """A sentence without placeables after its free translation."""
    whole = Span(0, len(dutch))
    free = given.pop("free", None) or engine.best(dutch)
    return SentenceWork(dutch, dutch, ((whole, whole),), (Hypothesis(free, -1.0),), **given)

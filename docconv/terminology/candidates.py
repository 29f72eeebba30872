"""What letters say often and the glossary lacks: names, abbreviations, phrases and words, with where they stand.

Function words and the everyday words of these letters are no candidates; the list below is what the corpus has most of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docconv.model import Span
from docconv.terminology.everyday import EVERYDAY, FUNCTION
from docconv.terminology.morphology import lemma
from docconv.terminology.termbase import TermBase
from docconv.terminology.tokens import Token, tokens

CONTEXT = 40  # code points on each side
_SHORTEST = 5  # letters of a single word that may be a term
_LINKS = frozenset(
    {"van", "de", "der", "den", "het", "voor", "en", "in", "op", "ter", "tot"}
)  # inside names and phrases


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a glossary might have: its most frequent form, what it is, how often and in how many letters.

    `kind` is "name", "abbreviation", "phrase" or "word"; `contexts` are up to three passages.
    """

    term: str
    kind: str
    count: int
    letters: int
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the content words of letters stands in glossary terms."""

    words: int
    covered: int

    @property
    def share(self) -> float:
        """Give the covered share, 0.0 to 1.0."""
        return self.covered / self.words if self.words else 0.0


def suggest(texts: Sequence[str], termbase: TermBase, *, least: int = 2) -> tuple[Candidate, ...]:
    """Give candidates that occur at least `least` times, those of most letters first."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    letters: dict[tuple[str, str], set[int]] = defaultdict(set)
    contexts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, text in enumerate(texts):
        for kind, key, span in _found(text, termbase):
            forms[kind, key][" ".join(span.of(text).split())] += 1
            letters[kind, key].add(number)
            if len(contexts[kind, key]) < 3:
                contexts[kind, key].append(_context(text, span))
    made = [
        Candidate(shapes.most_common(1)[0][0], key[0], shapes.total(), len(letters[key]), tuple(contexts[key]))
        for key, shapes in forms.items()
        if shapes.total() >= least
    ]
    return tuple(sorted(_maximal(made), key=lambda c: (-c.letters, -c.count, c.term)))


def coverage(texts: Iterable[str], termbase: TermBase) -> Coverage:
    """Give how many of the content words (no function words, no everyday words, no numbers) stand in terms."""
    total = covered = 0
    for text in texts:
        inside = _inside(text, termbase)
        for token in tokens(text):
            if token.is_word and _content(token):
                total += 1
                covered += token.start in inside
    return Coverage(total, covered)


def _inside(text: str, termbase: TermBase) -> set[int]:
    """Give where the words begin that stand in terms."""
    spans = [span for match in termbase.find(text) for span in match.spans]
    return {token.start for span in spans for token in tokens(span.of(text)) for token in [_moved(token, span.start)]}


def _moved(token: Token, by: int) -> Token:
    return Token(token.text, token.start + by, token.end + by, token.folded)


def _found(text: str, termbase: TermBase) -> Iterator[tuple[str, str, Span]]:
    """Yield kind, key and place of everything in a text that might be a term."""
    inside = _inside(text, termbase)
    run: list[Token] = []
    for token in [*tokens(text), None]:
        if token is not None and token.is_word and token.start not in inside and "\n\n" not in _gap(text, run, token):
            run.append(token)
            continue
        yield from _of_run(run)
        run = [token] if token is not None and token.is_word and token.start not in inside else []


def _gap(text: str, run: list[Token], token: Token) -> str:
    return text[run[-1].end : token.start] if run else ""


def _of_run(run: list[Token]) -> Iterator[tuple[str, str, Span]]:
    for token in run:
        if token.text.isupper() and 2 <= len(token.text) <= 8 and token.text.isalpha():
            yield "abbreviation", token.text, Span(token.start, token.end)
        elif _content(token) and token.folded.isalpha() and len(token.text) >= _SHORTEST:
            yield "word", lemma(token.folded), Span(token.start, token.end)
    yield from _names(run)
    for start in range(len(run)):
        for length in (2, 3, 4):
            part = run[start : start + length]
            if len(part) == length and _phrase(part):
                yield "phrase", " ".join(lemma(t.folded) for t in part), Span(part[0].start, part[-1].end)


def _names(run: list[Token]) -> Iterator[tuple[str, str, Span]]:
    """Yield the longest runs of two or more words with capitals, small words between them included."""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and (_capital(run[end]) or (end > at and run[end].folded in _LINKS)):
            end += 1
        part = run[at:end]
        while part and not _capital(part[-1]):
            part.pop()
        while part and part[0].folded in FUNCTION | EVERYDAY | _LINKS:
            part.pop(0)  # "Het Openbaar Ministerie" at the head of a sentence
        if len(part) >= 2:
            yield "name", " ".join(t.folded for t in part), Span(part[0].start, part[-1].end)
        at = max(end, at + 1)


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _phrase(part: Sequence[Token]) -> bool:
    """Tell whether words make a phrase: content words at both ends, only linking words between, no name."""
    return (
        _content(part[0])
        and _content(part[-1])
        and all(_content(t) or t.folded in _LINKS for t in part)
        and not any(t.text[0].isupper() or t.text[0].isdigit() for t in part[1:])
    )


def _content(token: Token) -> bool:
    folded = token.folded
    return (
        len(folded) > 2
        and not folded[0].isdigit()
        and folded not in FUNCTION
        and folded not in EVERYDAY
        and lemma(folded) not in EVERYDAY
    )


def _maximal(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what occurs only inside a longer candidate that is as frequent."""
    longer = [c for c in candidates if " " in c.term]
    inside: dict[str, int] = {}
    for c in longer:
        parts = c.term.lower().split()
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                if end - start < len(parts):
                    key = " ".join(parts[start:end])
                    inside[key] = max(inside.get(key, 0), c.count)
    names = {c.term.lower() for c in candidates if c.kind == "name"}
    return [
        c
        for c in candidates
        if inside.get(c.term.lower(), 0) < c.count and not (c.kind == "phrase" and c.term.lower() in names)
    ]


def _context(text: str, span: Span) -> str:
    before = " ".join(text[max(span.start - CONTEXT, 0) : span.start].split())
    after = " ".join(text[span.end : span.end + CONTEXT].split())
    return f"…{before} [{' '.join(span.of(text).split())}] {after}…"

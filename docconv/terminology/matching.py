"""Where a Dutch text has which glossary term: a trie over words, walked once from every word of the text.

A word leads on by each of its forms (itself, its lemma, both without a final s), so the cost grows with the text and
hardly with the glossary. An idiom's parts may stand up to `GAP_WORDS` words apart within one clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docconv.model import GlossaryEntry, Span
from docconv.terminology.columns import GAP
from docconv.terminology.morphology import keys, lemma, steps, verb_of
from docconv.terminology.tokens import Token, fold, tokens

GAP_WORDS = 12  # "stelt … aan de orde" in the corpus: the widest gap is eleven words
_STOPS = frozenset(".?!;:\ufffc")  # an idiom's parts do not stand on both sides of one
_OPENERS = frozenset("\"'‘“„«([–-•")
_PART = 5  # letters of a term that is looked for inside compounds


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text. `spans` are the parts of the text that belong to it, more than one where an idiom has gaps.

    `form` is the Dutch of the entry that was found (its term or a variant).
    """

    entry: GlossaryEntry
    spans: tuple[Span, ...]
    form: str
    genitive: bool = False

    @property
    def span(self) -> Span:
        """Give the span from the first word to the last, gaps included."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def main(self) -> Span:
        """Give the longest part, the first of equals: "aangifte" of "doet … aangifte"."""
        return max(self.spans, key=lambda span: (len(span), -span.start))

    def text(self, of: str) -> str:
        """Give the words of the match with a gap sign for each gap."""
        return f" {GAP} ".join(span.of(of) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Compound:
    """A word that begins or ends with a term without being one: "kabinetsformatie" holds "kabinet"."""

    entry: GlossaryEntry
    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One form of an entry: the words of its parts as printed, and its rank in the glossary."""

    entry: GlossaryEntry
    form: str
    words: tuple[str, ...]
    rank: int


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    patterns: list[_Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Candidate:
    pattern: _Pattern
    places: tuple[int, ...]

    @property
    def preference(self) -> tuple[int, int, int, int]:
        """Order candidates: more words first, then the narrower, then the earlier, then the glossary's own order."""
        return (-len(self.places), self.places[-1] - self.places[0], self.places[0], self.pattern.rank)


class Matcher:
    """A trie over the forms of entries."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        """Index the entries. Costs a few microseconds a word."""
        self._root = _Node()
        self._heads: dict[str, GlossaryEntry] = {}
        for rank, entry in enumerate(entries):
            for form in dict.fromkeys((entry.nl, *entry.nl_variants, *_turned(entry))):
                self._add(entry, form, rank)
            if entry.match == "lemma" and entry.nl.isalpha() and len(entry.nl) >= _PART:
                self._heads.setdefault(fold(entry.nl), entry)

    def find(self, text: str) -> tuple[Match, ...]:
        """Give the terms of a text, longest first where they compete, in text order."""
        words = tokens(text)
        taken = [False] * len(words)
        chosen: list[_Candidate] = []
        for candidate in sorted(self._candidates(words), key=lambda c: c.preference):
            if not any(taken[place] for place in candidate.places):
                for place in candidate.places:
                    taken[place] = True
                chosen.append(candidate)
        chosen.sort(key=lambda c: (c.places[0], c.places[-1]))
        return tuple(_match(candidate, words) for candidate in chosen)

    def competitors(self, text: str) -> list[list[GlossaryEntry]]:
        """Give for each place of a text the different entries that claim the very same words."""
        claims: dict[tuple[int, ...], dict[str, GlossaryEntry]] = {}
        for candidate in self._candidates(tokens(text)):
            claims.setdefault(candidate.places, {})[candidate.pattern.entry.id] = candidate.pattern.entry
        return [list(found.values()) for found in claims.values() if len(found) > 1]

    def compounds(self, text: str) -> tuple[Compound, ...]:
        """Give the words that hold a term at their beginning or end."""
        matched = {span for match in self.find(text) for span in match.spans}
        found: list[Compound] = []
        for token in tokens(text):
            span = Span(token.start, token.end)
            entry = None if any(m.covers(span) for m in matched) else self._part(token)
            if entry is not None:
                found.append(Compound(entry, token.text, span))
        return tuple(found)

    def _part(self, token: Token) -> GlossaryEntry | None:
        word = token.folded
        if len(word) < _PART + 3:
            return None
        parts = [word[:cut] for cut in range(len(word) - 3, _PART - 1, -1)]
        whole = lemma(word)
        parts += [whole[cut:] for cut in range(2, len(whole) - _PART + 1)]
        return next((self._heads[part] for part in parts if part in self._heads), None)

    def _add(self, entry: GlossaryEntry, form: str, rank: int) -> None:
        parts = [tokens(part) for part in form.split(GAP)]
        parts = [part for part in parts if part]
        words = tuple(token.text for part in parts for token in part)
        if not words:
            return
        flexible = _flexible(entry, [token.folded for part in parts for token in part])
        ends, at = [self._root], 0
        for number, part in enumerate(parts):
            if number:
                ends = [_gap(node) for node in ends]
            for token in part:
                base = form == entry.nl or (entry.pos == "verb" and token.folded.endswith("n"))
                found = steps(token.folded, base=base) if at in flexible else ("=" + token.folded,)
                ends = [node.words.setdefault(step, _Node()) for node in ends for step in found]
                at += 1
        pattern = _Pattern(entry, form, words, rank)
        for node in ends:
            node.patterns.append(pattern)

    def _candidates(self, words: list[Token]) -> Iterator[_Candidate]:
        forms = [keys(token.folded) if token.is_word else ("=" + token.folded,) for token in words]
        for start in range(len(words)):
            seen: set[tuple[int, tuple[int, ...]]] = set()
            for node, places in self._walk(self._root, start, (), words, forms):
                for pattern in node.patterns:
                    key = (id(pattern), places)
                    if key not in seen and _fits(pattern, [words[p] for p in places], words, places[0]):
                        seen.add(key)
                        yield _Candidate(pattern, places)

    def _walk(
        self, node: _Node, at: int, places: tuple[int, ...], words: list[Token], forms: list[tuple[str, ...]]
    ) -> Iterator[tuple[_Node, tuple[int, ...]]]:
        """Give every node that the words from `at` on lead to, with the places of the words that led there."""
        if at < len(words):
            for form in forms[at]:
                following = node.words.get(form)
                if following is not None:
                    here = (*places, at)
                    if following.patterns:
                        yield following, here
                    yield from self._walk(following, at + 1, here, words, forms)
        if node.gap is not None:
            for after in range(at, min(at + GAP_WORDS + 1, len(words))):
                if after > at and words[after - 1].text in _STOPS:
                    break
                yield from self._walk(node.gap, after, places, words, forms)


def _flexible(entry: GlossaryEntry, words: list[str]) -> frozenset[int]:
    """Give which words of a form may stand in any inflection: all, none, or the verb of an idiom."""
    if entry.match == "lemma":
        return frozenset(range(len(words)))
    verb = verb_of(words) if entry.match == "idiom" else None
    return frozenset() if verb is None else frozenset({verb})


def _turned(entry: GlossaryEntry) -> Iterator[str]:
    """Yield an idiom as a main clause has it, the verb in front.

    >>> list(_turned(GlossaryEntry("a", "aangifte … doen", "file a report", match="idiom")))
    ['doen … aangifte']
    """
    parts = [part.strip() for part in entry.nl.split(GAP)]
    if entry.match == "idiom" and len(parts) == 2 and parts[0] and verb_of([fold(parts[1])]) == 0:
        yield f"{parts[1]} {GAP} {parts[0]}"


def _gap(node: _Node) -> _Node:
    if node.gap is None:
        node.gap = _Node()
    return node.gap


def _fits(pattern: _Pattern, found: list[Token], words: list[Token], first: int) -> bool:
    """Tell whether the found words are a form that the entry's match and case modes allow."""
    entry = pattern.entry
    if entry.match == "exact" and not all(_same(t.folded, fold(w)) for t, w in zip(found, pattern.words, strict=True)):
        return False
    if entry.case == "any":
        return True
    free_initial = entry.case == "initial" or _opens_sentence(words, first)
    return all(
        _same_case(token.text, word, free_initial=free_initial and number == 0)
        for number, (token, word) in enumerate(zip(found, pattern.words, strict=True))
    )


def _same(found: str, word: str) -> bool:
    """Tell whether a word is the term's own, a genitive or plural with an apostrophe at most added ("AIVD's")."""
    return found == word or found in {word + "'s", word + "'", word + "s"}


def _same_case(found: str, word: str, *, free_initial: bool) -> bool:
    """Tell whether the letters that both share are of one case.

    >>> _same_case("AIVD's", "AIVD", free_initial=False), _same_case("kamer", "Kamer", free_initial=False)
    (True, False)
    """
    for number, (a, b) in enumerate(zip(found, word, strict=False)):
        if a.lower() == b.lower() and a != b and not (free_initial and number == 0):
            return False
    return True


def _opens_sentence(words: list[Token], first: int) -> bool:
    before = first - 1
    while before >= 0 and words[before].text in _OPENERS:
        before -= 1
    return before < 0 or words[before].text in ".?!:"


def _match(candidate: _Candidate, words: list[Token]) -> Match:
    found = [words[place] for place in candidate.places]
    spans: list[Span] = []
    for number, token in enumerate(found):
        joined = number > 0 and candidate.places[number] == candidate.places[number - 1] + 1
        if joined:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
    last = candidate.pattern.words[-1]
    genitive = bool(re.search(r"['’]s?$", found[-1].text)) and not re.search(r"['’]s?$", last)
    return Match(candidate.pattern.entry, tuple(spans), candidate.pattern.form, genitive)

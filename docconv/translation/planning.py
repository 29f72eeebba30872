"""How each sentence is to be translated: from a memory, as it stands, as a phrase, or by the engine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docconv.model import Citation, FootnoteRef, RichText, Span, Suggestion
from docconv.protocols import Hypothesis
from docconv.translation.jobs import Job
from docconv.translation.memory import Memory
from docconv.translation.phrases import PhraseMatch, Slot, match
from docconv.translation.placeables import Placeable, placeables
from docconv.translation.protection import protect

ALL = 10_000  # more symbols than any sentence has placeables
_FIGURE = re.compile(r"(?<!\S)[€$]?\d[\d.,]*%?(?!\S)")  # yes: 1.250  12%   no: 2e
_WORDS = re.compile(r"[^\W\d_]{2,}(?:[ /-][^\W\d_]+)*")  # yes: Noord-Holland
_NUMBERED = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs to know of the engine and the letter.

    `symbols` counts the placeholder symbols that the engine knows, `forces` tells whether it takes a forced beginning,
    `english` whether it means to write English; `names` are the letter's names.
    """

    symbols: int
    names: Sequence[str] = ()
    forces: bool = True
    memory: Memory = field(default_factory=Memory)
    english: bool = True

    def plan(self, dutch: RichText, *, fragment: bool = False) -> Job:
        """Give the job for a sentence, or for a part of one."""
        job = self._remembered(dutch) or self._kept(dutch) or self._phrase(dutch) or self._row(dutch)
        if job is None:
            job = self.engine_job(dutch, fragment=fragment)
            job.suggestions += self.memory.alike(dutch.text)
        return job

    def _remembered(self, dutch: RichText) -> Job | None:
        found = self.memory.recall(dutch.text)
        if found is None:
            return None
        notes = tuple(p for p in placeables(dutch) if p.kind == "note")
        job = _fixed(Job(dutch, protect(dutch, notes, 0), found.english, "memory"))
        if found.adapted:
            job.suggestions.append(Suggestion("memory", found.pair.nl, found.pair.en, 1.0))
        return job

    def engine_job(self, dutch: RichText, *, symbols: int | None = None, fragment: bool = False) -> Job:
        """Give a job for the engine; `symbols` is other than the engine's where they failed."""
        found = placeables(dutch, self.names)
        return Job(dutch, protect(dutch, found, self.symbols if symbols is None else symbols), fragment=fragment)

    def _kept(self, dutch: RichText) -> Job | None:
        """Give a job for what holds no word to translate: only placeables, marks and numbers."""
        protection = protect(dutch, placeables(dutch, self.names), ALL)
        if re.search(r"[^\W\d_]", re.sub(r"⟦\d+⟧", "", protection.sent)):
            return None
        same = all(item.placeable.source == item.placeable.english.text for item in protection.items)
        return _fixed(Job(dutch, protection, protection.sent, "source" if same else "phrase"))

    def _phrase(self, dutch: RichText) -> Job | None:
        found = match(dutch.text)
        if found is None:
            return None
        if found.phrase.clause:
            job = self.engine_job(dutch)
            job.beginning = found.phrase.beginning if self.forces else ""
            return job
        return self._filled(dutch, found)

    def _row(self, dutch: RichText) -> Job | None:
        """Give a job for a row of figures with a name before it, as a table's text has it: the words alone are translated."""
        found = placeables(dutch)
        dates = [p.span for p in found if p.kind == "date"]
        words = [
            m for m in _WORDS.finditer(dutch.text) if not any(d.start < m.end() and m.start() < d.end for d in dates)
        ]
        figures = _FIGURE.findall(dutch.text)
        if len(figures) < 2 or len(words) > len(figures) or dutch.text.rstrip()[-1:] in {".", "?", "!", ":"}:
            return None
        values = [p for p in found if not any(p.span.start < m.end() and m.start() < p.span.end for m in words)]
        texts = [Placeable("text", Span(*m.span()), m[0], RichText(m[0])) for m in words]
        items = tuple(sorted([*values, *texts], key=lambda p: p.span))
        protection = protect(dutch, items, ALL)
        job = Job(dutch, protection, protection.sent, "engine" if texts else "phrase")
        for text in texts:
            job.parts[items.index(text)] = self.plan(dutch.slice(text.span), fragment=True)
        return _fixed(job)

    def _filled(self, dutch: RichText, found: PhraseMatch) -> Job:
        """Give a job whose English is the phrase's, with its slots and note references as symbols."""
        slots = [_placeable(dutch, slot) for slot in found.slots]
        notes = [p for p in placeables(dutch) if p.kind == "note" and not any(s.span.covers(p.span) for s in slots)]
        items = tuple(sorted([*slots, *notes], key=lambda p: p.span))
        protection = protect(dutch, items, ALL)
        job = Job(dutch, protection, _with_symbols(found, slots, items, dutch.text), "phrase")
        for slot, placeable in zip(found.slots, slots, strict=True):
            if slot.name == "text":
                part = self.plan(dutch.slice(slot.span), fragment=True)
                job.parts[items.index(placeable)] = part
        return _fixed(job)


def _fixed(job: Job) -> Job:
    job.free = (Hypothesis(job.english or "", 0.0),)
    return job


def _placeable(dutch: RichText, slot: Slot) -> Placeable:
    """Give a slot as a placeable, with the notes and links that stand in the Dutch there, where its English is its Dutch."""
    text = slot.span.of(dutch.text)
    english = slot.english
    if slot.name == "citation":
        cited = [i for i in dutch.inlines if isinstance(i, Citation) and slot.span.covers(i.span)]
        english = english.adding(replace(i, span=Span(0, len(english.text))) for i in cited[:1])
    elif english.text == text:
        inside = dutch.slice(slot.span).inlines
        english = english.adding(i for i in inside if i not in english.inlines and isinstance(i, FootnoteRef))
    return Placeable(slot.name, slot.span, text, english)


def _with_symbols(found: PhraseMatch, slots: Sequence[Placeable], items: Sequence[Placeable], text: str) -> str:
    """Give the phrase's English with a symbol for each slot, and one for each note reference beside what it follows."""
    after: dict[int, str] = {}
    closing = final = ""
    last_word = max((n for n, char in enumerate(text) if char.isalnum() or char in "’'”»)"), default=0)
    ends = {slot.span.end: n for n, slot in enumerate(slots)}
    for n, item in enumerate(items):
        if item.kind != "note" or item in slots:
            continue
        at = item.span.start
        if at in ends:
            after[ends[at]] = after.get(ends[at], "") + f"⟦{n}⟧"
            ends[item.span.end] = ends[at]
        elif at < last_word or text[at + 1 : at + 2] in {".", "?", "!"}:
            closing += f"⟦{n}⟧"
        else:
            final += f"⟦{n}⟧"
    numbered = _NUMBERED.sub(lambda m: f"⟦{items.index(slots[int(m[1])])}⟧{after.get(int(m[1]), '')}", found.english)
    return re.sub(r"([.?!]?)$", lambda m: closing + m[1] + final, numbered, count=1)

"""The fixed phrases of the kind of letter, from `glossary/phrases.csv`: templates whose slots are filled by rule or translated.

A phrase matches a whole sentence. `{text}` after "over" is a name for a subject and is translated on its own; after "dat",
"Zo ja," and the like it is a clause, whose word order hangs on the rest, so that the whole sentence goes to the engine with the
phrase's English as its forced beginning.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from docconv.data import glossary_file
from docconv.model import OBJECT, Date, Foreign, Inline, Quote, RichText, Span
from docconv.terminology.officials import (
    MEMBERS,
    NAME,
    PARTY,
    english_members,
    english_ministry,
    english_title,
    english_titles,
)
from docconv.translation import citations, dates

_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = r"\d{1,3}[a-z]?(?:(?:,\s|\sen\s|,\sen\s|\st/m\s|\stot\sen\smet\s|-|–)\d{1,3}[a-z]?)*"


def _same(nl: str) -> str:
    return nl


def _numbers(nl: str) -> str:
    """`3, 4 en 7 t/m 9` → `3, 4 and 7 to 9`."""
    return re.sub(r"\s(?:t/m|tot\sen\smet)\s", " to ", nl).replace(" en ", " and ")


def _year(nl: str) -> str:
    return nl.replace("-", "–")


@dataclass(frozen=True, slots=True)
class SlotRule:
    """What a slot may hold, as a regular expression, and the English of it (None: it may not, after all)."""

    pattern: str
    english: Callable[[str], str | None]


SLOTS = {
    "title": SlotRule(r"[‘“„«\"'’].{1,300}?[’”»\"']", _same),
    "date": SlotRule(r"[\w-]+(?:\s\w+){0,3}", lambda nl: dates.english(dates.plain(nl))),
    "questions": SlotRule(_NUMBERS, _numbers),
    "number": SlotRule(r"[\w./-]*\d(?:[\w/-]|\.(?=\w))*", _same),
    "dossier": SlotRule(r"\d{2}\s?\d{3}(?:[\s-][IVXA-Z]{1,6})?(?:-\d+)?", _same),
    # yes: Aanhangsel Handelingen, vergaderjaar 2018-2019, nr. 3633   no: Aanhangsel van de brief
    "citation": SlotRule(
        r"(?:Aanhangsel|Aanh\.|Handelingen|Kamerstuk|Stb\.|Stcrt\.|Trb\.).{1,120}?\d[\w/-]*", citations.english
    ),
    "year": SlotRule(r"\d{4}[-–/]\d{2,4}", _year),
    "minister": SlotRule(r"(?:[Mm]inister|[Ss]taatssecretaris)[\w\s,&-]{3,120}?", english_title),
    "ministers": SlotRule(r"(?:[Mm]inister|[Ss]taatssecretaris)[\w\s,&-]{3,300}?", english_titles),
    "ministry": SlotRule(r"[\w\s,&-]{2,80}?", english_ministry),
    "name": SlotRule(NAME, _same),
    "member": SlotRule(NAME, _same),
    "members": SlotRule(MEMBERS, english_members),
    "party": SlotRule(PARTY, _same),
    "text": SlotRule(r"\S.{2,}?", _same),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of phrases.csv, ready to match. `clause` tells that its `{text}` is a clause."""

    id: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    english: str
    clause: bool

    @property
    def beginning(self) -> str:
        """Give the English before a clause: what the engine's translation must begin with."""
        return self.english.partition("{text}")[0].rstrip()


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled slot: where it stands in the Dutch, and its English (for `{text}` the Dutch, yet to be translated)."""

    name: str
    span: Span
    english: RichText


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A sentence that is a phrase: the English with slots as `{0}`, `{1}` …, and the slots in the order of the Dutch."""

    phrase: Phrase
    english: str
    slots: tuple[Slot, ...]


def match(text: str) -> PhraseMatch | None:
    """Give the phrase that a sentence is, None where it is none. `text` may hold U+FFFC; those count as absent.

    >>> found = match("Zie het antwoord op vraag 3 en 4.")
    >>> found.english, found.slots[0].english.text
    ('See the answer to questions {0}.', '3 and 4')
    """
    flat = text.replace("\N{NO-BREAK SPACE}", " ")
    for phrase in _by_first_word().get(_first_word(flat), ()):
        if found := phrase.pattern.fullmatch(flat):
            slots = _filled(phrase, found)
            if slots is not None:
                return PhraseMatch(phrase, _english(phrase, slots, flat), slots)
    return None


def _filled(phrase: Phrase, found: re.Match[str]) -> tuple[Slot, ...] | None:
    slots = []
    for n, name in enumerate(phrase.names):
        span, nl = Span(*found.span(n + 1)), found[n + 1]
        english = SLOTS[name].english(nl)
        if english is None:
            return None
        slots.append(Slot(name, span, RichText(english, tuple(_inlines(name, nl, english)))))
    return tuple(slots)


def _inlines(name: str, nl: str, english: str) -> list[Inline]:
    whole = Span(0, len(english))
    if name == "title" and len(english) > 2:
        return [Quote(whole, title=True), Foreign(Span(1, len(english) - 1), "nl")]
    if name == "date" and (iso := dates.iso(dates.plain(nl))):
        return [Date(whole, iso)]
    return []


def _english(phrase: Phrase, slots: tuple[Slot, ...], text: str) -> str:
    """Give the template with its slots numbered in the order of the Dutch; a final point only where the Dutch has one."""
    waiting: dict[str, list[int]] = {}
    for n, slot in enumerate(slots):
        waiting.setdefault(slot.name, []).append(n)
    numbered = _SLOT.sub(lambda m: f"{{{waiting[m[1]].pop(0)}}}", phrase.english)
    for n, slot in enumerate(slots):
        if slot.name == "questions" and not slot.english.text.isalnum():
            numbered = numbered.replace(f"uestion {{{n}}}", f"uestions {{{n}}}")
    ends = text.rstrip(f"{OBJECT} ").endswith(".")
    bare = numbered.removesuffix(".")
    return f"{bare}." if ends else bare


@cache
def _by_first_word() -> dict[str, tuple[Phrase, ...]]:
    """Give the phrases by their first word in lower case, those with the longest fixed text first."""
    found: dict[str, list[Phrase]] = {}
    with glossary_file("phrases.csv").open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: (-len(_SLOT.sub("", row["nl"])), row["id"])):
            if set(_SLOT.findall(row["nl"])) <= set(SLOTS):
                found.setdefault(_first_word(row["nl"]), []).append(_phrase(row["id"], row["nl"], row["en"]))
    return {word: tuple(phrases) for word, phrases in found.items()}


def _phrase(id: str, nl: str, en: str) -> Phrase:
    names = tuple(_SLOT.findall(nl))
    bare = nl.removesuffix(".")
    parts = [f"(?:{re.escape(bare[:1])}|{re.escape(bare[:1].swapcase())})", _fixed(bare[1:])]
    pattern = "".join(parts) + rf"{OBJECT}*\.?{OBJECT}*"
    before = nl.partition("{text}")[0]
    clause = names == ("text",) and not re.search(r"(?:over|[Bb]etreft|Onderwerp):? $", before)
    return Phrase(id, re.compile(pattern), names, en, clause)


def _fixed(nl: str) -> str:
    """Give a template as a pattern: its slots as groups, single spaces as any space, note references allowed after slots."""
    parts, end = [], 0
    for slot in _SLOT.finditer(nl):
        parts += [_words(nl[end : slot.start()]), f"({SLOTS[slot[1]].pattern}){OBJECT}*"]
        end = slot.end()
    tail = _words(nl[end:])
    return "".join(parts) + re.sub(r"(\\?[?!])$", rf"{OBJECT}*\1", tail)


def _words(nl: str) -> str:
    return re.escape(nl).replace(r"\ ", r"\s+").replace("’", "'").replace("'", "['’]")


def _first_word(text: str) -> str:
    found = re.match(r"\w*", text)
    return found[0].lower() if found else ""

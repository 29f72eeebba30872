"""The English side of an entry: which strings honour it, which are known to be wrong, and where a sentence has them.

A form may be written with more capitals than the glossary has ("Government"), never with fewer ("house" is not the House).
Hyphens and blanks count as one: "like-minded" and "like minded".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docconv.model import GlossaryEntry, Span
from docconv.terminology.inflection import american, inflections

_WORD = re.compile(r"[^\W_]+|['\u2019]s?(?![^\W_])|[^\s\-\u2010\u2011]")


@dataclass(frozen=True, slots=True)
class Form:
    """One English form of an entry. `name` tells the inflection ("base", "plural", "past", "is" …)."""

    text: str
    name: str = "base"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of an English text with its place in code points."""

    text: str
    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form of an entry in an English text, at `span`."""

    entry: GlossaryEntry
    form: Form
    span: Span


@lru_cache(maxsize=16384)
def accepted(entry: GlossaryEntry) -> tuple[Form, ...]:
    """Give every form that honours the entry, the term's own first, each once."""
    own = [Form(text, name) for name, text in inflections(entry.en, _pos(entry))]
    if entry.en_plural:
        own = [form for form in own if form.name != "plural"] + [Form(entry.en_plural, "plural")]
    others = [Form(entry.first_mention)] if entry.first_mention else []
    variants = (entry.en, *entry.en_variants)
    derived = {text: name for v in variants for name, text in inflections(v, _pos(entry)) if text != v}
    for variant in entry.en_variants:
        if variant in derived:
            others.append(Form(variant, derived[variant]))
        else:
            others += [Form(text, name) for name, text in inflections(variant, _pos(entry))]
    return tuple({form.text: form for form in reversed([*own, *others])}.values())[::-1]


@lru_cache(maxsize=16384)
def known_wrong(entry: GlossaryEntry) -> tuple[Form, ...]:
    """Give every form that is known as a wrong rendering: those listed, inflected, and American spellings."""
    right = {form.text for form in accepted(entry)}
    forms: list[Form] = []
    for text in (*entry.wrong, *entry.forbidden):
        forms += [Form(inflected, name) for name, inflected in inflections(text, _pos(entry))]
    forms += [Form(american(form.text), form.name) for form in accepted(entry) if american(form.text) != form.text]
    return tuple({form.text: form for form in reversed(forms) if form.text not in right}.values())[::-1]


def right_form(entry: GlossaryEntry, name: str) -> str:
    """Give the entry's English in the form with that name, its base where it has no such form.

    >>> right_form(GlossaryEntry("a", "ambassade", "embassy", pos="noun"), "plural")
    'embassies'
    """
    if name == "plural" and entry.en_plural:
        return entry.en_plural
    forms = dict(inflections(entry.en, _pos(entry)))
    return forms.get(name) or forms.get(_SISTERS.get(name, ""), entry.en)


def occurrences(entry: GlossaryEntry, words: list[Word], *, wrong: bool = False) -> list[Occurrence]:
    """Give where the words of an English text have a form of the entry, shorter forms inside longer ones too."""
    index = _index(entry, wrong)
    found: list[Occurrence] = []
    for start, word in enumerate(words):
        for parts, form in index.get(word.folded, ()):
            end = start + len(parts)
            if end <= len(words) and all(_written(w.text, p) for w, p in zip(words[start:end], parts, strict=False)):
                found.append(Occurrence(entry, form, Span(word.start, words[end - 1].end)))
    return list({o.span: o for o in reversed(found)}.values())[::-1]


def longest(found: list[Occurrence]) -> list[Occurrence]:
    """Give the occurrences that lie in no longer one."""
    return [o for o in found if not any(p.span != o.span and p.span.covers(o.span) for p in found)]


def words(text: str) -> list[Word]:
    """Give the words and signs of an English text; a possessive 's is a sign of its own.

    >>> [w.text for w in words("The like-minded government's view.")]
    ['The', 'like', 'minded', 'government', "'s", 'view', '.']
    """
    return [Word(m.group(), m.start(), m.end(), _fold(m.group())) for m in _WORD.finditer(text)]


@lru_cache(maxsize=16384)
def _index(entry: GlossaryEntry, wrong: bool) -> dict[str, list[tuple[tuple[str, ...], Form]]]:  # noqa: FBT001
    index: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for form in known_wrong(entry) if wrong else accepted(entry):
        parts = tuple(word.text for word in words(form.text))
        if parts:
            index.setdefault(_fold(parts[0]), []).append((parts, form))
    for forms in index.values():
        forms.sort(key=lambda item: -len(item[0]))
    return index


def _written(found: str, form: str) -> bool:
    """Tell whether a word is the form's, with at least its capitals.

    >>> _written("Government", "government"), _written("house", "House"), _written("HOUSE", "House")
    (True, False, True)
    """
    if found == form:
        return True
    if _fold(found) != _fold(form):
        return False
    return all(a.isupper() or not b.isupper() for a, b in zip(found, form, strict=False))


def _fold(word: str) -> str:
    return word.replace("\u2019", "'").lower()


def _pos(entry: GlossaryEntry) -> str:
    """Give the part of speech by which to inflect: what the entry says, else a noun where the Dutch is found by lemma."""
    return "proper" if entry.dnt else entry.pos or ("noun" if entry.match == "lemma" else "")


_SISTERS = {  # the form of an ordinary verb that goes with one of "be", and back
    "be": "base", "are": "base", "am": "base", "is": "third", "was": "past", "were": "past", "been": "participle",
    "being": "ing", "third": "is", "past": "was", "participle": "been", "ing": "being", "base": "be",
}  # fmt: skip

"""What is wrong with a glossary whose rows are well-formed: entries that collide, can never match, or contradict themselves.

Each check has a code and a test; `docconv glossary check` prints what they find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docconv.model import GlossaryEntry
from docconv.terminology.columns import GAP
from docconv.terminology.inflection import plural
from docconv.terminology.matching import Matcher
from docconv.terminology.morphology import lemma
from docconv.terminology.targets import known_wrong, occurrences, words
from docconv.terminology.tokens import fold, tokens

CODES = {
    "duplicate": "two entries have the same Dutch term",
    "ambiguous": "a form of one entry is a form of another too",
    "never-matches": "a form is never found as this entry, not even by itself",
    "plural-missing": "the Dutch has a plural, the English none; where English has none, repeat the term itself",
    "collision": "a wrong or forbidden rendering is an accepted one too",
    "first-mention": "the form of the first mention has not the term's English in it",
    "unknown-source": "the source is not in sources.csv",
    "no-source": "no source is named",
    "unused": "a column says something that its entry does not use",
}
_UNCHANGING = frozenset(
    {"data", "information", "legislation", "support", "advice", "aid", "housing", "staff", "evidence", "research"}
)
_FILLING = "hier nu"  # words that stand in the gap of an idiom when its forms are tried


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should mend: where it stands (line from 1), in which column, and what it is."""

    code: str
    entry: GlossaryEntry
    column: str
    message: str

    def __str__(self) -> str:
        """Give the finding on one line, place first."""
        place = f"{self.entry.origin}:{self.entry.line}" if self.entry.origin else self.entry.id
        return f"{place}: column {self.column!r}: {self.message} ({self.code}: {self.entry.id})"


def check(entries: Sequence[GlossaryEntry], *, sources: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Give what is wrong, in the order of the entries. `sources` are the known ones; None leaves them unchecked."""
    approved = [entry for entry in entries if entry.status == "approved"]
    known = None if sources is None else frozenset(sources)
    found = [*_duplicates(approved), *_matching(approved)]
    for entry in approved:
        found += [*_plurals(entry), *_renderings(entry), *_mention(entry), *_unused(entry)]
    for entry in entries:
        found += _sources(entry, known)
    order = {entry.id: number for number, entry in enumerate(entries)}
    return tuple(sorted(found, key=lambda finding: (order[finding.entry.id], finding.code, finding.message)))


def _duplicates(entries: Sequence[GlossaryEntry]) -> Iterator[Finding]:
    seen: dict[str, GlossaryEntry] = {}
    for entry in entries:
        key = entry.nl if entry.case == "sensitive" else fold(entry.nl)
        other = seen.setdefault(key, entry)
        if other is not entry and not _at_other_times(entry, other):
            yield Finding("duplicate", entry, "nl", f"{entry.nl!r} is the term of {other.id} (line {other.line}) too")


def _at_other_times(a: GlossaryEntry, b: GlossaryEntry) -> bool:
    """Tell whether one entry's validity ends before the other's begins."""
    return bool((a.valid_until and b.valid_from >= a.valid_until) or (b.valid_until and a.valid_from >= b.valid_until))


def _matching(entries: Sequence[GlossaryEntry]) -> Iterator[Finding]:
    matcher = Matcher(entries)
    for entry in entries:
        for number, form in enumerate(dict.fromkeys((entry.nl, *entry.nl_variants))):
            column = "nl_variants" if number else "nl"
            text = form.replace(GAP, _FILLING)
            rivals = {r.id for claim in matcher.competitors(text) for r in claim if entry in claim} - {entry.id}
            whole = {m.entry.id for m in matcher.find(text)}
            if entry.id not in whole and not rivals:
                by = f", {' and '.join(sorted(whole))} instead" if whole else ""
                yield Finding("never-matches", entry, column, f"{form!r} is not found{by}")
            elif rivals and form == text:
                yield Finding("ambiguous", entry, column, f"{form!r} is a form of {', '.join(sorted(rivals))} too")


def _plurals(entry: GlossaryEntry) -> Iterator[Finding]:
    if entry.pos != "noun" or entry.dnt:
        return
    last = entry.en.rsplit(" ", 1)[-1].lower()
    uncounted = last in _UNCHANGING or plural(entry.en) == entry.en
    if not entry.en_plural and not uncounted and any(_plural_of(entry.nl, form) for form in entry.nl_variants):
        yield Finding("plural-missing", entry, "en_plural", f"{entry.nl!r} has a plural, {entry.en!r} has none here")


def _plural_of(nl: str, form: str) -> bool:
    """Tell whether a variant is the plural of a term: its last word goes back to the term's last word."""
    one, many = (tokens(text)[-1].folded for text in (nl, form))
    return one != many and many.endswith(("en", "s")) and lemma(many) == lemma(one) and len(many) > len(one)


def _renderings(entry: GlossaryEntry) -> Iterator[Finding]:
    right = {fold(text) for text in (entry.en, entry.en_plural, *entry.en_variants) if text}
    for column, texts in (("wrong", entry.wrong), ("forbidden", entry.forbidden)):
        for text in texts:
            if text in {entry.en, entry.en_plural, *entry.en_variants} or (fold(text) in right and text.islower()):
                yield Finding("collision", entry, column, f"{text!r} is accepted as well")
    for form in known_wrong(entry):
        if form.text not in (*entry.wrong, *entry.forbidden) and form.text in (entry.en, entry.en_plural):
            yield Finding("collision", entry, "wrong", f"{form.text!r}, a form of a wrong rendering, is accepted")


def _mention(entry: GlossaryEntry) -> Iterator[Finding]:
    plain = replace(entry, first_mention="")
    if entry.first_mention and not occurrences(plain, words(entry.first_mention)):
        yield Finding("first-mention", entry, "first_mention", f"{entry.first_mention!r} has not {entry.en!r} in it")


def _unused(entry: GlossaryEntry) -> Iterator[Finding]:
    if entry.match == "idiom" and entry.pos == "noun":
        yield Finding("unused", entry, "pos", "an idiom is found by its words; a noun needs match 'lemma' or 'exact'")
    if entry.dnt and entry.en_plural:
        yield Finding("unused", entry, "en_plural", "what is kept as it is has no English plural")


def _sources(entry: GlossaryEntry, known: frozenset[str] | None) -> Iterator[Finding]:
    if known is None:
        return
    if not entry.source:
        yield Finding("no-source", entry, "source", "no source is named")
    for source in entry.source:
        if source not in known:
            yield Finding("unknown-source", entry, "source", f"{source!r} is not in sources.csv")

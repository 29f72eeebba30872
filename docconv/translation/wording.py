"""Which English form a Dutch occurrence asks for: plural for plural, the verb form that its place in the sentence takes."""

from __future__ import annotations

import re

from docconv.terminology import Match
from docconv.terminology.morphology import lemma, verb_of
from docconv.terminology.targets import right_form
from docconv.terminology.tokens import tokens
from docconv.translation.repair import Phrase

_BASE_AFTER = re.compile(
    r"\b(?:to|do|does|did|will|would|shall|should|can|could|may|might|must|not)(?:\s+\w+){0,3}\s*$", re.IGNORECASE
)
_PARTICIPLE_AFTER = re.compile(r"\b(?:has|have|had|is|are|was|were|been|being|be)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)


def is_plural(match: Match, dutch: str) -> bool:
    """Tell whether a noun stands in the plural in the Dutch text of the match.

    >>> from docconv.model import GlossaryEntry, Span
    >>> entry = GlossaryEntry("a", "strafbaar feit", "criminal offence", pos="noun")
    >>> [is_plural(Match(entry, (Span(0, len(t)),), ""), t) for t in ("strafbare feiten", "strafbaar feit", "feits")]
    [True, False, False]
    """
    own = {token.folded for token in tokens(match.entry.nl)}
    lemmas = {lemma(word) for word in own}
    for token in (token for span in match.spans for token in tokens(span.of(dutch))):
        word = token.folded
        if word in own or "'" in word:
            continue
        if word.endswith(("en", "ën", "eren", "leden", "lieden", "s")) and lemma(word) != word:
            return True
        if word.endswith(("en", "s")) and lemma(word) not in lemmas and any(word[:4] == w[:4] for w in own):
            return not any(word == w + "s" for w in own)
    return False


def wanted(match: Match, dutch: str, before: str | None = None) -> Phrase:
    """Give the English that a match asks for; `before` is the English in front of its place, None where that is unknown."""
    entry = match.entry
    if entry.dnt or entry.pos not in {"noun", "verb", ""}:
        return Phrase(entry.en)
    if entry.pos == "verb":
        return Phrase(right_form(entry, verb_form(match, dutch, before)))
    many = is_plural(match, dutch)
    return Phrase(right_form(entry, "plural" if many else "base"), plural=many)


def verb_form(match: Match, dutch: str, before: str | None) -> str:
    """Give the name of the form that a verb takes: by the English auxiliary in front of it, else by its Dutch form."""
    if before is not None and _PARTICIPLE_AFTER.search(before):
        return "participle"
    if before is not None and _BASE_AFTER.search(before):
        return "base"
    found = [token.folded for span in match.spans for token in tokens(span.of(dutch))]
    at = verb_of(found)
    if at is None or found[at] == lemma(found[at]):
        return "base"
    return _finite(found[at])


def _finite(word: str) -> str:
    """Give the name of the form of a Dutch verb that is no infinitive."""
    if word.startswith("ge") or "ge" in word[2:5]:
        return "participle"
    if word.endswith(("de", "te", "den", "ten")):
        return "past"
    return "third" if word.endswith("t") or word in {"is", "ga", "zie", "sta"} else "base"

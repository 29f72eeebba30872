"""Putting one English phrase in another's place without breaking the sentence: article, number, possessive, verb, capital.

What stands away from the place is left as it is, to the letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docconv.model import Span
from docconv.terminology.inflection import takes_an

_ARTICLE = re.compile(r"(?:^|(?<=[\s(\[\"'“‘]))(an?|the|your|our)\s+$", re.IGNORECASE)
_OPEN = re.compile(r"(?:^|[.?!:]\s+)[\"'“‘„«(\[\s]*$")
_AGREEMENT = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR = {many: one for one, many in _AGREEMENT.items()}
_VERB = re.compile(r"(\s+)(is|are|was|were|has|have|does|do)\b")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is put in: its text, and whether it is plural or takes no indefinite article (None: as what it replaces)."""

    text: str
    plural: bool | None = None


def put(text: str, span: Span, phrase: Phrase, *, was_plural: bool | None = None) -> str:
    """Give `text` with `phrase` at `span` and the grammar round it mended.

    >>> put("A cabinet's task.", Span(2, 9), Phrase("official body", plural=False))
    "An official body's task."
    >>> put("The chambers are empty.", Span(4, 12), Phrase("House", plural=False), was_plural=True)
    'The House is empty.'
    """
    before, after = text[: span.start], text[span.end :]
    new = phrase.text
    before, new = _article(before, new, plural=bool(phrase.plural))
    if _OPEN.search(before) and new[:1].islower():
        new = new[0].upper() + new[1:]
    after = _possessive(new, after)
    if phrase.plural is not None and was_plural is not None and phrase.plural != was_plural:
        after = _agreed(after, plural=phrase.plural)
    return before + new + after


def _article(before: str, new: str, *, plural: bool) -> tuple[str, str]:
    """Give what stands before with an article that goes with what follows."""
    found = _ARTICLE.search(before)
    if not found:
        return before, new
    article = found.group(1)
    if re.match(r"(?:the|an?|your|our)\s", new, re.IGNORECASE):
        return before[: found.start(1)], new if article[0].islower() else new[0].upper() + new[1:]
    if article.lower() not in {"a", "an"}:
        return before, new
    if plural:
        return before[: found.start(1)], new
    right = "an" if takes_an(new) else "a"
    right = right.capitalize() if article[0].isupper() else right
    return before[: found.start(1)] + right + before[found.end(1) :], new


def _possessive(new: str, after: str) -> str:
    found = _POSSESSIVE.match(after)
    if not found:
        return after
    mark = after[0]
    plural = new.endswith("s") and not new.endswith(("ss", "us", "is")) and not new[-2:].isupper()
    return (mark if plural else mark + "s") + after[found.end() :]


def _agreed(after: str, *, plural: bool) -> str:
    found = _VERB.match(after)
    if not found:
        return after
    verb = (_AGREEMENT if plural else _SINGULAR).get(found.group(2), found.group(2))
    return found.group(1) + verb + after[found.end() :]

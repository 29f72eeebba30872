"""Names in full where a letter has them first ("General Intelligence and Security Service (AIVD)"), in short after that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docconv.model import Span
from docconv.terminology.inflection import plural
from docconv.terminology.verification import Found
from docconv.translation.drafts import Draft, Settled
from docconv.translation.repair import Phrase, put

_SHORT = re.compile(r"\s*\(([^()]+)\)$")  # "… Service (AIVD)" has the short name AIVD

_NO_ARTICLE = re.compile(r"De |Statistics |Democrats |GreenLeft|Forum |NS |Prinsjesdag")  # names that take no "the"


def introduce(drafts: Sequence[Draft]) -> None:
    """Write each name in full at its first mention, drafts being in the letter's order."""
    known: set[str] = set()
    for draft in drafts:
        for number in sorted(range(len(draft.found)), key=lambda n: _start(draft.found[n])):
            entry, found = draft.matches[number].entry, draft.found[number]
            full = entry.first_mention
            if not full or full in known or not found.good or found.honoured is None:
                continue
            if _in_brackets(draft.text, found.honoured.span):
                if entry.domain != "party":  # a party stands in brackets after its member, not after its own name
                    known.add(full)
            elif draft.text.count("(", 0, found.honoured.span.start) > draft.text.count(
                ")", 0, found.honoured.span.start
            ):
                continue  # no brackets within brackets: "(both D66)"
            elif _stands(draft.text, full):
                known.add(full)
            elif not draft.work.fixed:
                known.add(full)
                _write(draft, number, _many(full) if found.honoured.form.name == "plural" else full)


def _start(found: Found) -> int:
    return found.honoured.span.start if found.honoured else -1


def _stands(text: str, full: str) -> bool:
    """Tell whether a text has the full name, with or without the short one."""
    return full in text or ("(" in full and _SHORT.sub("", full) in text and f"({_short(full)}" in text)


def _short(full: str) -> str:
    found = _SHORT.search(full)
    return found.group(1) if found else full


def _many(full: str) -> str:
    """Give a full name in the plural.

    >>> _many("municipal health service (GGD)")
    'municipal health services (GGDs)'
    """
    found = _SHORT.search(full)
    return f"{plural(full[: found.start()])} ({found.group(1)}s)" if found else plural(full)


def _in_brackets(text: str, span: Span) -> bool:
    """Tell whether the name stands in brackets of its own: what it is short for has just been said."""
    return text[: span.start].rstrip().endswith("(") and text[span.end :].lstrip()[:1] in {")", ",", ";"}


def _write(draft: Draft, number: int, full: str) -> None:
    found = draft.found[number]
    if found.honoured is None:
        return
    span, old = found.honoured.span, draft.text
    if _NO_ARTICLE.match(full):
        span = Span(span.start - len(_the(old, span)), span.end)
    text = put(old, span, Phrase(full))
    if not draft.keeps(text):
        return
    start = text.index(full, max(span.start - 4, 0)) if full in text[max(span.start - 4, 0) :] else span.start
    shift = len(text) - len(old)
    draft.found = tuple(
        _moved(f, span.end, shift) if n != number else _placed(f, Span(start, start + len(full)))
        for n, f in enumerate(draft.found)
    )
    settled = draft.settled[number]
    before = found.honoured.span.of(old)
    draft.settled[number] = Settled("first-mention", settled.flagged, before=before, after=full)
    draft.text = text


def _the(text: str, span: Span) -> str:
    """Give the article in front of a name, where one stands there."""
    found = re.search(r"\bthe\s+$", text[: span.start], re.IGNORECASE)
    return found.group() if found else ""


def _moved(found: Found, after: int, by: int) -> Found:
    if found.honoured is None or found.honoured.span.start < after:
        return found
    return _placed(found, found.honoured.span.shift(by))


def _placed(found: Found, span: Span) -> Found:
    return found if found.honoured is None else replace(found, honoured=replace(found.honoured, span=span))

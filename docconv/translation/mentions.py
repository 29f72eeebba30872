"""Names in full where a letter has them first ("General Intelligence and Security Service (AIVD)"), in short after that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docconv.model import Span
from docconv.terminology.verification import Found
from docconv.translation.drafts import Draft, Settled
from docconv.translation.repair import Phrase, put

_SHORT = re.compile(r"\s*\(([^()]+)\)$")  # "… Service (AIVD)" has the short name AIVD


def introduce(drafts: Sequence[Draft]) -> None:
    """Write each name in full at its first mention, drafts being in the letter's order."""
    known: set[str] = set()
    for draft in drafts:
        for number in sorted(range(len(draft.found)), key=lambda n: _start(draft.found[n])):
            entry, found = draft.matches[number].entry, draft.found[number]
            full = entry.first_mention
            if not full or full in known or not found.good or found.honoured is None:
                continue
            if _stands(draft.text, full) or _in_brackets(draft.text, found.honoured.span):
                known.add(full)
            elif not draft.work.fixed:
                known.add(full)
                _write(draft, number, full)


def _start(found: Found) -> int:
    return found.honoured.span.start if found.honoured else -1


def _stands(text: str, full: str) -> bool:
    """Tell whether a text has the full name, with or without the short one."""
    return full in text or ("(" in full and _SHORT.sub("", full) in text and f"({_short(full)}" in text)


def _short(full: str) -> str:
    found = _SHORT.search(full)
    return found.group(1) if found else full


def _in_brackets(text: str, span: Span) -> bool:
    """Tell whether the name stands in brackets of its own: what it is short for has just been said."""
    return text[: span.start].rstrip().endswith("(") and text[span.end :].lstrip()[:1] in {")", ",", ";"}


def _write(draft: Draft, number: int, full: str) -> None:
    found = draft.found[number]
    if found.honoured is None:
        return
    span, old = found.honoured.span, draft.text
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
    draft.settled[number] = Settled("first-mention", settled.flagged, before=span.of(old), after=full)
    draft.text = text


def _moved(found: Found, after: int, by: int) -> Found:
    if found.honoured is None or found.honoured.span.start < after:
        return found
    return _placed(found, found.honoured.span.shift(by))


def _placed(found: Found, span: Span) -> Found:
    return found if found.honoured is None else replace(found, honoured=replace(found.honoured, span=span))

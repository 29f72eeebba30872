"""Passages between quotation marks, and which of them are titles (of an article, a report, a letter).

Marks as in the letters: ‘…’ “…” „…” «…» and the straight ones; an apostrophe ("zo’n", "'s-Gravenhage") opens and closes nothing.
"""

from __future__ import annotations

import re

from docconv.model import Quote, Span

_CLOSERS = {"‘": "’'", "“": "”", "„": "”“", "«": "»", "'": "'’", '"': '"”', "‚": "’‘"}
_MARK = re.compile(r"[‘“„«'\"‚’”»]")
_GENITIVE = re.compile(r"['’‘](?:s|n|t|m|k)\b[- ]?|['’‘]\d\d\b", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:bericht(?:en)?|artikel(?:en)?|rapport(?:en)?|brief|brieven|Kamerbrief|onderzoek|uitzending|documentaire|boek|notitie|nota|publicatie"
    r"|studie|advies|petitie|column|interview|programma|reportage|podcast|handreiking|verslag|brandbrief|opiniestuk|film|aflevering"
    r"|initiatiefnota|position paper|persbericht|nieuwsbericht|verhaal)\b[^.?!‘“„«\"]{0,60}$",
    re.IGNORECASE,
)


def find_quotes(text: str, *, note: bool = False) -> list[Quote]:
    """Give the quoted passages of `text`, the marks included; `note` says that a note holds it, where titles abound.

    >>> find_quotes("het bericht ‘Een dag’ van zo’n krant")
    [Quote(span=Span(start=12, end=21), title=True)]
    """
    found: list[Quote] = []
    open_at: list[tuple[int, str]] = []
    for m in _MARK.finditer(text):
        at, mark = m.start(), m[0]
        opener = next((n for n in range(len(open_at) - 1, -1, -1) if mark in _CLOSERS[open_at[n][1]]), None)
        if opener is not None and _may_close(text, at):
            start = open_at[opener][0]
            del open_at[opener:]
            found.append(Quote(Span(start, at + 1), _is_title(text, start, at, note=note)))
        elif mark in _CLOSERS and _may_open(text, at):
            open_at = [*open_at[-7:], (at, mark)]
    return sorted(found, key=lambda quote: (quote.span.start, -quote.span.end))


def _may_open(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if (behind.isspace() and text[at] != "«") or not behind or _GENITIVE.match(text, at):
        return False
    return not before or before.isspace() or before in "([‘“„«\"'–—-/"


def _may_close(text: str, at: int) -> bool:
    behind = text[at + 1 : at + 2]
    if text[at] in "’'" and behind.isalnum():
        return False
    return not behind.isalpha() or text[at] in "»”"


def _is_title(text: str, start: int, end: int, *, note: bool) -> bool:
    words = text[start + 1 : end].strip()
    if not words or not (words[0].isupper() or words[0].isdigit() or words[0] in "«‘“\"'"):
        return False
    return note or bool(_TITLED.search(text[max(0, start - 120) : start]))

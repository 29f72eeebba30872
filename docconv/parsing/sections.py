"""What stands around the questions: the covering letter, the title block, an introduction, the closing and the signature.

The words are those of the letters of 2014 to 2025; what none of them names is `other` before the title and text behind it.
"""

from __future__ import annotations

import re
from typing import cast

from docconv.model import Span
from docconv.model.block import SectionRole
from docconv.parsing.draft import Draft, Line

_TITLE = re.compile(
    r"(?:Antwoord(?:en)?|Beantwoording|Vragen|Mondelinge vragen|Schriftelijke vragen|Mededeling|Lijst van vragen)\b"
    r"(?! gesteld door de leden der Kamer)(?=.{0,200}?\b(?:van|op|door)\b)"
    r"|(?:Uitstel )?[Bb]eantwoording (?:van )?(?:de )?(?:schriftelijke )?(?:Kamer)?vragen",
)
_MASTHEAD = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten-Generaal|Vergaderjaar \d{4}|Aanhangsel van de Handelingen|Vragen gesteld door de leden"
    r"|regering gegeven antwoorden|AH \d+$|\d{4}Z\d{5}|\d{1,4}$"
)
_INTRODUCTION = re.compile(
    r"Inleiding\b|Algemeen\b|Alvorens|Hieronder|Vooraf\b|Onderstaand|Met deze (?:brief|beantwoording)|Ter inleiding"
)
_CLOSING = re.compile(
    r"Hoogachtend|Met (?:vriendelijke|hartelijke) groet|Ik vertrouw erop|Ik hoop u hiermee|Een afschrift van deze"
)
_SIGNATURE = re.compile(
    r"(?:(?:Mede )?[Nn]amens (?:de|het)|(?:De|de|DE) (?:[Mm]inister|MINISTER|[Ss]taatssecretaris)|(?:Minister"
    r"|Staatssecretaris) (?:van|voor))\b"
)
_NAME = re.compile(r"(?:(?:drs|mr|dr|ir|ing|prof|[A-Z]{1,3}(?:\.[A-Z][a-z]?)*)\.\s?)+.{2,40}$|[A-ZÀ-Þ][\w.’' -]{2,40}$")
_END = (".", "?", "!", ":")


def section_roles(draft: Draft, lines: list[Line]) -> list[SectionRole]:
    """Give the role of each of the lines that come before the first label."""
    hinted = [hint.span for hint in draft.hints("title")] if draft.structured else []
    title = _hinted_title(lines, hinted) if hinted else title_lines(lines)
    if title is None:
        return [_front(line) for line in lines]
    first, end = title
    parts = (("cover", first), ("title", end - first), ("introduction", len(lines) - end))
    return [cast("SectionRole", role) for role, count in parts for _ in range(count)]


def _hinted_title(lines: list[Line], titles: list[Span]) -> tuple[int, int] | None:
    inside = [n for n, line in enumerate(lines) if any(span.start <= line.start < span.end for span in titles)]
    return (inside[0], inside[-1] + 1) if inside else None


def closing_start(lines: list[Line]) -> tuple[int, int]:
    """Give where, in the lines behind the last label, the closing and the signature begin; the number of lines for none."""
    end = len(lines)
    signature = end
    for n in range(end - 1, max(-1, end - 9), -1):
        if _SIGNATURE.match(lines[n].text) and _only_names(lines[n + 1 :]) and _stands_apart(lines, n):
            signature = n
    closing = signature
    for n in range(max(0, signature - 4), signature):
        if _CLOSING.match(lines[n].text) and (n == 0 or lines[n].gap or lines[n - 1].text.endswith(_END)):
            closing = n
            break
    return closing, signature


def title_lines(lines: list[Line]) -> tuple[int, int] | None:
    """Give the first line of the title block and the line behind it; None where there is none."""
    starts = [n for n in range(len(lines)) if opens_title(lines, n)]
    if not starts:
        return None
    # An Aanhangsel prints two titles, "Vragen van …" and "Antwoord van …", one upon the other; a letter prints its
    # title in the cover too, and again above the questions: the last run of titles is the one.
    first = starts[-1]
    for n in reversed(starts[:-1]):
        if first - n > 12 or any(_INTRODUCTION.match(line.text) for line in lines[n:first]) or _paper(lines[n:first]):
            break
        first = n
    end = starts[-1] + 1
    while end < len(lines) and not _title_ends(lines, end):
        end += 1
    return first, end


def opens_title(lines: list[Line], n: int) -> bool:
    """Tell whether a title begins on the line."""
    words = lines[n].text
    return bool(_TITLE.match(words)) and not _MASTHEAD.match(words) and not _mentions(lines, n)


def _mentions(lines: list[Line], n: int) -> bool:
    """Tell whether the line only goes on with a sentence that began before."""
    return (
        n > 0
        and not lines[n].gap
        and lines[n - 1].text.endswith((" de", " van", " het", " op", ",", " uw", " u", " mede"))
    )


def _paper(lines: list[Line]) -> bool:
    return any(re.match(r"Ons kenmerk|Projectnaam|Datum|Contactpersoon|Pagina", line.text) for line in lines)


def _title_ends(lines: list[Line], n: int) -> bool:
    """Tell whether the title is over before line `n`."""
    before, line = lines[n - 1], lines[n]
    if re.match(r"Zie ook|\(ingezonden|\(ontvangen|nr\. \d", line.text):
        return False
    if before.text.endswith((".", ")", "?")) and (line.gap or line.turn or not re.match(r"[a-z(]", line.text)):
        return True
    return bool(line.gap and line.text[0].isupper())


def _front(line: Line) -> SectionRole:
    return "cover" if _MASTHEAD.match(line.text) else "introduction"


def _only_names(lines: list[Line]) -> bool:
    return len(lines) <= 7 and all(_NAME.match(line.text) or _SIGNATURE.match(line.text) for line in lines)


def _stands_apart(lines: list[Line], n: int) -> bool:
    return (
        n == 0 or lines[n].gap > 0 or bool(_CLOSING.match(lines[n - 1].text)) or lines[n - 1].text.endswith((".", ","))
    )

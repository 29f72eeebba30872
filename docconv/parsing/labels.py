"""Labels that name themselves: "Vraag 1", "Antwoord op vragen 3 en 4", "Antwoord vraag 4-7:", "Mededeling", "Toelichting:".

The grammar is one word, perhaps "op vraag", numbers, perhaps a mark; the variants are those of letters of 2014 to 2025.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from docconv.parsing.numbering import read_numbers, read_word

Kind = Literal["question", "answer", "notice", "remark"]

_WORD = re.compile(
    r"(?P<lead>[#*_>\s]{0,8})(?:(?P<first>\d{1,3}[a-z]?)\s?[.)]\s+(?=(?:[Vv]raag|VRAAG|Antwoord|ANTWOORD)\s*:))?"
    r"(?P<word>(?:Deel)?[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)|(?:Beant|Ant)woord(?:en|ing)?|ANTWOORD(?:EN)?|Antw\.|Reactie|REACTIE"
    r"|Mededeling|MEDEDELING|Toelichting|TOELICHTING|Ad(?=\s+(?:vra(?:ag|gen)\s+)?\d))(?![a-zà-ÿ])|(?P<letter>[VA])(?=\s?\d{1,3}\s?[:.)])"
)
# "Antwoord van de minister op vraag 2": who answers, before what
_BY = re.compile(
    r"\s+(?:(?:van|door)\s+)?(?:de\s+)?(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewinds\w+)\b[^.:?!]{0,200}?\s(?=(?:op\s+)?(?:de\s+)?[Vv]ra(?:ag|gen)\s+\d)"
)
# "Antwoord minister OCW:": who answers, and no more
_SPEAKER = re.compile(
    r"\s+(?:van\s+)?(?:de\s+)?(?:[Mm]inister|[Ss]taatssecretaris)\b(?![^:]*\sop\s)[^.:?!]{0,80}(?=:\s*$)"
)
# "Vraag 1 (van het lid Jansen)", "Antwoord op vraag 1 van het lid Jansen (D66)": whose question, to the end of the line
_NAME = r"(?:\s+(?:[A-ZÀ-Þ][\w’'-]{0,30},?|van|de|der|den|ten|ter|el|en|’t|\([^()]{2,40}\),?)){1,12}"
_ASIDE = re.compile(rf"\)?\s+(?:\([^()]{{2,80}}\)|van\s+(?:het\s+lid|de\s+leden){_NAME})(?=[\s*_:.]*$)")
_ON = re.compile(
    r"(?:\s+\((?=[^()]{1,40}\)))?(?:\s*(?:op|van|bij|aan|naar aanleiding van)(?=\s))?(?:\s+(?:de|het|uw))?"
    r"\s*(?:(?:deel)?vra(?:ag|gen)\b|(?:deel)?vraag(?=\d)|nummers?\b|nrs?\b\.?)?\s*",
    re.IGNORECASE,
)
_ALL = re.compile(r"\s*op\s+(?:alle|deze|de|uw|bovenstaande)\s+vragen\s*", re.IGNORECASE)
_MARK = re.compile(r"[\s*_]*\)?(?:[:.)]|[-–—](?=\s))?[\s*_]*")
_SKIP = re.compile(r"[\s*_]*\(?(?=\d)|[\s*_]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A label as read at the start of a line.

    `end` is where the text behind it begins, in code points of the line; `alone` tells that nothing follows; `marked`
    that a colon, a full stop or a dash closes it.
    """

    kind: Kind
    numbers: tuple[str, ...]
    start: int
    end: int
    alone: bool
    marked: bool
    printed: str
    aside: bool = False

    @property
    def worded(self) -> bool:
        """Tell whether the number is written in words or in Roman figures."""
        return bool(self.numbers) and not any(c.isdigit() for c in self.printed)


def read_label(line: str) -> Reading | None:
    """Give the label that `line` begins with, None where it begins with none.

    >>> label = read_label("Antwoord op vragen 7, 8, en 9")
    >>> label.kind, label.numbers, label.alone
    ('answer', ('7', '8', '9'), True)
    >>> read_label("Antwoord: Ja.").end
    10
    >>> read_label("Antwoord van de minister") is None
    True
    """
    m = _WORD.match(line)
    if m is None:
        return None
    word = "word" if m["word"] else "letter"
    kind = _kind(m[word])
    numbers, end = _numbers(line, m.end()) if kind != "remark" else ((), m.end())
    if kind == "answer" and not numbers and (every := _ALL.match(line, m.end())):
        end = every.end() if _MARK.fullmatch(line, every.end()) else end
    if kind == "answer" and not numbers and (speaker := _SPEAKER.match(line, end)):
        end = speaker.end()
    aside = _ASIDE.match(line, end) if numbers else None
    end = aside.end() if aside else end
    mark = _MARK.match(line, end)
    closed = mark.end() if mark else end
    alone = closed == len(line)
    marked = any(c in ":.)-–—" for c in line[end:closed])
    if not (alone or marked or (numbers and line[closed : closed + 1].isupper())):
        return None
    if marked and not alone and not numbers and ":" not in line[end:closed]:
        return None
    start = m.start("first") if m["first"] else m.start(word)
    numbers = numbers or ((m["first"],) if m["first"] else ())
    return Reading(kind, numbers, start, closed, alone, marked, line[start:end].strip(), aside is not None)


def _numbers(line: str, at: int) -> tuple[tuple[str, ...], int]:
    """Give the numbers behind the label's word and where they end; `at` itself where there are none."""
    start = by.end() if (by := _BY.match(line, at)) else at
    start = on.end() if (on := _ON.match(line, start)) else start
    start = skip.end() if (skip := _SKIP.match(line, start)) else start
    numbers, end = read_numbers(line, start)
    if not numbers:
        numbers, end = read_word(line, start)
    return (numbers, end) if numbers else ((), at)


def _kind(word: str) -> Kind:
    word = word.lower()
    if "vra" in word or word == "v":
        return "question"
    if word.startswith("mede"):
        return "notice"
    return "remark" if word.startswith("toe") else "answer"

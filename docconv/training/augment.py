"""Variants of a training pair as letters bring them: protected spans as placeholders, footnote marks, casing and quotation marks.

Only spans that stand once on both sides are replaced, so that the model learns to copy each placeholder exactly once.
"""

import random
import re
from collections.abc import Iterator

from docconv.training.names import RENAMED_SHARE, rename
from docconv.training.symbols import PLACEHOLDERS

PROTECTED_SHARE = 0.2
FOOTNOTE_SHARE = 0.06
# Identical in both languages.  yes: https://x.nl/a  Van der Staaij  COVID-19  12,5  (TK 2)   no: de Kamer
_SAME = re.compile(
    r"https?://\S+[\w/]|[\w.]+@[\w.]+\w|\bwww\.[\w./-]+\w"
    r"|(?<=[\w,;:] )[A-Z]\w[\w.&-]*(?: (?:(?:van|de|der|den|of|the|for|en|in) ){0,2}[A-Z][\w.&-]*\w)*"
    r"|\b[A-Z]{2,}[\w-]*\b|\b\d[\d.,:/]*\d\b|\b\d\b|\([^()\s]{2,20}\)"
)
# yes: Kamerstuk 29 684, nr. 12   Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 3344
_CITATION_NL = re.compile(
    r"\b(?:Kamerstuk(?:ken)?|Aanhangsel|Handelingen|Stb\.|Stcrt\.|Trb\.)"
    r"(?:[ ,]+[^\s,;.]*\d[^\s,;]*|,? ?(?:nr\.|nrs\.|vergaderjaar|van de|der|Handelingen|II|I))+"
)
# yes: Parliamentary Paper 29 684, no. 12   Appendix to the Official Report, parliamentary year 2019–2020, no. 3344
_CITATION_EN = re.compile(
    r"\b(?:Parliamentary Papers?|Appendix to the Official Report|Official Report|Bulletin of Acts and Decrees"
    r"|Government Gazette)(?:[ ,]+[^\s,;.]*\d[^\s,;]*|,? ?(?:no\.|nos\.|session|parliamentary year|II|I))+"
)
_QUOTES = (("«", "»"), ("“", "”"), ("‘", "’"), ("'", "'"), ('"', '"'), ("„", "”"))
_FINAL = re.compile(r"[.?!]$")


def vary(nl: str, en: str, chance: random.Random) -> tuple[str, str]:
    """One random variant of a pair; most often the pair itself."""
    nl = requote(nl, chance)
    if chance.random() < RENAMED_SHARE:
        nl, en = rename(nl, en, list(shared_spans(nl, en)), chance)
    if chance.random() < PROTECTED_SHARE:
        nl, en = protect(nl, en, chance)
    if chance.random() < FOOTNOTE_SHARE:
        nl, en = mark_note(nl, en, chance)
    return recase(nl, en, chance)


def protect(nl: str, en: str, chance: random.Random) -> tuple[str, str]:
    """Some spans that both sides share, and citations that answer each other, as placeholders."""
    spans = [span for span in shared_spans(nl, en) if chance.random() < 0.7][: len(PLACEHOLDERS) - 1]
    marks = numbering(len(spans), chance)
    for (dutch, english), mark in zip(spans, marks, strict=True):
        if nl.count(dutch) == 1 and en.count(english) == 1:
            nl, en = nl.replace(dutch, mark), en.replace(english, mark)
    return nl, en


def shared_spans(nl: str, en: str) -> Iterator[tuple[str, str]]:
    """Dutch and English spans that may be protected, in source order, each once on its side and none inside another."""
    cited = _CITATION_NL.findall(nl), _CITATION_EN.findall(en)
    if len(cited[0]) == len(cited[1]) == 1:
        yield cited[0][0].rstrip(" ,."), cited[1][0].rstrip(" ,.")
        return
    for match in _SAME.finditer(nl):
        text = match[0]
        if len(re.findall(rf"(?<!\w){re.escape(text)}(?!\w)", nl)) == nl.count(text) == 1 == en.count(text):
            yield text, text


def numbering(count: int, chance: random.Random) -> list[str]:
    """Distinct placeholders for `count` spans: from zero upwards as a letter is numbered, or any."""
    if chance.random() < 0.6:
        return list(PLACEHOLDERS[:count])
    return chance.sample(PLACEHOLDERS, count)


def mark_note(nl: str, en: str, chance: random.Random) -> tuple[str, str]:
    """A footnote mark glued to the end of both sides, or to a word that both share."""
    free = [mark for mark in PLACEHOLDERS if mark not in nl]
    mark = chance.choice(free[:3] if chance.random() < 0.6 else free)
    shared = [span for span, other in shared_spans(nl, en) if span == other and not span.startswith("http")]
    if shared and chance.random() < 0.3:
        word = chance.choice(shared)
        return nl.replace(word, word + mark), en.replace(word, word + mark)
    return nl + mark, en + mark


def requote(nl: str, chance: random.Random) -> str:
    """Dutch quotation marks of another style, one time in three where a sentence has some."""
    if "«" not in nl or "»" not in nl or chance.random() > 0.33:
        return nl
    opening, closing = chance.choice(_QUOTES)
    return nl.replace("«", opening).replace("»", closing)


def recase(nl: str, en: str, chance: random.Random) -> tuple[str, str]:
    """Rarely in capitals, without the final point, or beginning in lower case: headings, table cells and list items."""
    draw = chance.random()
    if draw < 0.01 and "⟦" not in nl:
        return nl.upper(), en.upper()
    if draw < 0.03:
        return _FINAL.sub("", nl), _FINAL.sub("", en)
    if draw < 0.035:
        return nl[:1].lower() + nl[1:], en[:1].lower() + en[1:] if not en.startswith("I ") else en
    return nl, en

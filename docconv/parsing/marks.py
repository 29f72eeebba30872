"""Where a number may refer to a note: every place that looks like a reference, with how much it looks like one.

A conversion sets a superscript digit beside its word: `Regenboogprovincies?2`, `ekv.5 De`, `gedrag2)`, `geraakt[1]`,
`20231` for the year 2023 and note 1. `artikel 5`, `2019`, `CO2` and `1e` look like none.
"""

from __future__ import annotations

import re

from docconv.model import Span
from docconv.parsing.draft import Draft, Line, Mark, MarkStyle

_BRACKET = re.compile(r"\[\^?(\d{1,3}(?:[ \xa0]?[,;][ \xa0]?\d{1,3}){0,9})[ \xa0]?\]")
# "gedrag2)", "UWV 1) ook", "? 1)": a number with a closing bracket, behind a word or a mark
_PAREN = re.compile(r"(\d{1,3})\)")
# "provincies?2", "ekv.5 De", "artikelen»»?1, 2": glued to a word or a mark, nothing but a capital glued behind
_GLUED = re.compile(r"(\d{1,3}(?:, ?\d{1,2}(?![\d.]))*)(?![\w%°/-]|[.,]\d)")
_GLUES = frozenset(".,;:?!»”’\"')]…")
_OPENS_PAREN = frozenset(".,;:?!»”’\"')]")
_GLUED_BEFORE_CAPITAL = re.compile(r"(?<=[a-zà-ÿ»”’)?!][.?!])(\d{1,2})(?=[A-ZÀ-Þ][a-zà-ÿ])")
_YEAR = re.compile(r"(?<![\w.,/])(?:19|20)\d\d(\d{1,2})(?![\w%]|[.,-]\d)")
_BEFORE_YEAR = re.compile(
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|in|van|uit|sinds|vanaf|tot|eind|begin"
    r"|medio|najaar|voorjaar|zomer) $|\d{4} ?[-–] ?$"
)
_YEAR_STOP = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d[.,](\d{1,2})(?= [A-ZÀ-Þ])")
# "sloten er 12.3" for 12 and note 3: Dutch decimals have a comma
_FIGURE_STOP = re.compile(
    r"(?:(?<=[a-zà-ÿ] )|(?<=[a-zà-ÿ]\n))(?<![Aa]rtikel.)(?<![Pp]aragraaf.)(?<![Hh]oofdstuk.)(?<![Vv]ersie.)(?<![Tt]abel.)"
    r"(?<![Ff]iguur.)(?<![Bb]ijlage.)(?<!onderdeel.)(?<!punt.)(?<!nummer.)"
    r"\d{1,3}\.(\d{1,2})(?=[ \t]*(?:\n\s*(?![\sa-zà-ÿ])|\Z))"
)
_NAME_DIGIT = re.compile(r"(?<=[A-Z]\d)(\d)(?![\w%]|[.,-]\d)")
_ALONE = re.compile(r"(\d{1,3}(?:(?:, ?| en | )\d{1,2}(?![\d.:])){0,6})[.,;:]?(?= |$)")
_SPACED = re.compile(r"(?<=[a-zà-ÿ.?!»”’)]) (\d{1,2})(?=[.,;?!)]?(?:\s|$))")
_SUPERSCRIPT = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EACH = re.compile(r"\d{1,3}")
# Names whose digit is their own; the "2" of the Tweede Kamer's masthead.
_OWN_DIGIT = re.compile(r"(?<![^\W\d_])(?:Generaal|CO|NO|SO|H|O|N|PM|CH|NH|G|A|N|Q|B|F|V|K|mp|Covid|covid|km|m|cm)$")
_COUNTED = re.compile(
    r"(?:artikel(?:en)?|art\.|lid|leden|vraag|vragen|nrs?\.?|nummers?|bijlagen?|hoofdstuk|paragraaf|pagina|p\.|pp\.|blz\.|fase|categorie"
    r"|niveau|punt|stap|tabel|figuur|deel|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|de|het"
    r"|een|van|met|en|of|tot|ruim|circa|bijna|ongeveer|minimaal|maximaal|slechts|om|op|na|voor|in|per|sinds|over|uit|nog|ook|zijn|is)",
    re.IGNORECASE,
)


def mark_places(draft: Draft) -> None:
    """Fill `draft.marks` with all marks outside of labels and layout, in source order."""
    draft.marks = _find(draft)


def _find(draft: Draft) -> list[Mark]:
    text = draft.text
    marks = _hinted(draft)
    for m in _BRACKET.finditer(text):
        marks += _each(text, m.span(1), m.span(), "bracket", 6)
    for m in _PAREN.finditer(text):
        if weight := _paren_weight(text, m.start()):
            marks.append(Mark(Span(*m.span()), int(m[1]), "paren", weight))
    for m in _GLUED.finditer(text):
        if weight := _glued_weight(text, m):
            marks += _each(text, m.span(1), m.span(1), "plain", weight)
    for m in _YEAR.finditer(text):
        if _BEFORE_YEAR.search(text[max(0, m.start() - 12) : m.start()].replace("\n", " ")):
            marks.append(Mark(Span(*m.span(1)), int(m[1]), "plain", 2))
    for pattern, weight in ((_GLUED_BEFORE_CAPITAL, 5), (_YEAR_STOP, 3), (_FIGURE_STOP, 2), (_NAME_DIGIT, 2)):
        marks += [Mark(Span(*m.span(1)), int(m[1]), "plain", weight) for m in pattern.finditer(text)]
    for m in _SUPERSCRIPT.finditer(text):
        marks.append(Mark(Span(*m.span()), int(m[0].translate(_DIGITS)), "plain", 3))
    marks += _alone(draft) + _spaced(text)
    return _outside(marks, draft)


def _hinted(draft: Draft) -> list[Mark]:
    """Give the superscript digits that a format tells of."""
    marks = []
    for hint in draft.hints("superscript"):
        digits = hint.span.of(draft.text).strip()
        if digits.strip(" ,;()[]").replace(",", "").replace(" ", "").isdigit():
            marks += _each(draft.text, (hint.span.start, hint.span.end), (hint.span.start, hint.span.end), "plain", 6)
    return marks


def _each(text: str, inner: tuple[int, int], outer: tuple[int, int], style: MarkStyle, weight: int) -> list[Mark]:
    """Give a mark for each number of a list such as "1, 2"; the first owns what stands before, the last what stands behind."""
    found = list(_EACH.finditer(text, *inner))
    marks = []
    for n, m in enumerate(found):
        start = outer[0] if n == 0 else found[n - 1].end()
        end = outer[1] if n == len(found) - 1 else m.end()
        marks.append(Mark(Span(start, end), int(m[0]), style, weight))
    return marks


def _paren_weight(text: str, at: int) -> int:
    """Weigh "2)": 4 where it is glued to a word or mark, 3 where one space parts them, 0 where a bracket is open."""
    gap = at > 0 and text[at - 1] in " \xa0\n"
    before = text[at - 1 - gap] if at > gap else " "
    if not (before.isalpha() or before in _OPENS_PAREN or (gap and before.isdigit())):
        return 0
    return 0 if _in_brackets(text, at) else 3 if gap else 4


def _glued_weight(text: str, m: re.Match[str]) -> int:  # noqa: PLR0911 - one return a kind of neighbour
    before = text[m.start() - 1] if m.start() else " "
    if not (before.isalpha() or before in _GLUES):
        return 0
    word = text[max(0, m.start() - 9) : m.start()]
    if before in ".,:;" and (m.start() < 2 or text[m.start() - 2].isdigit() or text[m.start() - 2].isspace()):
        return 0
    if _in_address(text, m.start()) or (_in_brackets(text, m.start()) and text[m.end() : m.end() + 1] == ")"):
        return 0
    if before.isalpha():
        if _OWN_DIGIT.search(word):
            return 0
        return 4 if before.islower() else 2
    if before in ".," and word.rstrip(".,").lower().endswith(("nr", "art", "blz", "p", "nrs", "tel", "kst", "jl")):
        return 3 if word.lower().endswith("jl.") else 0
    return 5 if before in ".?!»”’\"'" else 4


def _in_address(text: str, at: int) -> bool:
    """Tell whether the offset stands in a web address."""
    start = max(text.rfind(" ", max(0, at - 300), at), text.rfind("\n", max(0, at - 300), at)) + 1
    token = text[start:at]
    return "://" in token or token.startswith("www.") or "/" in token


def _in_brackets(text: str, at: int) -> bool:
    """Tell whether a round bracket is open at the offset, in the last 200 code points."""
    start = max(0, at - 200)
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _alone(draft: Draft) -> list[Mark]:
    """Give numbers that begin a line as a converter drops a superscript: "…?" and below it "2, 3 en 4" or "3 Hierin …"."""
    marks = []
    first = next((n for n, line in enumerate(draft.lines) if line.label), 0)
    for n, line in enumerate(draft.lines[first:], start=first):
        m = _ALONE.match(line.text) if n and line.text[0].isdigit() and not line.label else None
        if m and (weight := _alone_weight(draft.lines[n - 1], line, m)):
            span = (line.start, line.start + m.end(1))
            marks += _each(draft.text, span, span, "plain", weight)
    return marks


def _alone_weight(before: Line, line: Line, m: re.Match[str]) -> int:
    """Weigh numbers that begin a line by what stands around them: 0 where they count what follows, or open an item."""
    rest = line.text[m.end() :].lstrip()
    if not rest:
        return 2 if line.gap else 4
    if rest[0].islower():
        return 2
    if line.gap or before.label:
        return 0
    ended = before.text.endswith((".", "?", "!", "»", "”", "’", ")"))
    stopped = line.text[m.end(1)] in ".,;:"
    return 3 if ended != stopped else 0


def _spaced(text: str) -> list[Mark]:
    marks = []
    for m in _SPACED.finditer(text):
        word = text[max(0, m.start() - 14) : m.start()].split()
        if word and not _COUNTED.fullmatch(word[-1].lstrip('(«“‘"')):
            marks.append(Mark(Span(*m.span(1)), int(m[1]), "plain", 1))
    return marks


def _outside(marks: list[Mark], draft: Draft) -> list[Mark]:
    """Leave out what stands in labels and layout, and of marks with one span all but the weightiest."""
    taken = sorted([*draft.layout, *(line.label.span for line in draft.lines if line.label and len(line.label.span))])
    best: list[Mark] = []
    blocked = 0
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.weight)):
        while blocked < len(taken) and taken[blocked].end <= mark.span.start:
            blocked += 1
        if blocked < len(taken) and taken[blocked].start < mark.span.end:
            continue
        if best and mark.number == best[-1].number and mark.span.start < best[-1].span.end:
            continue
        best.append(mark)
    return best

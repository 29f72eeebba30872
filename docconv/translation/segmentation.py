"""Sentences of a Dutch paragraph, as spans that leave out only the spaces between them.

The abbreviations are those of `glossary/sentence_abbreviations.txt`; tests/translation/sentences.txt has the cases that forced
each rule, with the letters that they come from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from docconv.data import glossary_file
from docconv.model import OBJECT, FootnoteRef, Quote, RichText, Span

WINDOW = 60  # code points; what is looked at before and after a mark, so that time grows with length alone
LONG_QUOTE = 240  # code points; a longer quotation is cut into its own sentences

# The end of a sentence: its mark, what closes after it, note references.  yes: "?", ".’￼", ".)", "…"   no: ",", ":"
_END = re.compile(
    rf"(?<![.?!…])[.?!…]++(?:[’”\"'»)\]]|{OBJECT})*+"
    rf"(?=\s|$|(?<={OBJECT})\S|(?<=[^\W_]{{2}}\.)[A-Z]|(?<=[\w»)’”%]\?)[A-Z]|(?<=[)%]\.)[A-Z])"
)
# yes: diensten   no: bijv  Node
_PLAIN_WORD = re.compile(r"(?<![.@/])\b[\w-]*[a-z]{5,}$")
# yes: https://a.nl/b?c  a.b@c.nl   no: gebouwd.Ik
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
# What opens a sentence before its first letter.  yes: ‘ “ ( - •   no: letters
_OPENING = re.compile(rf"[\s{OBJECT}‘’“”„\"'«(\[–—•-]*")
_WORD_BEFORE = re.compile(r"[\w.’'/&-]*$")
# yes: J  A.C  Chr  Th.M   no: Kamer
_INITIALS = re.compile(r"(?:[A-Z]|Th|Ch|Chr|Ph|IJ|St)(?:\.-?(?:[A-Z]|Th|Ch|Chr|Ph|IJ))*")
# yes: o.a  m.b.t  i.v.m   no: kamer
_DOTTED = re.compile(r"[a-z]{1,3}(?:\.[a-z]{1,4})+")
# The number of an item, which opens its line: yes: 1  a  3b  iv   no: 2018
_ITEM = re.compile(r"(?:\d{1,2}[a-z]?|[a-zA-Z]|[ivx]{1,4})")
_BEFORE_NAMES = frozenset(("van", "de", "der", "den", "heer", "mevrouw", "lid", "leden", "en"))
# A grade is no initial. yes: een Nutri-Score D   no: J
_GRADED = re.compile(r"\w-[A-Z][a-z]+ [A-Z]$")
# Words that begin sentences in these letters far more often than names.
_STARTERS = (
    "De Het Een Dit Dat Deze Die Ik Wij We Zij Ze Hij Er Hier Daar Daarom Daarnaast Daarbij Hierbij Ook Maar Zo Kunt Kan Bent "
    "Is Zijn Wat Wanneer Waarom Hoe Welke Wie Heeft Hebt Heb Deelt Erkent Klopt Wilt Op In Voor Met Naar Uit Als Indien Verder "
    "Bovendien Tevens Echter Omdat Na Bij Tot Van Over Om Ja Nee Zie Vraag Antwoord Onder Tijdens Volgens Door Aan Uw Mijn Onze "
    "Was Waren Wordt Worden Werd Sinds Nu Toen Alle Elke Geen Indertijd Binnen Sommige Veel Uiteraard Inmiddels Momenteel "
    "Waar Recent Recentelijk Binnenkort Artikel Artikelen Men Mondiaal"
)
_STARTING = frozenset(_STARTERS.split())
# Those of them that begin family names too, as in "D. Van den Berg".
_PARTICLES = frozenset(
    ("De", "Den", "Der", "Van", "Het", "In", "Op", "Over", "Uit", "Tot", "Bij", "Aan", "Onder", "Voor")
)


def sentences(rich: RichText) -> tuple[Span, ...]:
    """Give the spans of the sentences of a paragraph, in order; between two of them stands nothing but spaces.

    >>> text = "Zie art. 3 van dhr. J. de Vries c.s. Zo ja, waarom? Zo nee, waarom niet?"
    >>> [span.of(text) for span in sentences(RichText(text))]
    ['Zie art. 3 van dhr. J. de Vries c.s.', 'Zo ja, waarom?', 'Zo nee, waarom niet?']
    """
    text = rich.text
    kept = _Closed(rich)
    cuts, begin = [], 0
    for end in _END.finditer(text):
        if not kept.around(end.end()) and _ends(text, begin, end):
            cuts.append((begin, end.end()))
            begin = end.end()
    cuts.append((begin, len(text)))
    return tuple(span for span in (_trimmed(text, *cut) for cut in cuts) if len(span))


def _ends(text: str, begin: int, end: re.Match[str]) -> bool:
    """Tell whether a sentence that began at `begin` ends with the mark that `end` matched."""
    rest = _OPENING.match(text, end.end())
    at = rest.end() if rest else end.end()
    if at >= len(text):
        return True
    following = text[at]
    if at == end.end() and end[0][-1] in ".?!" and not _lost_space(text, end):
        return False
    if following.islower() and not _apostrophe(text, at):
        return False
    if not (following.isalnum()):
        return following not in ",;:).]%/"
    mark = end[0].rstrip(f"’”\"'»)]{OBJECT}")
    if mark != ".":
        return mark != "…" or following.isupper()
    return _full_stop(text, begin, end.start(), at)


def _full_stop(text: str, begin: int, dot: int, following: int) -> bool:
    """Tell whether the point at `dot` closes a sentence rather than an abbreviation, initials or an item's number."""
    before = text[max(begin, dot - WINDOW) : dot]
    found = _WORD_BEFORE.search(before)
    word = found[0].strip("’'") if found else ""
    next_word = _next_word(text, following)
    if _ITEM.fullmatch(word):
        led_by = before.removesuffix(word).rstrip(f" ({OBJECT}")
        if not led_by or led_by[-1] in ":;":
            return False  # the number of an item: "1. Bekostiging", "drie dingen: 1. Bekostiging"
    if len(word) == 1 and _GRADED.search(before):
        return True
    if _INITIALS.fullmatch(word):
        alone = "." not in word and (_lower_before(before.removesuffix(word)) or next_word not in _PARTICLES)
        return alone and next_word in _STARTING
    return _no_abbreviation(word.lower(), next_word)


def _no_abbreviation(word: str, next_word: str) -> bool:
    """Tell whether a point after `word` closes a sentence that is followed by `next_word`."""
    never, sometimes = abbreviations()
    last = re.split(r"[-/]", word)[-1]  # "SO-nr" ends in "nr"
    if {word, last} & never:
        return False
    if {word, last} & sometimes or _DOTTED.fullmatch(word):
        return next_word in _STARTING
    return True


def _lost_space(text: str, end: re.Match[str]) -> bool:
    """Tell whether a sentence begins right after a mark, as PDF text has it: "gebouwd.Ik zie"."""
    lowest = max(0, end.start() - WINDOW)
    begin = text.rfind(" ", lowest, end.start()) + 1 or lowest
    if _ADDRESS.match(text, begin, end.end() + WINDOW):
        return False
    return _next_word(text, end.end()) in _STARTING or bool(_PLAIN_WORD.search(text, begin, end.start()))


def _lower_before(before: str) -> bool:
    """Tell whether text ends in a word in lower case, so that a capital after it is no initial: "optie B."."""
    found = re.search(r"(\w+)\s*$", before[-30:])
    return bool(found and found[1].islower() and found[1] not in _BEFORE_NAMES)


def _next_word(text: str, at: int) -> str:
    found = re.match(r"\w+", text[at : at + 30])
    return found[0] if found else ""


def _apostrophe(text: str, at: int) -> bool:
    """Tell whether at `at` begins a sentence like "'s Avonds" or "'t Is"."""
    return text[at - 1 : at] in {"'", "’", "‘"} and bool(re.match(r"[st] [A-Z]", text[at : at + 3]))


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return Span(start + lead, max(start + lead, start + len(part.rstrip())))


class _Closed:
    """Stretches of a paragraph inside which no sentence ends: short quotations, titles, brackets."""

    def __init__(self, rich: RichText) -> None:
        spans = [i.span for i in rich.inlines if isinstance(i, Quote) and (i.title or len(i.span) <= LONG_QUOTE)]
        spans += _brackets(rich.text)
        notes = {i.span.start for i in rich.inlines if isinstance(i, FootnoteRef)}
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            start, end = span.start, span.end
            if self._starts and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            elif end not in notes or end > start:
                self._starts.append(start)
                self._ends.append(end)

    def around(self, at: int) -> bool:
        """Tell whether `at` lies inside a stretch, not at its end."""
        n = bisect_right(self._starts, at) - 1
        return n >= 0 and self._starts[n] < at < self._ends[n]


def _brackets(text: str) -> list[Span]:
    """Give the stretches between round brackets that close within a sentence's length; nested ones give the widest."""
    found, opened = [], []
    for mark in re.finditer(r"[()]", text):
        if mark[0] == "(":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            if mark.end() - start <= LONG_QUOTE:
                found.append(Span(start, mark.end()))
    return found


@cache
def abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Give the abbreviations, without their last point, that never end a sentence, and those that now and then do.

    In the file a `!` before an abbreviation marks one that may end a sentence ("enz.", "c.s.").
    """
    try:
        lines = glossary_file("sentence_abbreviations.txt").read_text("utf-8").splitlines()
    except FileNotFoundError:
        lines = _FEW.split()
    words = [line.split("#")[0].strip().lower().removesuffix(".") for line in lines]
    sometimes = {word.removeprefix("!") for word in words if word.startswith("!")} | _MAY_END
    return frozenset(word for word in words if word and word not in sometimes), frozenset(sometimes)


_MAY_END = {
    "enz",
    "etc",
    "e.d",
    "c.s",
    "jl",
    "a.s",
    "n.a.v",
    "m.m",
    "d.d",
    "o.i.d",
    "mln",
    "mld",
    "nr",
    "blz",
    "jr",
    "sr",
    "e.v",
    "ca",
}
_FEW = (
    "nr. nrs. dhr. mevr. mw. mr. drs. dr. ir. ing. prof. art. artt. blz. p. pag. jo. vgl. zgn. resp. incl. excl. evt. bijv. "
    "m.n. o.a. m.b.t. i.v.m. d.w.z. o.b.v. t.a.v. t.b.v. t.o.v. z.s.m. a.d.h.v. i.c. i.p.v. Stb. Stcrt. Trb. Pb. sub. lid. hfst. "
    "par. afd. ca. min. max. tel. St. jan. feb. mrt. apr. jun. jul. aug. sep. sept. okt. nov. dec. R.o. Hand. Kst. bijl. vs. no."
)

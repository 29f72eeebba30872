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

LONG_QUOTE = 240  # code points; a longer quotation is cut into its own sentences

# The end of a sentence: its mark, what closes after it, note references.  yes: "?", ".’￼", ".)", "…"   no: ",", ":"
_END = re.compile(rf"[.?!…]+(?:[’”\"'»)\]]|{OBJECT})*(?=\s|$|(?<={OBJECT})\S)")
# What opens a sentence before its first letter.  yes: ‘ “ ( - •   no: letters
_OPENING = re.compile(rf"[\s{OBJECT}‘“„\"'«(\[–—•-]*")
_WORD_BEFORE = re.compile(r"[\w.’'/&-]*$")
# yes: J  A.C  Chr  Th.M   no: Kamer
_INITIALS = re.compile(r"(?:[A-Z]|Th|Ch|Chr|Ph|IJ|St)(?:\.-?(?:[A-Z]|Th|Ch|Chr|Ph|IJ))*")
# yes: o.a  m.b.t  i.v.m   no: kamer
_DOTTED = re.compile(r"[a-z]{1,3}(?:\.[a-z]{1,4})+")
# The number of an item, which opens its line: yes: 1  a  3b  iv   no: 2018
_ITEM = re.compile(r"(?:\d{1,2}[a-z]?|[a-zA-Z]|[ivx]{1,4})")
# Words that begin sentences in these letters far more often than names.
_STARTERS = (
    "De Het Een Dit Dat Deze Die Ik Wij We Zij Ze Hij Er Hier Daar Daarom Daarnaast Daarbij Hierbij Ook Maar Zo Kunt Kan Bent "
    "Is Zijn Wat Wanneer Waarom Hoe Welke Wie Heeft Hebt Heb Deelt Erkent Klopt Wilt Op In Voor Met Naar Uit Als Indien Verder "
    "Bovendien Tevens Echter Omdat Na Bij Tot Van Over Om Ja Nee Zie Vraag Antwoord Onder Tijdens Volgens Door Aan Uw Mijn Onze "
    "Was Waren Wordt Worden Werd Sinds Nu Toen Alle Elke Geen Indertijd Binnen Sommige Veel Uiteraard Inmiddels Momenteel"
)
_STARTING = frozenset(_STARTERS.split())


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
    found = _WORD_BEFORE.search(text, max(begin, dot - 40), dot)
    word = found[0].strip("’'") if found else ""
    next_word = _next_word(text, following)
    if not text[begin:dot].removesuffix(word).strip(f" ({OBJECT}") and _ITEM.fullmatch(word):
        return False
    if _INITIALS.fullmatch(word) and not (len(word) > 3 and "." not in word):
        return next_word in _STARTING and _lower_before(text, dot - len(word)) and "." not in word
    never, sometimes = abbreviations()
    low = word.lower()
    if low in never or _shorter(low) in never:
        return False
    if low in sometimes or _shorter(low) in sometimes or _DOTTED.fullmatch(low):
        return next_word in _STARTING
    return True


def _shorter(word: str) -> str:
    """Give the part after a hyphen or slash: "SO-nr" ends in "nr"."""
    return re.split(r"[-/]", word)[-1]


def _lower_before(text: str, at: int) -> bool:
    """Tell whether the word before `at` is in lower case, so that a single capital is a name's letter: "optie B."."""
    found = re.search(r"(\w+)\s*$", text[max(0, at - 30) : at])
    return bool(
        found and found[1].islower() and found[1] not in {"van", "de", "der", "den", "heer", "mevrouw", "lid", "en"}
    )


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

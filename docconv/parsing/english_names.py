"""English names inside Dutch sentences: "de Hong Kong Human Rights and Democracy Act", "het Central Emergency Response Fund".

Two signs: capitalised words with an English link between them, or an English word for a law or body behind capitalised words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docconv.model import Span

# What may stand with a capital before such a name and is Dutch: De Reciprocal …, Amerikaanse National …, EU-programma Support …
_OPENING = (
    r"(?:De|Het|Een|En|Van|Dat|Op|Te|Met|Voor|Niet|Die|Zijn|Aan|Er|Om|Ook|Als|Bij|Uit|Naar|Dan|Door|Deze|Dit|Ik|Uw|Mijn|Heeft"
    r"|Wat|Waar|Hoe|Welke|Geen|Zo|Ten|Ter|Tussen|Tot|Over|Is|In|Of|Volgens|Binnen|Sinds|Tijdens|Via|Maar|Want|Toen|Naast|Zonder"
    r"|Tegen|Onder|Na|Nu|Omdat|Dus|Daarnaast|Daarom|Verder|Sommige|Veel|Alle|Eerste|Tweede|Zie|Wanneer|Hoewel|Namens|Wij|Kamerbrief"
    r"|Kamerlid|Minister|Stichting|Commissie|Noorse"
    r"|[\w-]{1,30}(?:[aeio]anse|eense|ijnse|oense|andse|itse|anse|inse|ische|adese|tugese|pees|pese|[cdgklmrtvwz]se"
    r"|programma|project|verdrag))\b"
)
# Every repetition is bounded, so that no text costs more than its length.
_CAPITAL = r"[A-Z](?:[\w’'-]{0,30}\w)?(?!\w)"
_CAPITALS = rf"{_CAPITAL}(?: {_CAPITAL}){{0,9}}"
_LINKED = re.compile(
    rf"(?<!\w)(?!{_OPENING}){_CAPITALS}(?: (?:(?:of|in|on|and|for|the|to|with|by|from|against) ){{1,3}}{_CAPITALS}){{1,9}}"
)
_LINKS = frozenset(["on", "and", "for", "the", "to", "with", "by", "from", "against"])  # "of" and "in" are Dutch too
_HEADS = (
    r"(?:Act|Agency|Agreement|Association|Charter|Committee|Convention|Council|Court|Foundation|Framework|Fund|Institute|Network"
    r"|Organi[sz]ation|Policy|Treaty|Watch)(?!\w)"
)
_HEADED = re.compile(rf"(?<!\w)(?!{_OPENING})(?:[A-Z][a-z’'-]{{1,30}} ){{2,8}}{_HEADS}")
_FEWEST_CAPITALS = 3


def english_names(text: str) -> Iterator[Span]:
    """Yield the spans of English names, in order, none over another.

    >>> text = "De ‘Reciprocal Access to Tibet Act’, het Amerikaanse Digital Services Act en de Kamer of Senaat"
    >>> [span.of(text) for span in english_names(text)]
    ['Reciprocal Access to Tibet Act', 'Digital Services Act']
    """
    end = 0
    for span in sorted(_found(text), key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _found(text: str) -> Iterator[Span]:
    for m in _LINKED.finditer(text):
        words = m[0].split()
        if sum(word[0].isupper() for word in words) >= _FEWEST_CAPITALS and not _LINKS.isdisjoint(words):
            yield Span(*m.span())
    for m in _HEADED.finditer(text):
        yield Span(*m.span())

"""References to papers of the States General and to the official journals, with the identifiers of officielebekendmakingen.nl.

Identifiers as published: kst-30821-42, kst-36200-IV-25, ah-tk-20182019-3633, h-tk-20192020-45-3, stb-2019-123, stcrt-2020-4567.
"""

from __future__ import annotations

import re

from docconv.model import Citation, Span
from docconv.model.rich import CitationKind

_HOST = "https://zoek.officielebekendmakingen.nl"
_S = r"[ \xa0]?"
_YEAR = r"(?P<from>(?:19|20)\d\d) ?[-–/] ?(?P<to>(?:19|20)?\d\d)"
_DOSSIER = (
    rf"(?P<dossier>\d{{2}}{_S}\d{{3}}(?:-\d{{1,3}})?)(?:{_S}\(R ?\d+\))?(?:[ \xa0]"
    rf"(?P<chapter>[IVX]{{1,5}}[A-Z]?|[A-H])(?![\w.]))?"
)
_NUMBER = r"(?:,? ?nrs?\.? ?(?P<number>\d{1,4})\b|, ?(?P<letter>[A-Z]{1,2})\b(?!\.))"

# "Kamerstuk 30 821, nr. 42", "Kamerstukken II 2019/20, 32 735, nr. 280", "Kamerstukken, 2022-2023, 29628, nr. 1135",
# "Kamerstuk 29 629, 32 761, nr. 1156"; not "Kamerstuk | Rijksoverheid.nl"
_PAPER = re.compile(
    rf"Kamerstuk(?:ken)?,?{_S}(?:(?P<house>I{{1,2}}|TK|EK|Tweede Kamer|Eerste Kamer)\b,? ?)?"
    rf"(?:,? ?(?:vergaderjaar ?)?{_YEAR},? ?)?(?P<more>\d{{2}}{_S}\d{{3}}(?:-\d{{1,3}})?(?: [IVX]{{1,5}})?"
    rf"(?:, ?| en ))?{_DOSSIER}{_NUMBER}?"
)
# "Tweede Kamer, vergaderjaar 2017–2018, 26 485, nr. 267", "Eerste Kamer, 36 373, H", "TK 2019/20, 32 735, nr. 280"
_HOUSE = re.compile(
    rf"(?P<house>Tweede Kamer|Eerste Kamer|TK|EK),? ?(?:(?:vergaderjaar ?)?{_YEAR},? ?)?(?P<more>(?!))?{_DOSSIER}{_NUMBER}"
)
# "29628, nr. 1135", "en 29 984, nr. 1207": a dossier alone, known by its number behind it
_ALONE = re.compile(
    rf"(?<![\w.,/-])(?P<house>(?!))?(?P<more>(?!))?{_DOSSIER},? nr\.? ?(?P<number>\d{{1,4}})\b(?P<letter>(?!))?"
)
_APPENDIX = re.compile(
    rf"Aanhangsel(?: van de)? ?Handelingen,? ?(?:(?P<house>I{{1,2}}|TK|EK)\b,? ?)?(?:,? ?"
    rf"(?:vergaderjaar ?)?{_YEAR})?,? ?(?:nr\.? ?)?"
    r"(?P<number>\d{1,4})\b(?![-–/]\d)"
)
_RECORD = re.compile(
    rf"Handelingen,? ?(?P<house>I{{1,2}}|TK|EK|Tweede Kamer|Eerste Kamer)?,? ?(?:vergaderjaar ?)?{_YEAR},? nr\.? ?"
    rf"(?P<number>\d{{1,3}})"
    r"(?:,? (?:item|onderdeel) ?(?P<item>\d{1,3}))?"
)
_JOURNAL = re.compile(
    r"\b(?P<journal>Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?(?: van)?,? ?(?P<year>(?:18|19"
    r"|20)\d\d),? ?(?:nr\.? ?)?(?P<number>\d{1,6})\b"
)
_JOURNALS: dict[str, CitationKind] = {
    "Stb": "stb", "Staatsblad": "stb", "Stcrt": "stcrt", "Staatscourant": "stcrt", "Trb": "trb", "Tractatenblad": "trb",
}  # fmt: skip


def find_papers(text: str) -> list[Citation]:
    """Give the references to parliamentary papers and official journals in `text`.

    >>> [c.target for c in find_papers("Kamerstuk 36 200 IV, nr. 25 en Aanhangsel Handelingen, vergaderjaar 2018-2019, nr. 3633")]
    ['kst-36200-IV-25', 'ah-tk-20182019-3633']
    >>> [(c.kind, c.target) for c in find_papers("Kamerstuk 30 821; Stb. 2024, 153")]
    [('kamerstuk', None), ('stb', 'stb-2024-153')]
    """
    found: list[Citation] = []
    if "Handelingen" in text:
        found += [_appendix(m) for m in _APPENDIX.finditer(text)]
        found += [_record(m) for m in _RECORD.finditer(text)]
    if "Kamer" in text or "TK" in text or "EK" in text:
        found += [_paper(m) for pattern in (_PAPER, _HOUSE) for m in pattern.finditer(text)]
    if "nr" in text:
        found += [_paper(m) for m in _ALONE.finditer(text)]
    if "St" in text or "Tr" in text:
        found += [_journal(m) for m in _JOURNAL.finditer(text)]
    return longest(found)


def longest(found: list[Citation]) -> list[Citation]:
    """Give the citations in order, of those that overlap the longest."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return kept


def session(first: str, last: str) -> str:
    """Give a parliamentary year as identifiers have it.

    >>> session("2019", "20")
    '20192020'
    """
    return first + (last if len(last) == 4 else first[:2] + last)


def _paper(m: re.Match[str]) -> Citation:
    dossier = re.sub(r"[ \xa0]", "", m["dossier"])
    number = m["number"] or m["letter"]
    whole = "-".join(filter(None, (dossier, m["chapter"])))
    if m["more"]:  # two dossiers share one paper: which of them bears the number is not printed
        return Citation(Span(*m.span()), "kamerstuk")
    if not number:
        return Citation(Span(*m.span()), "kamerstuk", None, f"https://www.officielebekendmakingen.nl/dossier/{dossier}")
    target = f"kst-{whole}-{number}"
    return Citation(Span(*m.span()), "kamerstuk", target, f"{_HOST}/{target}.html")


def _appendix(m: re.Match[str]) -> Citation:
    if not m["from"]:
        return Citation(Span(*m.span()), "aanhangsel")
    house = "ek" if m["house"] in {"I", "EK"} else "tk"
    target = f"ah-{house}-{session(m['from'], m['to'])}-{m['number']}"
    return Citation(Span(*m.span()), "aanhangsel", target, f"{_HOST}/{target}.html")


def _record(m: re.Match[str]) -> Citation:
    if not m["item"]:
        return Citation(Span(*m.span()), "handelingen")
    house = "ek" if m["house"] in {"I", "EK", "Eerste Kamer"} else "tk"
    target = f"h-{house}-{session(m['from'], m['to'])}-{m['number']}-{m['item']}"
    return Citation(Span(*m.span()), "handelingen", target, f"{_HOST}/{target}.html")


def _journal(m: re.Match[str]) -> Citation:
    kind = _JOURNALS[m["journal"]]
    target = f"{kind}-{m['year']}-{m['number']}"
    return Citation(Span(*m.span()), kind, target, f"{_HOST}/{target}.html")

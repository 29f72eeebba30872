"""References to judgments (ECLI), Dutch law (BWB) and acts of the European Union (CELEX), with their identifiers.

ECLI: Council conclusions 2011/C 127/01. BWB: wetten.overheid.nl, jci 1.3. CELEX: eur-lex.europa.eu, sector 3; since 2015 an
act's number begins with the year, before that a regulation's ended with it.
"""

from __future__ import annotations

import re

from docconv.model import Citation, Span

_ECLI = re.compile(
    r"\bECLI:(?P<country>[A-Z]{2}):(?P<court>[A-Z][A-Z0-9]{0,6}):(?P<year>\d{4}):(?P<number>[A-Z0-9.]{1,25})(?<!\.)"
)
_BWB = re.compile(r"\bBWB[RV]\d{7}\b")
_CELEX = re.compile(r"\b(?P<celex>[35]\d{4}(?:R|L|D|PC|DC)\d{4})\b")
_YEAR_FIRST = re.compile(
    r"\b(?P<type>(?:(?:Uitvoerings|Gedelegeerde |Gedelegeerde)?[Vv]erordening|[Rr]ichtlijn|"
    r"(?:Uitvoerings)?[Bb]esluit|Kaderbesluit))"
    r" ?(?:\((?:EU|EG|EEG|GBVB|Euratom)(?:, ?Euratom)?\) ?)?(?:nr\.? ?)?(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,4})"
    r"(?:/(?:EU|EG|EEG|GBVB|JBZ|Euratom))?\b"
)
_NUMBER_FIRST = re.compile(
    r"\b(?P<type>(?:(?:Uitvoerings|Gedelegeerde )?[Vv]erordening)) ?\((?:EU|EG|EEG)\) ?nr\.? ?(?P<number>\d{1,4})/"
    r"(?P<year>(?:19|20)\d\d)\b"
)
# "Richtlijn 96/71/EG": two figures for the year, until 1998
_OLD_DIRECTIVE = re.compile(r"\b(?P<type>[Rr]ichtlijn) (?P<year>[6-9]\d)/(?P<number>\d{1,4})/(?:EG|EEG)\b")
_LAWS = {
    "Grondwet": "BWBR0001840",
    "Wetboek van Strafrecht": "BWBR0001854",
    "Wetboek van Strafvordering": "BWBR0001903",
    "Algemene wet bestuursrecht": "BWBR0005537",
    "Awb": "BWBR0005537",
    "Vreemdelingenwet 2000": "BWBR0011823",
    "Wet open overheid": "BWBR0045754",
    "Woo": "BWBR0045754",
    "Participatiewet": "BWBR0015703",
    "Opiumwet": "BWBR0001941",
    "Gemeentewet": "BWBR0005416",
    "Wegenverkeerswet 1994": "BWBR0006622",
    "Wet op het financieel toezicht": "BWBR0020368",
    "Wft": "BWBR0020368",
    "Zorgverzekeringswet": "BWBR0018450",
    "Wet maatschappelijke ondersteuning 2015": "BWBR0035362",
    "Jeugdwet": "BWBR0034925",
    "Politiewet 2012": "BWBR0031788",
    "Wet dieren": "BWBR0030250",
    "Omgevingswet": "BWBR0037885",
}
_ARTICLE = re.compile(
    r"\b[Aa]rt(?:ikel|\.) (?P<article>\d{1,4}(?:[.:]\d{1,3})?[a-z]{0,2})"
    r"(?:,? (?:eerste|tweede|derde|vierde|vijfde|zesde|\d{1,2}e) lid)?(?:,? (?:aanhef en )?onder(?:deel)? [a-z])?"
    rf",? (?:van )?(?:de |het )?(?P<law>{'|'.join(sorted(_LAWS, key=len, reverse=True))})\b"
)


def find_laws(text: str) -> list[Citation]:
    """Give the references to judgments, laws and European acts in `text`.

    >>> [c.target for c in find_laws("Verordening (EU) 2016/679, Richtlijn 2014/24/EU en ECLI:NL:HR:2019:2006")]
    ['32016R0679', '32014L0024', 'ECLI:NL:HR:2019:2006']
    >>> [c.href for c in find_laws("artikel 68 Grondwet")]
    ['https://wetten.overheid.nl/jci1.3:c:BWBR0001840&artikel=68']
    """
    found: list[Citation] = []
    if "ECLI:" in text:
        found += [_judgment(m) for m in _ECLI.finditer(text)]
    if "BWB" in text:
        found += [Citation(_span(m), "bwb", m[0], f"https://wetten.overheid.nl/{m[0]}") for m in _BWB.finditer(text)]
    if "/" in text:
        for pattern in (_YEAR_FIRST, _NUMBER_FIRST, _OLD_DIRECTIVE):
            found += [_act(m) for m in pattern.finditer(text)]
    found += [_european(_span(m), m["celex"]) for m in _CELEX.finditer(text)]
    if "rtikel " in text or "rt. " in text:
        found += [_article(m) for m in _ARTICLE.finditer(text)]
    return sorted(found, key=lambda citation: citation.span)


def _span(m: re.Match[str]) -> Span:
    return Span(*m.span())


def _judgment(m: re.Match[str]) -> Citation:
    if m["country"] == "NL":
        href = f"https://deeplink.rechtspraak.nl/uitspraak?id={m[0]}"
    elif m["country"] == "EU":
        href = f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={m[0]}"
    else:
        return Citation(_span(m), "ecli", m[0])
    return Citation(_span(m), "ecli", m[0], href)


def _act(m: re.Match[str]) -> Citation:
    kind = m["type"].lower()
    letter = "R" if "verordening" in kind else "L" if "richtlijn" in kind else "D"
    year = m["year"] if len(m["year"]) == 4 else f"19{m['year']}"
    return _european(_span(m), f"3{year}{letter}{int(m['number']):04}")


def _european(span: Span, celex: str) -> Citation:
    return Citation(span, "eu", celex, f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{celex}")


def _article(m: re.Match[str]) -> Citation:
    target = f"jci1.3:c:{_LAWS[m['law']]}&artikel={m['article']}"
    return Citation(_span(m), "bwb", target, f"https://wetten.overheid.nl/{target}")

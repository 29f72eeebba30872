"""The English form of references to official papers, by rule: `Kamerstuk 30 821, nr. 42` → `Parliamentary Paper 30 821, no. 42`.

A reference that holds a word without a rule here has no English form; the engine translates it like any other text.
"""

from __future__ import annotations

import re

# Longest first; each is tried where a word begins. yes: Kamerstukken II   no: Kamerstuknummer
_RULES = (
    (r"(?:Aanhangsel|Aanh\.) (?:van de |bij de |der )?Handelingen", "Appendix to the Official Report"),
    (r"Handelingen", "Official Report"),
    (r"Kamerstukken|Kstn?\.", "Parliamentary Papers"),
    (r"Kamerstuk", "Parliamentary Paper"),
    (r"Tweede Kamer|TK", "House of Representatives"),
    (r"Eerste Kamer|EK", "Senate"),
    (r"(?:vergaderjaar|parlementair jaar) (\d{4})[-–/](\d{2,4})", r"parliamentary year \1–\2"),
    (r"Staatsblad|Stb\.?", "Bulletin of Acts and Decrees"),
    (r"Staatscourant|Stcrt\.?", "Government Gazette"),
    (r"Tractatenblad|Trb\.?", "Dutch Treaty Series"),
    (r"Uitvoeringsverordening", "Implementing Regulation"),
    (r"Gedelegeerde [Vv]erordening", "Delegated Regulation"),
    (r"Uitvoeringsbesluit", "Implementing Decision"),
    (r"[Vv]erordening", "Regulation"),
    (r"[Rr]ichtlijn", "Directive"),
    (r"[Bb]esluit", "Decision"),
    (r"(?:PbEU|PbEG|Pb\.?)", "OJ"),
    (r"[Nn]rs\.|[Nn]ummers", "nos."),
    (r"[Nn]r\.?|[Nn]ummer", "no."),
    (r"blz\.|pag\.|p\.", "p."),
    (r"bijlage", "annex"),
    (r"herdruk", "reprint"),
    (r"van", "of"),
    (r"en", "and"),
    (r"t/m", "to"),
    (r"EU|EG|EEG|Euratom|GBVB|ECLI(?::[\w.]+)+|BWB[RVW]\d+|L|C|[IVX]+|[A-Z]", None),
)
_TOKEN = re.compile(
    "|".join(f"(?P<r{n}>(?<![^\\W\\d_])(?:{rule})(?![^\\W\\d_]))" for n, (rule, _) in enumerate(_RULES))
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def english(text: str) -> str | None:
    """Give the English of a reference, None where a word of it has no rule.

    >>> english("Aanhangsel Handelingen, vergaderjaar 2018-2019, nr. 3633")
    'Appendix to the Official Report, parliamentary year 2018–2019, no. 3633'
    >>> english("Kamerstukken II 2019/20, 35 300 V, nrs. 21 en 22")
    'Parliamentary Papers II 2019/20, 35 300 V, nos. 21 and 22'
    >>> english("Kamerstuk over vuurwerk") is None
    True
    """
    flat = re.sub(r",(?=[^\W\d])", ", ", " ".join(text.split()))
    parts, end = [], 0
    for found in _TOKEN.finditer(flat):
        rule, form = _RULES[int((found.lastgroup or "r0")[1:])]
        between = flat[end : found.start()]
        if _WORD.search(between):
            return None
        parts += [between, found[0] if form is None else re.sub(f"^(?:{rule})$", form, found[0])]
        end = found.end()
    if _WORD.search(flat[end:]):
        return None
    return "".join(parts) + flat[end:]

"""Numbers, amounts and times: their values in Dutch and in English, and the English form of a Dutch one by rule.

Dutch writes 1.250,50 and € 3 miljoen where English writes 1,250.50 and €3 million.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SCALE = {
    "miljoen": "million",
    "miljard": "billion",
    "biljoen": "trillion",
    "mln": "million",
    "mln.": "million",
    "mld": "billion",
    "mld.": "billion",
    "duizend": "thousand",
}
_SCALES = "|".join(re.escape(word) for word in sorted(_SCALE, key=len, reverse=True))
_CURRENCY = {"€": "€", "EUR": "€", "$": "$", "US$": "US$", "USD": "US$", "£": "£", "GBP": "£"}
# yes: € 3 miljoen  €1.250,50  € 100,-  EUR 5  US$ 2,5 mld.   no: euro
AMOUNT = re.compile(
    rf"(?<!\w)(?P<sign>US\$|[€$£]|EUR|USD|GBP)\s?(?P<number>{_DIGITS})(?:,[-–—]+)?(?:\s(?P<scale>{_SCALES})(?!\w))?"
)
# yes: 3 miljoen euro  500 euro   no: euro 3
EUROS = re.compile(rf"(?<![\d.,A-Z_])(?P<number>{_DIGITS})(?:\s(?P<scale>{_SCALES}))?\s(?:euro|EUR)(?!\w)")
# yes: 5%  12,5 %  5 procent   no: procent
PERCENT = re.compile(rf"(?<![\w.,])(?P<number>{_DIGITS})\s?(?:%|procent(?!\w))")
# yes: 19.30 uur  19:30   no: 19.300  1:2:3
TIME = re.compile(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?::(?P<colon>[0-5]\d)(?![\d:])|\.(?P<point>[0-5]\d)(?=\suur))(?:\suur(?!\w))?"
)
# A number that reads otherwise in English. yes: 1.250  12,5  van1.250woningen (as PDF text has it)   no: 12  2018  1.2.3
LOCAL = re.compile(
    r"(?<![\d.,A-Z_])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\dA-Z_]|[.,]\d)(?:\s(?P<scale>miljoen|miljard|biljoen)(?!\w))?"
)

_NL_VALUE = re.compile(r"(?P<thousands>\d{1,3}(?:[.\s]\d{3})+(?!\d)(?:,\d+)?)|\d+(?:[.,]\d+)*")
_EN_VALUE = re.compile(r"(?P<thousands>\d{1,3}(?:[,\s]\d{3})+(?!\d)(?:\.\d+)?)|\d+(?:[.,]\d+)*")
_NL_WORDS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf"
_EN_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
_NL_ORDINALS = "nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
_EN_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"


def values(text: str, language: Literal["nl", "en"]) -> Counter[str]:
    """Give the values of the numbers written in digits, without separators: `1.250,50` in Dutch counts as `1250.5`.

    >>> values("1.250,50 en 30 821", "nl") == values("1,250.50 and 30,821", "en")
    True
    """
    pattern, grouping = (_NL_VALUE, ".") if language == "nl" else (_EN_VALUE, ",")
    found: Counter[str] = Counter()
    for number in pattern.finditer(text):
        bare = "".join(number[0].split())
        bare = (bare.replace(grouping, "") if number["thousands"] else bare).replace(",", ".")
        found[bare.rstrip("0").rstrip(".") if "." in bare else bare.lstrip("0") or "0"] += 1
    return found


def worded(text: str, language: Literal["nl", "en"]) -> Counter[str]:
    """Give the values of the small numbers written as words, ordinals too: `drie` counts as `3`."""
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    table = _NL_TABLE if language == "nl" else _EN_TABLE
    return Counter(table[word] for word in words if word in table)


def _table(*rows: str) -> dict[str, str]:
    return {word: str(n) for row in rows for n, word in enumerate(row.split())}


_NL_TABLE = _table(_NL_WORDS, _NL_ORDINALS) | {"één": "1", "beide": "2", "half": "0.5", "halve": "0.5", "dubbel": "2"}
_EN_TABLE = _table(_EN_WORDS, _EN_ORDINALS) | {"both": "2", "half": "0.5", "once": "1", "twice": "2", "double": "2"}


def local(number: str) -> str:
    """Give a Dutch number as English writes it.

    >>> local("1.250,50"), local("12,5"), local("1250")
    ('1,250.50', '12.5', '1250')
    """
    return number.translate(str.maketrans(".,", ",."))


def amount(found: re.Match[str]) -> str:
    """Give the English of what AMOUNT or EUROS matched.

    >>> amount(AMOUNT.search("van € 3,5 miljoen")), amount(EUROS.search("500 euro")), amount(AMOUNT.search("€ 100,-"))
    ('€3.5 million', '€500', '€100')
    """
    sign = _CURRENCY[found["sign"]] if "sign" in found.re.groupindex else "€"
    return f"{sign}{local(found['number'])}{_scaled(found['scale'])}"


def percent(found: re.Match[str]) -> str:
    """Give the English of what PERCENT matched: `12,5 procent` → `12.5%`."""
    return f"{local(found['number'])}%"


def time(found: re.Match[str]) -> str:
    """Give the English of what TIME matched: `9.30 uur` → `9:30`."""
    return f"{found['hour']}:{found['colon'] or found['point']}"


def number(found: re.Match[str]) -> str:
    """Give the English of what LOCAL matched: `1,5 miljoen` → `1.5 million`."""
    return f"{local(found['number'])}{_scaled(found['scale'])}"


def _scaled(scale: str | None) -> str:
    return f" {_SCALE[scale]}" if scale else ""

"""How an engine may write a date, a time, an amount or a number that it was given in Dutch: all are taken, and set right by rule.

`19.30 uur` has come out as "7:30", `€ 3 miljoen` as "$3 million", `18 maart 2018` as "March 18, 2018".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from docconv.translation import dates
from docconv.translation.numbers import AMOUNT, EUROS, LOCAL, PERCENT, TIME, local
from docconv.translation.placeables import Placeable

_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|duizend|miljoen|miljard|biljoen|mln\.?|mld\.?|bn|m)(?!\w))?"
_CURRENCY_BEFORE = r"(?:(?:US\$|[€$£]|EUR|USD|GBP|euros?)\s?)?"
_CURRENCY_AFTER = r"(?:\s?(?:euros?|EUR|€|dollars?|pounds?)(?!\w))?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_WEEK = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"


def rendering(placeable: Placeable) -> re.Pattern[str] | None:
    """Give the pattern of what an engine may have made of a placeable; None for a kind that has to come out as it went in."""
    make = _MAKERS.get(placeable.kind)
    pattern = make(placeable.source) if make else None
    return re.compile(rf"(?<![\w.,]){pattern}(?!\w|[.,]\d)", re.IGNORECASE) if pattern else None


def _date(nl: str) -> str | None:
    flat = dates.plain(nl)
    found = dates.DATE.fullmatch(flat) or dates.NUMERIC.fullmatch(flat)
    if not found:
        month = dates.MONTH.fullmatch(flat)
        names = "|".join(dates.names(month["month"])) if month else ""
        return rf"(?:{names}),?(?:\sof)?\s{month['year']}" if month else None
    day, names = int(found["day"]), "|".join(dates.names(found["month"]))
    year = rf",?\s{found['year']}" if found["year"] else ""
    before = rf"{_WEEK}(?:the\s)?0?{day}{_ORDINAL}(?:\sof)?\s(?:{names}){year}"
    after = rf"{_WEEK}(?:{names})\s0?{day}{_ORDINAL}{year}"
    return rf"(?:{re.escape(flat)}|{before}|{after})"


def _time(nl: str) -> str | None:
    found = TIME.fullmatch(nl)
    if not found:
        return None
    hour, minutes = int(found["hour"]), found["colon"] or found["point"]
    hours = rf"(?:0?{hour}|{hour % 12})" if hour > 12 else rf"0?{hour}"
    return rf"{hours}[:.]{minutes}(?:\s?(?:hours?|hrs|uur|[ap]\.?m\b\.?))?"


def _number(found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    nl = found["number"]
    bare = nl.replace(".", "").replace(",", ".")
    return "(?:" + "|".join(re.escape(form) for form in dict.fromkeys((nl, local(nl), bare))) + ")"


def _amount(nl: str) -> str | None:
    number = _number(AMOUNT.fullmatch(nl) or EUROS.fullmatch(nl))
    return rf"{_CURRENCY_BEFORE}{number}(?:,[-–—]+)?{_SCALE}{_CURRENCY_AFTER}" if number else None


def _percent(nl: str) -> str | None:
    number = _number(PERCENT.fullmatch(nl))
    return rf"{number}\s?(?:%|per\s?cent|procent)" if number else None


def _plain(nl: str) -> str | None:
    number = _number(LOCAL.fullmatch(nl))
    return rf"{number}{_SCALE}" if number else None


def _special(nl: str) -> str | None:
    """`km²` comes back as "km2", `½` as "1⁄2" or "1/2"."""
    folded = unicodedata.normalize("NFKC", nl)
    forms = (nl, folded, folded.replace("\N{FRACTION SLASH}", "/"))
    return "(?:" + "|".join(re.escape(form) for form in dict.fromkeys(forms)) + ")"


_MAKERS: dict[str, Callable[[str], str | None]] = {
    "date": _date,
    "time": _time,
    "amount": _amount,
    "percent": _percent,
    "number": _plain,
    "special": _special,
}

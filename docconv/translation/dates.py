"""Dutch dates and their English form by rule: `woensdag 18 maart 2018` → `Wednesday 18 March 2018`."""

from __future__ import annotations

import re

_NL_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
_EN_MONTHS = "January February March April May June July August September October November December"
_NL_DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
_EN_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = dict(zip(_NL_MONTHS.split(), _EN_MONTHS.split(), strict=True))
_DAYS = dict(zip(_NL_DAYS.split(), _EN_DAYS.split(), strict=True))
_MONTH = "|".join(_MONTHS)
# yes: 18 maart 2018  1 mei  op4 mei (as PDF text has it)  vrijdag 3 juni 2022  1 januari jl.   no: maart
DATE = re.compile(
    rf"(?<![\d.,/-])(?<!(?-i:[A-Z]))(?:(?P<week>{'|'.join(_DAYS)})\s)?(?P<day>0?[1-9]|[12]\d|3[01])\s(?P<month>{_MONTH})(?!\w)(?:\s(?P<year>(?:1[89]|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
# yes: maart 2018   no: maart  18 maart
MONTH = re.compile(rf"(?<![\w-])(?P<month>{_MONTH})\s(?P<year>(?:1[89]|20)\d\d)(?!\d)", re.IGNORECASE)
# yes: 18-03-2018  18/3/2018   no: 2018-03-18  18-03
NUMERIC = re.compile(
    r"(?<![\w./-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[-/])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)


def english(text: str) -> str | None:
    """Give the English of a Dutch date, None where `text` is not one as a whole.

    >>> english("vrijdag 18 maart 2018"), english("maart 2018"), english("01-03-2018"), english("gisteren")
    ('Friday 18 March 2018', 'March 2018', '1 March 2018', None)
    """
    if found := DATE.fullmatch(text):
        week = f"{_DAYS[found['week'].lower()]} " if found["week"] else ""
        year = f" {found['year']}" if found["year"] else ""
        return f"{week}{int(found['day'])} {_MONTHS[found['month'].lower()]}{year}"
    if found := MONTH.fullmatch(text):
        return f"{_MONTHS[found['month'].lower()]} {found['year']}"
    if found := NUMERIC.fullmatch(text):
        return f"{int(found['day'])} {list(_MONTHS.values())[int(found['month']) - 1]} {found['year']}"
    return None


def names(month: str) -> tuple[str, ...]:
    """Give the names that a month may have in English or Dutch: `maart` or `3` → March, maart.

    >>> names("maart"), names("03")
    (('March', 'maart'), ('March', 'maart'))
    """
    nl = list(_MONTHS)[int(month) - 1] if month.isdigit() else month.lower()
    return _MONTHS[nl], nl


def iso(text: str) -> str | None:
    """Give a Dutch date as YYYY-MM-DD or YYYY-MM, None where it is none or has no year.

    >>> iso("18 maart 2018"), iso("maart 2018"), iso("18 maart")
    ('2018-03-18', '2018-03', None)
    """
    found = DATE.fullmatch(text) or NUMERIC.fullmatch(text) or MONTH.fullmatch(text)
    if not found or not found["year"]:
        return None
    named = found["month"].lower()
    month = int(named) if named.isdigit() else list(_MONTHS).index(named) + 1
    day = f"-{int(found['day']):02}" if "day" in found.re.groupindex else ""
    return f"{found['year']}-{month:02}{day}"


def plain(text: str) -> str:
    """Give a date with its spaces as single plain ones, as the patterns here want them."""
    return " ".join(text.split())

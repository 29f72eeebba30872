"""Dates as Dutch letters print them, read as ISO 8601 calendar dates of a day or of a month."""

from __future__ import annotations

import re

from docconv.model import Date, Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
            "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<day>[0-3]?\d)[ \xa0])?(?P<month>{_NAMES})\.?[ \xa0](?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<day>[0-3]?\d)(?P<by>[-/.])(?P<month>[01]?\d)(?P=by)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d/-])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find_dates(text: str) -> list[Date]:
    """Give the dates in `text` that name a year.

    >>> [date.iso for date in find_dates("van 7 december 2019, in maart 2018 en op 3-1-2020")]
    ['2019-12-07', '2018-03', '2020-01-03']
    """
    found = []
    for pattern in (_WORDS, _FIGURES, _ISO):
        for m in pattern.finditer(text):
            iso = _iso(m)
            if iso:
                found.append(Date(Span(*m.span()), iso))
    return sorted(found, key=lambda date: date.span)


def _iso(m: re.Match[str]) -> str:
    month = int(m["month"]) if m["month"].isdigit() else MONTHS[m["month"].lower()]
    day = int(m["day"]) if m["day"] else 0
    if not 1 <= month <= 12 or (m["day"] and not 1 <= day <= _DAYS[month - 1]):
        return ""
    return f"{m['year']}-{month:02}" + (f"-{day:02}" if day else "")

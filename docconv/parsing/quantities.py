"""Numbers with their units as Dutch prints them: a point between thousands, a comma before decimals (Leidraad, rule 19)."""

from __future__ import annotations

import re
from decimal import Decimal

from docconv.model import Number, Span

_UNITS = {
    "%": "%", "procent": "%", "procentpunt": "pp", "promille": "‰", "euro": "EUR", "dollar": "USD", "km": "km", "kilometer": "km",
    "meter": "m", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3", "km2": "km2", "km²": "km2", "hectare": "ha", "ha": "ha",
    "kg": "kg", "kilo": "kg", "ton": "t", "kton": "kt", "megaton": "Mt", "mton": "Mt",
    "liter": "l", "gram": "g", "mg": "mg", "mw": "MW",
    "gw": "GW", "kw": "kW", "mwh": "MWh", "gwh": "GWh", "kwh": "kWh", "twh": "TWh", "pj": "PJ", "km/u": "km/h", "db": "dB",
}  # fmt: skip
_SCALES = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9, "biljoen": 12}
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "EUR": "EUR"}
_WORDS = "|".join(re.escape(word) for word in sorted(_UNITS, key=len, reverse=True))
_NUMBER = re.compile(
    r"(?:(?P<currency>€|\$|£|EUR)[ \xa0]?)?"
    r"(?<![\w./,@#-])(?P<sign>[-–−] ?(?=\d))?(?P<figures>\d{1,3}(?:\.\d{3}){1,5}|\d{1,12})(?:,(?P<decimals>\d{1,4}"
    r"|-{1,2}))?(?![\d]|[.,:/-]\d)"
    rf"(?:[ \xa0](?P<scale>{'|'.join(_SCALES)})\b\.?)?"
    rf"(?:(?:[ \xa0]?(?P<sign_unit>[%‰]))|[ \xa0]?(?P<unit>{_WORDS})(?![\w²³]))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def find_numbers(text: str) -> list[Number]:
    """Give the numbers in `text`; years, codes and numbers inside words are none.

    >>> [(n.value, n.unit) for n in find_numbers("€ 4,2 miljard, 5.500 banen, 65% en 2019")]
    [('4200000000', 'EUR'), ('5500', ''), ('65', '%')]
    """
    found = []
    for m in _NUMBER.finditer(text):
        behind = text[m.end() : m.end() + 1]
        bare = not (m["currency"] or m["scale"] or m["unit"] or m["sign_unit"])
        if bare and (behind.isalpha() or (behind in "_-/°" and behind) or _is_code(m)):
            continue
        found.append(Number(Span(*m.span()), _value(m), _unit(m)))
    return found


def _is_code(m: re.Match[str]) -> bool:
    """Tell whether bare figures are a year or, by a leading zero, a code or a telephone number."""
    figures = m["figures"]
    plain = not m["decimals"]
    return plain and bool(_YEAR.fullmatch(figures) or (figures.startswith("0") and len(figures) > 1))


def _value(m: re.Match[str]) -> str:
    decimals = m["decimals"] if m["decimals"] and m["decimals"].isdigit() else ""
    value = Decimal(m["figures"].replace(".", "") + ("." + decimals if decimals else ""))
    if m["scale"]:
        value = value.scaleb(_SCALES[m["scale"].lower()])
    sign = "-" if m["sign"] else ""
    return sign + (f"{value:f}" if decimals and not m["scale"] else f"{value.normalize():f}")


def _unit(m: re.Match[str]) -> str:
    if m["currency"]:
        return _CURRENCIES[m["currency"].upper()]
    if m["sign_unit"]:
        return str(m["sign_unit"])
    return _UNITS[m["unit"].lower()] if m["unit"] else ""

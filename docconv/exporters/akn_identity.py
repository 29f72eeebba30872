"""The IRIs of a letter: Work, Expression and Manifestation by the Akoma Ntoso Naming Convention 1.0, section 4.

A date or a case number that the letter does not print stands as 0001-01-01 and nn, as the Convention's section 4.4 has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date

from docconv.exporters.labels import Language
from docconv.model import BilingualLetter, Metadata, Printed

NO_DATE = "0001-01-01"
NO_NUMBER = "nn"
FRBR_LANGUAGE: dict[Language, str] = {"nl": "nld", "en": "eng"}

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CASE = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_TOOI = re.compile(r"[a-z]+[0-9]+")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the IRIs of one expression are made of. `actor` is a TOOI code or None; dates are YYYY-MM-DD."""

    actor: str | None
    date: str
    number: str
    language: Language
    expressed: str

    @property
    def work(self) -> str:
        """Give the Work's IRI.

        >>> Identity("mnre1013", "2020-01-20", "2019Z25123", "nl", "2020-01-20").work
        '/akn/nl/debate/kamervragen/mnre1013/2020-01-20/2019Z25123'
        """
        actor = f"{self.actor}/" if self.actor else ""
        return f"/akn/nl/debate/kamervragen/{actor}{self.date}/{self.number}"

    @property
    def expression(self) -> str:
        """Give the Expression's IRI, with the language of ISO 639-2/T and its date."""
        return f"{self.work}/{FRBR_LANGUAGE[self.language]}@{self.expressed}"


def identity(bilingual: BilingualLetter, language: Language) -> Identity:
    """Give the identity of the Dutch letter or of its English translation."""
    data = bilingual.letter.metadata
    date = letter_date(data) or NO_DATE
    expressed = date if language == "nl" else translation_date(bilingual)
    return Identity(actor(data), date, case_number(data) or NO_NUMBER, language, expressed)


def letter_date(data: Metadata) -> str | None:
    """Give the letter's date: that of answering, for questions alone that of asking; None where none is printed."""
    if data.kind == "questions":
        return asked_date(data) or answered_date(data)
    return answered_date(data)


def answered_date(data: Metadata) -> str | None:
    """Give the date of the answers, None where it is not printed."""
    return _date(data.date_answered)


def asked_date(data: Metadata) -> str | None:
    """Give the date on which the questions were tabled, None where it is not printed."""
    return _date(data.date_asked)


def translation_date(bilingual: BilingualLetter) -> str:
    """Give the translation's date: as the caller gave it, else the letter's own."""
    given = bilingual.signature.date
    return given if given and is_date(given) else letter_date(bilingual.letter.metadata) or NO_DATE


def case_number(data: Metadata) -> str | None:
    """Give the Zaaknummer as it can stand in an IRI, None where none is printed."""
    value = (data.zaaknummer.value if data.zaaknummer else "").replace(" ", "")
    return value if _CASE.fullmatch(value) else None


def actor(data: Metadata) -> str | None:
    """Give the TOOI code of the answering minister's ministry; None where it is not known, and for questions alone."""
    if data.kind == "questions":
        return None
    minister = next((m for m in data.ministers if not m.on_behalf), None)
    code = minister.tooi if minister else None
    return code if code and _TOOI.fullmatch(code) else None


def publication(data: Metadata) -> str | None:
    """Give the identifier under which the Aanhangsel publishes the letter.

    >>> from docconv.model import Span
    >>> here = Span(0, 0)
    >>> publication(Metadata(aanhangsel=Printed("3633", here), vergaderjaar=Printed("2018-2019", here)))
    'ah-tk-20182019-3633'
    """
    number = data.aanhangsel.value.strip() if data.aanhangsel else ""
    year = data.vergaderjaar.value.replace("-", "") if data.vergaderjaar else ""
    if re.fullmatch(r"ah-tk-[0-9]{8}-[0-9]+", number):
        return number
    return f"ah-tk-{year}-{number}" if re.fullmatch(r"[0-9]+", number) and re.fullmatch(r"[0-9]{8}", year) else None


def is_date(text: str) -> bool:
    """Tell whether `text` is a day of the calendar, YYYY-MM-DD.

    >>> is_date("2020-02-29"), is_date("2019-02-29")
    (True, False)
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        return bool(calendar_date.fromisoformat(text))
    except ValueError:
        return False


def _date(printed: Printed | None) -> str | None:
    return printed.value if printed and is_date(printed.value) else None

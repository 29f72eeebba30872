"""The document's properties: title, subject, language, keywords, author, and a date only where one is known.

Open Packaging Conventions (ECMA-376 part 2, 11): the core properties part.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from docx.document import Document

from docconv.exporters.akn_identity import is_date, letter_date
from docconv.exporters.characters import legible
from docconv.exporters.review import status
from docconv.model import BilingualLetter
from docconv.protocols import ExportOptions

LIMIT: Final = 255  # python-docx refuses longer values, as Office does


def describe(document: Document, bilingual: BilingualLetter, options: ExportOptions, title: str, language: str) -> None:
    """Set the properties; `language` is a BCP 47 tag. Nothing of a template's own properties stays."""
    data = bilingual.letter.metadata
    properties = document.core_properties
    element: Any = properties._element
    for child in list(element):
        element.remove(child)
    properties.title = _short(title)
    properties.subject = _short(data.subject.value if data.subject else "")
    properties.author = _short(options.author)
    properties.keywords = _short("; ".join(_keywords(bilingual)))
    properties.category = "Unofficial translation"
    properties.comments = _short(_made_by(bilingual))
    properties.content_status = _short(status(bilingual).split(";")[0])
    properties.language = language
    date = moment(bilingual)
    if date is not None:
        properties.created = date
        properties.modified = date


def moment(bilingual: BilingualLetter) -> datetime | None:
    """Give the translation's date, else the letter's, at midnight; None where neither is known."""
    known = bilingual.signature.date or letter_date(bilingual.letter.metadata)
    return datetime.fromisoformat(known).replace(tzinfo=UTC) if known and is_date(known) else None


def _keywords(bilingual: BilingualLetter) -> list[str]:
    data = bilingual.letter.metadata
    printed = [one.value for one in (data.zaaknummer, data.aanhangsel, data.vergaderjaar) if one]
    parties = [member.party for member in data.members if member.party]
    ministries = [minister.ministry for minister in data.ministers if minister.ministry]
    return list(dict.fromkeys(["Kamervragen", "parliamentary questions", *printed, *parties, *ministries]))


def _made_by(bilingual: BilingualLetter) -> str:
    signature = bilingual.signature
    return f"docconv {signature.docconv}; engine {signature.engine}; source SHA-256 {signature.source_sha256}"


def _short(value: str) -> str:
    """Give a value on one line, cut at a word where it is longer than the properties allow."""
    text = " ".join(legible(value).split())
    return text if len(text) <= LIMIT else text[: LIMIT - 1].rsplit(" ", 1)[0] + "…"

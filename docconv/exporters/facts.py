"""What an output says of a letter before its text: its title, the facts it prints of itself, the notice on the translation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docconv.exporters.akn_identity import is_date
from docconv.exporters.characters import legible
from docconv.exporters.review import status
from docconv.model import BilingualLetter, Metadata, Minister, Paragraph, Section
from docconv.terminology.officials import english_name

KINDS = {
    "answers": "Answers to parliamentary questions",
    "questions": "Parliamentary questions",
    "notice": "Notice on parliamentary questions",
    "other": "Parliamentary letter",
}

Words = tuple[str, str]
"""A passage and its language, "en" or "nl"."""


def title_section(bilingual: BilingualLetter) -> Section | None:
    """Give the section that bears the letter's title, None where it has none."""
    titles = (c for c in bilingual.letter.children if isinstance(c, Section) and c.role == "title")
    return next((s for s in titles if s.blocks and isinstance(s.blocks[0], Paragraph)), None)


def title_paragraph(bilingual: BilingualLetter) -> Paragraph | None:
    """Give the paragraph that bears the letter's title, None where it has none."""
    section = title_section(bilingual)
    first = section.blocks[0] if section else None
    return first if isinstance(first, Paragraph) else None


def title(bilingual: BilingualLetter) -> str:
    """Give the English title: that of the letter, else what kind of letter it is."""
    found = title_paragraph(bilingual)
    english = " ".join(bilingual.target(found).plain("").split()) if found else ""
    return english or KINDS[bilingual.letter.metadata.kind]


def facts(data: Metadata) -> Iterator[tuple[str, list[Words]]]:
    """Yield labels and values, only what the letter prints; Dutch stays Dutch, with its English where it is known."""
    if data.subject:
        yield "Subject", [(_line(data.subject.value), "nl")]
    if data.members:
        yield "Asked by", [(askers(data), "en")]
    for label, on_behalf in (("Answered by", False), ("Also on behalf of", True)):
        ministers = [minister for minister in data.ministers if minister.on_behalf == on_behalf]
        if ministers:
            yield label, [words for n, minister in enumerate(ministers) for words in _minister(minister, n)]
    for label, printed in (("Asked on", data.date_asked), ("Answered on", data.date_answered)):
        if printed:
            yield label, [(day(printed.value), "en")]
    references = (
        ("Case number", data.zaaknummer),
        ("Appendix number", data.aanhangsel),
        ("Parliamentary year", data.vergaderjaar),
    )
    for label, printed in references:
        if printed:
            yield label, [(_line(printed.value), "en")]


def askers(data: Metadata) -> str:
    """Give the members who ask, each with the party where it is printed, as one string."""
    return _line("; ".join(m.name + (f" ({m.party})" if m.party else "") for m in data.members))


def _minister(minister: Minister, place: int) -> Iterator[Words]:
    """Yield a minister's title in English, with the Dutch behind it, and the name."""
    dutch = _line(minister.title)
    english = english_name(dutch)
    name = f", {minister.name}" if minister.name else ""
    if place:
        yield "; ", "en"
    if english == dutch:
        yield dutch, "nl"
        yield name, "en"
        return
    yield f"{english}{name} (", "en"
    yield dutch, "nl"
    yield ")", "en"


def minister_in_english(minister: Minister) -> str:
    """Give a minister's title in English, in Dutch where no English is known."""
    return english_name(_line(minister.title))


def notice(bilingual: BilingualLetter) -> Iterator[tuple[str, str]]:
    """Yield the lines of the notice, each with its first words."""
    signature = bilingual.signature
    yield "Unofficial machine translation.", "The Dutch text prevails. This English text has no official status."
    if signature.draft:
        yield "Rough draft.", "The engine is a small model whose English is rough: read it beside the Dutch."
    yield "Review:", f"{status(bilingual)}."
    model = f", model {signature.model}" if signature.model else ""
    weights = f" (SHA-256 {signature.model_sha256})" if signature.model_sha256 else ""
    yield "Made by:", f"docconv {signature.docconv}, engine {signature.engine}{model}{weights}."
    yield "Glossary:", f"SHA-256 {signature.glossary_sha256}." if signature.glossary_sha256 else "none."
    yield "Source:", f"{Path(bilingual.letter.source.name).name or 'letter'}, SHA-256 {signature.source_sha256}."


def day(value: str) -> str:
    """Give a date as English writes it, anything else as it is.

    >>> day("2020-01-20")
    '20 January 2020'
    """
    if not is_date(value):
        return _line(value)
    known = date.fromisoformat(value)
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _line(value: str) -> str:
    return legible(" ".join(value.split()))

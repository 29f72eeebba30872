"""A letter's metadata from the identification, the publication and docconv's own record in `proprietary`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from docconv.model import Member, Metadata, Minister, Printed, Span
from docconv.model.letter import LetterKind
from docconv.readers.akn_text import DC, NS, name

if TYPE_CHECKING:
    from lxml import etree

NOWHERE = Span(0, 0)  # the file does not say where on paper a value was printed
NO_DATE = "0001-01-01"


def read_metadata(debate: etree._Element) -> Metadata:
    """Give what a debate's metadata says of the letter; None and empty where it says nothing."""
    own = next(debate.iter(f"{DC}letter"), None)
    kind = (own.get("kind") if own is not None else None) or "answers"
    return Metadata(
        kind=cast("LetterKind", kind) if kind in get_args(LetterKind) else "other",
        title=_printed(_alias(debate, "title")),
        subject=_printed(_alias(debate, "subject")),
        ministers=_ministers(debate, own),
        members=_members(debate, own),
        date_asked=_printed(_date(debate, "asked")),
        date_answered=_printed(_date(debate, "answered")),
        zaaknummer=_printed(_alias(debate, "zaaknummer")),
        aanhangsel=_printed(_aanhangsel(debate)),
        vergaderjaar=_printed(own.get("vergaderjaar") if own is not None else None),
    )


def digest(debate: etree._Element) -> str:
    """Give the source's SHA-256 as recorded, "" where it is not."""
    found = next(debate.iter("{http://www.loc.gov/premis/v3}messageDigest"), None)
    return "" if found is None else (found.text or "").strip()


def _ministers(debate: etree._Element, own: etree._Element | None) -> tuple[Minister, ...]:
    if own is None:
        roles = (_shown(debate, author.get("as")) for author in _work(debate, "FRBRauthor"))
        return tuple(Minister(title, NOWHERE) for title in roles if title and "inister" in title)
    return tuple(
        Minister(
            one.get("title") or "",
            NOWHERE,
            one.get("name"),
            one.get("ministry"),
            one.get("tooi"),
            one.get("on_behalf") == "true",
        )
        for one in own.iterchildren(f"{DC}minister")
    )


def _members(debate: etree._Element, own: etree._Element | None) -> tuple[Member, ...]:
    if own is None:
        askers = dict.fromkeys(question.get("by") for question in debate.iter(f"{NS}question"))
        names = (_shown(debate, asker) for asker in askers)
        return tuple(Member(asker, NOWHERE) for asker in names if asker)
    return tuple(Member(one.get("name") or "", NOWHERE, one.get("party")) for one in own.iterchildren(f"{DC}member"))


def _aanhangsel(debate: etree._Element) -> str | None:
    """Give the number as printed, else the identifier that stands among the aliases."""
    own = next(debate.iter(f"{DC}letter"), None)
    recorded = None if own is None else own.get("aanhangsel")
    return str(recorded) if recorded else _alias(debate, "aanhangsel")


def _shown(debate: etree._Element, reference: str | None) -> str | None:
    """Give the name under which the ontology shows what `reference` ("#vanOjik") leads to."""
    for entry in debate.iter():
        if reference and entry.get("eId") == reference[1:] and name(entry).startswith("TLC"):
            return str(entry.get("showAs"))
    return None


def _alias(debate: etree._Element, which: str) -> str | None:
    return next((a.get("value") for a in _work(debate, "FRBRalias") if a.get("name") == which), None)


def _date(debate: etree._Element, which: str) -> str | None:
    days = (d.get("date") for d in _work(debate, "FRBRdate") if d.get("name") == which)
    return next((day for day in days if day != NO_DATE), None)


def _work(debate: etree._Element, tag: str) -> list[etree._Element]:
    work = next(debate.iter(f"{NS}FRBRWork"), None)
    return [] if work is None else list(work.iterchildren(f"{NS}{tag}"))


def _printed(value: str | None) -> Printed | None:
    return Printed(value, NOWHERE) if value else None

"""The FRBR identification of a letter and of its translation (Akoma Ntoso 3.0, part 1, section 5; PREMIS 3 for the digest)."""

from __future__ import annotations

import re

from docconv.exporters.akn_entities import ministry, office, person
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_identity import (
    FRBR_LANGUAGE,
    NO_DATE,
    Identity,
    answered_date,
    asked_date,
    identity,
    publication,
)
from docconv.exporters.akn_node import Node, element
from docconv.model import Minister

PUBLISHED = "https://zoek.officielebekendmakingen.nl/"


def identification(made: Expression) -> Node:
    """Give `identification` with its Work, Expression and Manifestation."""
    mine = identity(made.bilingual, made.language)
    original = identity(made.bilingual, "nl")
    return element(
        "identification",
        element("FRBRWork", *_work(made, mine)),
        element("FRBRExpression", *_expression(made, mine, original)),
        element("FRBRManifestation", *_manifestation(made, mine)),
        source=made.references.fixed("docconv"),
    )


def preservation(sha256: str) -> list[Node]:
    """Give the source's SHA-256 in PREMIS's words, nothing where a caller made the source without one."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        return []
    digest = element(
        "premis:fixity",
        element("premis:messageDigestAlgorithm", "SHA-256"),
        element("premis:messageDigest", sha256),
        element("premis:messageDigestOriginator", "source document as received"),
    )
    return [element("preservation", digest)]


def _work(made: Expression, mine: Identity) -> list[Node]:
    return [
        element("FRBRthis", value=f"{mine.work}/!main"),
        element("FRBRuri", value=mine.work),
        *_aliases(made),
        *(element("FRBRdate", date=day, name=name) for name, day in _dates(made)),
        *_authors(made),
        element("FRBRcountry", value="nl"),
        element("FRBRsubtype", value="kamervragen"),
        element("FRBRnumber", value=mine.number),
        element("FRBRprescriptive", value="false"),
        element("FRBRauthoritative", value="true"),
    ]


def _dates(made: Expression) -> list[tuple[str, str]]:
    """Give the days that the letter prints, that of its own IRI first; 0001-01-01 where it prints none."""
    data = made.bilingual.letter.metadata
    days = [("answered", answered_date(data)), ("asked", asked_date(data))]
    known = [(name, day) for name, day in days if day]
    own = identity(made.bilingual, "nl").date
    if own == NO_DATE:
        return [("asked" if data.kind == "questions" else "answered", NO_DATE), *known]
    return sorted(known, key=lambda one: one[1] != own)


def _aliases(made: Expression) -> list[Node]:
    data = made.bilingual.letter.metadata
    published = publication(data)
    given = [
        ("zaaknummer", data.zaaknummer.value if data.zaaknummer else ""),
        ("aanhangsel", published or (data.aanhangsel.value if data.aanhangsel else "")),
        ("officielebekendmakingen", f"{PUBLISHED}{published}.html" if published else ""),
        ("title", data.title.value if data.title else ""),
        ("subject", data.subject.value if data.subject else ""),
    ]
    return [element("FRBRalias", name=name, value=" ".join(value.split())) for name, value in given if value.strip()]


def _authors(made: Expression) -> list[Node]:
    """Give the Work's authors: each minister, for questions alone each member; where none is known an empty reference."""
    data = made.bilingual.letter.metadata
    if data.kind == "questions":
        names = [made.refer(asker) for member in data.members if (asker := person(member))]
        found = [element("FRBRauthor", href=name, as_=made.references.fixed("lid")) for name in names]
    else:
        found = [_author(made, minister) for minister in data.ministers]
    return found or [element("FRBRauthor", href="", as_=made.references.fixed("author"))]


def _author(made: Expression, minister: Minister) -> Node:
    known = ministry(minister) or person(minister)
    return element("FRBRauthor", href=made.refer(known) if known else "", as_=made.refer(office(minister)))


def _expression(made: Expression, mine: Identity, original: Identity) -> list[Node]:
    found = [element("FRBRthis", value=f"{mine.expression}/!main"), element("FRBRuri", value=mine.expression)]
    if made.language == "nl":
        name = "asked" if made.bilingual.letter.metadata.kind == "questions" else "answered"
        return [
            *found,
            element("FRBRdate", date=mine.expressed, name=name),
            element("FRBRauthor", href=_authors(made)[0].attributes["href"], as_=made.references.fixed("author")),
            element("FRBRauthoritative", value="true"),
            element("FRBRlanguage", language=FRBR_LANGUAGE["nl"]),
        ]
    converter = made.references.fixed("docconv")
    return [
        *found,
        element("FRBRdate", date=mine.expressed, name="translation"),
        element("FRBRauthor", href=converter, as_=made.references.fixed("translator")),
        element("FRBRauthoritative", value="false"),
        element("FRBRmasterExpression", eId="masterExpression", href=original.expression, showAs="Dutch original"),
        element("FRBRlanguage", language=FRBR_LANGUAGE["en"]),
        element("FRBRtranslation", href=original.expression, fromLanguage="nld", by=converter, authoritative="false"),
    ]


def _manifestation(made: Expression, mine: Identity) -> list[Node]:
    """Give the Manifestation; the day of the markup is the translation's, for docconv looks at no clock."""
    day = identity(made.bilingual, "en").expressed
    return [
        element("FRBRthis", value=f"{mine.expression}/!main.xml"),
        element("FRBRuri", value=f"{mine.expression}.akn"),
        element("FRBRdate", date=day if day != NO_DATE else mine.date, name="markup"),
        element("FRBRauthor", href=made.references.fixed("docconv"), as_=made.references.fixed("editor")),
        *preservation(made.bilingual.letter.source.sha256),
        element("FRBRformat", value="application/akn+xml"),
    ]

"""How a translation came about, in `proprietary`, in docconv's own small namespace `urn:docconv:provenance:1`.

The schema is assets/provenance.xsd; elements and attributes are named as in letter.json. `at` points to the element whose text a
unit covers, `start` and `end` count code points of that text with each note as one.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields
from typing import Any

from docconv.exporters.akn_entities import ministry, office, party, person
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_identity import is_date
from docconv.exporters.akn_node import Node, clean, element
from docconv.model import Footnote, Paragraph, Span, TranslationUnit, paragraphs

_PARTS = ("terms", "placeables", "checks", "suggestions")
SINGULAR = {"terms": "term", "placeables": "placeable", "checks": "check", "suggestions": "suggestion"}


def provenance(made: Expression, places: Mapping[Hashable, str]) -> Node:
    """Give what is known beyond the document: its source and people, what translated it, and with the English each unit.

    `places` holds the ids of the document's elements by key.
    """
    found = [_letter(made), _signature(made)]
    if made.language == "en":
        found += [record("entry", entry) for entry in made.bilingual.entries]
        for paragraph in _notes_last(made):
            place = places.get(("paragraph", paragraph.id))
            units = made.bilingual.units_of(paragraph) if place else ()
            found += [_unit(unit, f"#{place}", paragraph.text) for unit in units]
    return element("dc:provenance", *found)


def _notes_last(made: Expression) -> list[Paragraph]:
    """Give the letter's paragraphs in an order that does not depend on where the source prints its notes."""
    children = sorted(made.bilingual.letter.children, key=lambda child: isinstance(child, Footnote))
    return [paragraph for child in children for paragraph in paragraphs(child)]


def record(name: str, value: Any, skip: tuple[str, ...] = ()) -> Node:  # noqa: ANN401 - any flat dataclass of the model
    """Give a dataclass of plain fields as an element; what is at its default is left out.

    >>> from docconv.model import Check
    >>> record("check", Check("numbers-differ", "3 is missing")).attributes
    {'code': 'numbers-differ', 'message': '3 is missing'}
    """
    given: dict[str, str] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if field.name not in skip and part is not None and part != field.default:
            given[field.name] = written(part)
    return Node(f"dc:{name}", given)


def written(part: object) -> str:
    """Give a plain value as an attribute's text: spans as "3:9", lists with "|" between, truth as true and false."""
    match part:
        case Span():
            return f"{part.start}:{part.end}"
        case bool():
            return str(part).lower()
        case tuple():
            return "|".join(" ".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in part)
        case _:
            return str(part)


def _letter(made: Expression) -> Node:
    letter = made.bilingual.letter
    data = letter.metadata
    found = element(
        "dc:letter",
        name=letter.source.name,
        format=letter.source.format,
        kind=data.kind,
        aanhangsel=data.aanhangsel.value if data.aanhangsel else None,
        vergaderjaar=data.vergaderjaar.value if data.vergaderjaar else None,
    )
    for minister in data.ministers:
        whose, who = ministry(minister), person(minister)
        found.content.append(
            element(
                "dc:minister",
                title=minister.title,
                name=minister.name,
                role=made.refer(office(minister)),
                organization=made.refer(whose) if whose else None,
                person=made.refer(who) if who else None,
                ministry=minister.ministry,
                tooi=minister.tooi,
                on_behalf="true" if minister.on_behalf else None,
            )
        )
    for member in data.members:
        asker, whom = person(member), party(member)
        if asker:
            group = made.refer(whom) if whom else None
            found.content.append(
                element("dc:member", name=member.name, party=member.party, person=made.refer(asker), organization=group)
            )
    return found


def _signature(made: Expression) -> Node:
    found = record("signature", made.bilingual.signature)
    if not is_date(found.attributes.get("date", "")):
        found.attributes.pop("date", None)
    if made.language == "en":
        units = made.bilingual.units
        found.attributes["units"] = str(len(units))
        found.attributes["reviewed"] = str(sum(unit.state == "reviewed" for unit in units))
        found.attributes["needs_review"] = str(sum(unit.state == "needs-review" for unit in units))
    return found


def _unit(unit: TranslationUnit, at: str, text: str) -> Node:
    found = element(
        "dc:unit",
        at=at,
        start=str(len(clean(text[: unit.span.start]))),
        end=str(len(clean(text[: unit.span.end]))),
        length=str(len(clean(unit.target.text))),
        state=unit.state,
        origin=unit.origin,
        score=None if unit.score is None else repr(unit.score),
        by=unit.by or None,
    )
    for name in _PARTS:
        found.content += [record(SINGULAR[name], part) for part in getattr(unit, name)]
    return found

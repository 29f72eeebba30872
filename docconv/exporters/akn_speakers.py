"""Who asks and who answers, as the attributes `by`, `as` and `to` (Akoma Ntoso 3.0, attribute group speechAtts).

A minister without a printed name speaks as the ministry in the minister's office; an unknown speaker is said to be unknown.
"""

from __future__ import annotations

from docconv.exporters.akn_entities import ministry, office, person
from docconv.exporters.akn_expression import Expression
from docconv.model import Member, Minister

_UNKNOWN = {"by": "", "status": "undefined"}


def asking(made: Expression) -> dict[str, str]:
    """Give the attributes of a question."""
    minister = first_minister(made)
    asker = _member(made)
    found = {"by": asker, "as": made.references.fixed("lid")} if asker else dict(_UNKNOWN)
    return {**found, "to": made.refer(office(minister))} if minister else found


def answering(made: Expression) -> dict[str, str]:
    """Give the attributes of an answer."""
    minister = first_minister(made)
    found = dict(_UNKNOWN) if minister is None else {**speaker(made, minister), "as": made.refer(office(minister))}
    asker = _member(made)
    return {**found, "to": asker} if asker else found


def speaker(made: Expression, minister: Minister) -> dict[str, str]:
    """Give `by` for a minister: the person where a name is printed, else the ministry."""
    known = person(minister) or ministry(minister)
    return {"by": made.refer(known)} if known else dict(_UNKNOWN)


def first_minister(made: Expression) -> Minister | None:
    """Give the minister who answers, None where none is named."""
    ministers = made.bilingual.letter.metadata.ministers
    return next((m for m in ministers if not m.on_behalf), ministers[0] if ministers else None)


def first_member(made: Expression) -> Member | None:
    """Give the member who asks first, None where none is named."""
    return next(iter(made.bilingual.letter.metadata.members), None)


def _member(made: Expression) -> str | None:
    member = first_member(made)
    known = person(member) if member else None
    return made.refer(known) if known else None

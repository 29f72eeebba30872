"""The rest of the metadata: publication, lifecycle, workflow, links, ontology, the reader's notice, provenance.

Order and content: Akoma Ntoso 3.0, part 2, element meta. No step without a printed date, no reference without a use.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from docconv.exporters.akn_blocks import editorial
from docconv.exporters.akn_entities import office, person
from docconv.exporters.akn_expression import Expression
from docconv.exporters.akn_identification import identification
from docconv.exporters.akn_identity import NO_DATE, asked_date, identity, letter_date, publication, translation_date
from docconv.exporters.akn_node import Node, element
from docconv.exporters.akn_provenance import provenance
from docconv.exporters.akn_speakers import first_member, first_minister, speaker

NOTICE = "Unofficial machine translation of the Dutch original. Only the Dutch text is authoritative."
DRAFT = (
    "Unofficial draft machine translation by a small model: rough English, for orientation only. "
    "Only the Dutch text is authoritative."
)
REVIEWED = (
    "Translation of the Dutch original, made by a machine and reviewed by {}. Only the Dutch text is authoritative."
)


def meta(made: Expression, links: Sequence[tuple[Node, Node]], places: Mapping[Hashable, str]) -> Node:
    """Give `meta`. The body must be built: it decides which references are used; `places` holds its ids by key."""
    source = made.references.fixed("docconv")
    head = [identification(made), *_publication(made), _lifecycle(made, source), *_workflow(made, source)]
    head += _analysis(links, source)
    end = [*_notes(made, source), element("proprietary", provenance(made, places), source=source)]
    return Node("meta", {}, [*head, _references(made, source), *end])


def notice(made: Expression) -> Node:
    """Give the editorial block that tells a reader what the translation is."""
    short = "Reviewed machine translation." if reviewers(made) else "Unofficial machine translation."
    block = editorial(short + " ", "translationNotice")
    block.content.append(element("noteRef", href="#note_1", marker="*", placement="bottom"))
    return block


def reviewers(made: Expression) -> list[str]:
    """Give the names of those who reviewed the translation, none unless every unit is reviewed."""
    units = made.bilingual.units
    if not units or any(unit.state != "reviewed" for unit in units):
        return []
    return sorted({unit.by for unit in units if unit.by}) or ["a person who is not named"]


def _publication(made: Expression) -> list[Node]:
    """Give where the letter was published. AKN asks for a date, so without the letter's own there is none."""
    data = made.bilingual.letter.metadata
    known, day = publication(data), letter_date(data)
    if not known or not day:
        return []
    year, number = known.split("-")[2:]
    shown = f"Aanhangsel van de Handelingen II {year[:4]}-{year[4:]}, nr. {number}"
    return [element("publication", date=day, name="Aanhangsel van de Handelingen", number=number, showAs=shown)]


def _lifecycle(made: Expression, source: str) -> Node:
    english = made.language == "en"
    dutch = identity(made.bilingual, "nl")
    own = "false" if english else "true"
    events = [element("eventRef", date=dutch.date, type="generation", source="#original", originatingExpression=own)]
    if english:
        day = translation_date(made.bilingual)
        events.append(
            element("eventRef", date=day, type="generation", source="#thisTranslation", originatingExpression="true")
        )
    return element("lifecycle", *events, source=source)


def _workflow(made: Expression, source: str) -> list[Node]:
    steps = [*_asked(made), *_answered(made), *(_translated(made) if made.language == "en" else [])]
    return [element("workflow", *steps, source=source)] if steps else []


def _asked(made: Expression) -> list[Node]:
    day, member = asked_date(made.bilingual.letter.metadata), first_member(made)
    known = person(member) if member else None
    if not day or not known:
        return []
    role, outcome = made.references.fixed("lid"), made.references.fixed("asked")
    return [element("step", date=day, by=made.refer(known), as_=role, outcome=outcome)]


def _answered(made: Expression) -> list[Node]:
    data = made.bilingual.letter.metadata
    day, minister = letter_date(data), first_minister(made)
    by = speaker(made, minister)["by"] if minister else ""
    if not day or minister is None or not by or data.kind == "questions":
        return []
    outcome = made.references.fixed("postponed" if data.kind == "notice" else "answered")
    return [element("step", date=day, by=by, as_=made.refer(office(minister)), outcome=outcome)]


def _translated(made: Expression) -> list[Node]:
    day, fixed = translation_date(made.bilingual), made.references.fixed
    if day == NO_DATE:
        return []
    by, role = fixed("docconv"), fixed("translator")
    steps = [element("step", date=day, by=by, as_=role, outcome=fixed("machineTranslated"))]
    for name in reviewers(made):
        reviewer = made.references.person(name)
        steps.append(element("step", date=day, by=reviewer, as_=fixed("reviewer"), outcome=fixed("reviewed")))
    return steps


def _analysis(links: Sequence[tuple[Node, Node]], source: str) -> list[Node]:
    """Give the links from answers to questions that stand elsewhere; the ids are filled in when they are given."""
    if not links:
        return []
    found = [
        Node("implicitReference", {"for": f"#{answer.attributes['eId']}", "href": f"#{question.attributes['eId']}"})
        for answer, question in links
    ]
    return [element("analysis", element("otherReferences", *found, source=source), source=source)]


def _references(made: Expression, source: str) -> Node:
    english = made.language == "en"
    dutch = identity(made.bilingual, "nl").expression
    shown = "Dutch original as sent" if english else "Antwoorden zoals verzonden"
    if made.bilingual.letter.metadata.kind == "questions":
        shown = "Dutch questions as tabled" if english else "Vragen zoals ingezonden"
    found = [element("original", eId="original", href=dutch, showAs=shown)]
    if english:
        mine = identity(made.bilingual, "en").expression
        found.append(
            element("TLCReference", eId="thisTranslation", name="expression", href=mine, showAs="This translation")
        )
    return element("references", *found, *made.references.nodes(), source=source)


def _notes(made: Expression, source: str) -> list[Node]:
    if made.language == "nl":
        return []
    names = reviewers(made)
    words = REVIEWED.format(" and ".join(names)) if names else DRAFT if made.bilingual.signature.draft else NOTICE
    note = element("note", element("p", words))
    for node in note.walk():
        node.key = "editorial"
    return [element("notes", note, source=source)]

"""The persons, organisations and offices that a letter's metadata names, and where they stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docconv.exporters.labels import Language
from docconv.model import Member, Metadata, Minister, Span
from docconv.terminology.officials import english_name


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that is named. `name` is Dutch, `code` a ministry's TOOI code."""

    tag: Literal["person", "organization", "role"]
    name: str
    english: str
    code: str | None = None


def person(member: Member | Minister) -> Entity | None:
    """Give a person, None where no name is printed."""
    return Entity("person", member.name, member.name) if member.name else None


def party(member: Member) -> Entity | None:
    """Give a member's party, None where none is printed."""
    return Entity("organization", member.party, member.party) if member.party else None


def office(minister: Minister) -> Entity:
    """Give a minister's office, named as in a register: with a capital."""
    title = minister.title[:1].upper() + minister.title[1:]
    return Entity("role", title, english_name(title))


def ministry(minister: Minister) -> Entity | None:
    """Give a minister's ministry, None where it is not known."""
    if not minister.ministry:
        return None
    name = f"Ministerie van {minister.ministry}"
    return Entity("organization", name, english_name(name), minister.tooi)


def entities(data: Metadata) -> tuple[Entity, ...]:
    """Give all that the metadata names, each once."""
    found: list[Entity | None] = [office(minister) for minister in data.ministers]
    found += [ministry(minister) for minister in data.ministers]
    found += [person(minister) for minister in data.ministers]
    found += [make(member) for member in data.members for make in (person, party)]
    return tuple(dict.fromkeys(one for one in found if one))


def occurrences(text: str, known: Sequence[Entity], language: Language) -> list[tuple[Entity, int, Span]]:
    """Give where `known` stand in `text`: the entity, the how manieth time (from 1), the span; none overlaps."""
    names: dict[str, Entity] = {}
    for entity in known:
        names.setdefault((entity.name if language == "nl" else entity.english).casefold(), entity)
    pattern = _pattern(tuple(names))
    seen: Counter[Entity] = Counter()
    found = []
    for match in pattern.finditer(text) if pattern else ():
        named = names.get(match[0].casefold())
        if named and _capital(named, match[0]):
            seen[named] += 1
            found.append((named, seen[named], Span(*match.span())))
    return found


def _capital(entity: Entity, found: str) -> bool:
    """Tell whether the words may be a name: "volt" is no party, "minister van …" is an office."""
    return entity.tag == "role" or any(letter.isupper() for letter in found)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return _compiled(names) if names else None


def _compiled(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)

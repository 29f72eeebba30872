"""One expression of a letter in the making: its language, its texts, its ontology, and which notes have found their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from docconv.exporters.akn_citations import Mark
from docconv.exporters.akn_entities import Entity, entities, occurrences
from docconv.exporters.akn_inlines import cleaned
from docconv.exporters.akn_node import clean
from docconv.exporters.akn_references import References
from docconv.exporters.labels import Language
from docconv.model import OBJECT, BilingualLetter, Footnote, FootnoteRef, Paragraph, RichText, Span


@dataclass(slots=True)
class Expression:
    """The Dutch letter or its English translation, for the functions that build its elements.

    `placed` holds the ids of the notes that stand in the document.
    """

    bilingual: BilingualLetter
    language: Language
    references: References
    placed: set[str] = field(default_factory=set)
    known: tuple[Entity, ...] = ()
    _notes: dict[str, tuple[int, Footnote]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Number the notes in the letter's order, and find out whom the metadata names."""
        letter = self.bilingual.letter
        self._notes = {note.id: (n, note) for n, note in enumerate(letter.footnotes, 1)}
        self.known = entities(letter.metadata)

    def note(self, id: str | None) -> tuple[int, Footnote] | None:
        """Give a note and its number in the letter (from 1), None where there is none."""
        return self._notes.get(id or "")

    def text(self, paragraph: Paragraph) -> tuple[RichText, bool]:
        """Give the paragraph's text in this language; True where only the Dutch is there."""
        dutch = cleaned(paragraph.rich)
        if self.language == "nl" or not dutch.text.strip():
            return dutch, False
        english = cleaned(self.bilingual.target(paragraph))
        if not english.text.strip():
            return dutch, True
        return _with_all_notes(english, dutch), False

    def printed_references(self, paragraph: Paragraph) -> dict[str, str]:
        """Give the references of a paragraph that are printed with more than their marker ("1)"), by note or marker."""
        text = self.bilingual.letter.source.text
        leaves = [leaf for leaf in paragraph.leaves if leaf.kind == "note-reference"]
        refs = sorted((i for i in paragraph.rich.inlines if isinstance(i, FootnoteRef)), key=lambda i: i.span)
        pairs = zip(refs, leaves, strict=False)
        printed = {ref: leaf.span.of(text).strip() for ref, leaf in pairs}
        return {ref.note or ref.marker: words for ref, words in printed.items() if words != ref.marker}

    def printed_label(self, footnote: Footnote) -> str:
        """Give a note's marker as printed before it where that is more than the marker, else ""."""
        words = "".join(leaf.span.of(self.bilingual.letter.source.text) for leaf in footnote.leaves).strip()
        return "" if words == footnote.marker else words

    def names(self, paragraph: Paragraph, rich: RichText) -> list[Mark]:
        """Give marks for the persons, organisations and roles in a text.

        A name that the English has more often than the Dutch stays unmarked there: it would have no counterpart.
        """
        dutch = occurrences(clean(paragraph.rich.text), self.known, "nl")
        allowed = {(entity.name, nth) for entity, nth, _ in dutch}
        found = dutch if self.language == "nl" else occurrences(rich.text, self.known, self.language)
        return [self._mark(paragraph, *one) for one in found if (one[0].name, one[1]) in allowed]

    def _mark(self, paragraph: Paragraph, entity: Entity, nth: int, span: Span) -> Mark:
        refers = self.refer(entity)
        return Mark(span, entity.tag, (("refersTo", refers),), (entity.tag, paragraph.id, entity.name, nth))

    def refer(self, entity: Entity) -> str:
        """Give the reference ("#vanOjik") to an entity, and remember it for the ontology."""
        shown = entity.english if self.language == "en" else entity.name
        match entity.tag:
            case "person":
                return self.references.person(entity.name)
            case "role":
                return self.references.role(entity.name, shown)
            case _:
                return self.references.organisation(entity.name, shown, entity.code)


def _with_all_notes(english: RichText, dutch: RichText) -> RichText:
    """Give the English with every note reference of the Dutch: what the translation lost stands at the end."""
    refs = [i for i in dutch.inlines if isinstance(i, FootnoteRef)]
    if not refs:
        return english
    notes = {ref.marker: ref.note for ref in refs}
    inlines = tuple(
        replace(i, note=notes.get(i.marker)) if isinstance(i, FootnoteRef) and i.note is None else i
        for i in english.inlines
    )
    there = Counter((i.marker, i.note) for i in inlines if isinstance(i, FootnoteRef))
    text, added = english.text, []
    for ref in refs:
        if there[ref.marker, ref.note]:
            there[ref.marker, ref.note] -= 1
            continue
        added.append(replace(ref, span=Span(len(text), len(text) + 1)))
        text += OBJECT
    return RichText(text, inlines).adding(added)

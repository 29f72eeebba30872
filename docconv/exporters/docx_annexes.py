"""The annexes: glossary terms used, abbreviations, and the sentences flagged for review with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.abbreviations import abbreviations
from docconv.exporters.docx_draft import Draft
from docconv.exporters.docx_elements import paragraph
from docconv.exporters.docx_runs import Place, plain_run, runs
from docconv.exporters.docx_tables import SHADE, TableCell, TableRow, shares, table
from docconv.exporters.labels import Language
from docconv.exporters.review import flagged
from docconv.model import RichText

Content = list[BaseOxmlElement]


def add_annexes(draft: Draft, where: Mapping[str, tuple[str, str]]) -> None:
    """Add the annexes that have something to say, lettered in order; `where` says where paragraphs stand."""
    annexes = [
        ("Glossary terms used", ("Dutch", "English", "Note"), (3, 3, 4), _terms(draft)),
        ("Abbreviations", ("Abbreviation", "Dutch", "English"), (2, 4, 4), _abbreviations(draft)),
        ("Sentences flagged for review", ("Where", "Dutch", "English", "Why"), (2, 4, 4, 3), _flagged(draft, where)),
    ]
    filled = [annex for annex in annexes if annex[3]]
    for letter, (name, heads, weights, rows) in zip("ABC", filled, strict=False):
        words = f"Annex {letter}. {name}"
        draft.heading(1, words, f"annex {letter}")
        draft.add(_table(draft, name, heads, weights, rows))


def _table(
    draft: Draft, about: str, heads: Sequence[str], weights: Sequence[float], rows: Iterable[Sequence[Content]]
) -> BaseOxmlElement:
    head = [TableCell([paragraph(draft.styles.of("Table Heading"), plain_run(h, "en"))], shade=SHADE) for h in heads]
    body = [
        TableRow([TableCell([paragraph(draft.styles.of("Table Text"), *content)]) for content in row]) for row in rows
    ]
    widths = shares(list(weights), draft.width)
    return table(draft.styles, widths, [TableRow(head, header=True), *body], about=about)


def _terms(draft: Draft) -> list[list[Content]]:
    entries = sorted(draft.bilingual.entries, key=lambda entry: (entry.nl.casefold(), entry.id))
    return [
        [[plain_run(entry.nl, "nl")], [plain_run(entry.en, "en")], [plain_run(entry.note, "en")]] for entry in entries
    ]


def _abbreviations(draft: Draft) -> list[list[Content]]:
    return [
        [[plain_run(one.short, "en")], [plain_run(one.nl, "nl")], [plain_run(one.en, "en")]]
        for one in abbreviations(draft.bilingual)
    ]


def _flagged(draft: Draft, where: Mapping[str, tuple[str, str]]) -> list[list[Content]]:
    rows = []
    for unit, why in flagged(draft.bilingual):
        words, bookmark = where.get(unit.paragraph, ("", ""))
        place = draft.link(words, bookmark) if bookmark else plain_run(words, "en")
        reasons = "; ".join(why) or "flagged"
        rows.append(
            [[place], _text(draft, unit.source, "nl"), _text(draft, unit.target, "en"), [plain_run(reasons, "en")]]
        )
    return rows


def _text(draft: Draft, rich: RichText, language: Language) -> Content:
    """Give a sentence with its notes as raised markers: the real ones stand in the letter."""
    return runs(rich, Place(language, draft.styles, draft.place(language).links))

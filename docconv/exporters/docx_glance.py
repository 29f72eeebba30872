"""The table "At a glance": each exchange with a link, what is asked, who answers, what kind of answer, what needs review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_draft import Draft
from docconv.exporters.docx_elements import paragraph
from docconv.exporters.docx_runs import Place, plain_run, runs
from docconv.exporters.docx_tables import SHADE, TableCell, TableRow, shares, table
from docconv.exporters.facts import minister_in_english
from docconv.exporters.labels import KINDS, kind_of_answer
from docconv.model import Answer, Exchange, FootnoteRef, Question, RichText, Span, join, paragraphs

CLIP = 110  # characters of a question that are shown


class Glance:
    """The place of the table, kept until the exchanges have their bookmarks."""

    def __init__(self, draft: Draft) -> None:
        """Keep a place at the end of the body."""
        self.after = paragraph(draft.styles.of("Table Text"))
        self.number = len(draft.headings)
        draft.add(self.after)


def add_glance(draft: Draft, glance: Glance, exchanges: Sequence[tuple[Exchange, str, str]]) -> None:
    """Put the table in its place; a letter without exchanges has none."""
    body = glance.after.getparent()
    if exchanges:
        words = "At a glance"
        heading, _ = draft.heading_paragraph(1, words, [plain_run(words, "en")])
        draft.headings.insert(glance.number, draft.headings.pop())
        glance.after.addprevious(heading)
        glance.after.addprevious(_table(draft, exchanges))
    body.remove(glance.after)


def _table(draft: Draft, exchanges: Sequence[tuple[Exchange, str, str]]) -> BaseOxmlElement:
    ministers = [m for m in draft.bilingual.letter.metadata.ministers if not m.on_behalf]
    answering = "; ".join(minister_in_english(minister) for minister in ministers)
    heads = ["Question", "What is asked", *(["Who answers"] if answering else []), "Answer", "To review"]
    weights = [1.5, 4.6, *([2.2] if answering else []), 1.7, 1.3]
    rows = [TableRow([_cell(draft, [plain_run(h, "en")], head=True) for h in heads], header=True)]
    for exchange, words, bookmark in exchanges:
        cells = [[draft.link(words, bookmark)], _asked(draft, exchange)]
        cells += [[plain_run(answering, "en")]] if answering else []
        cells += [[plain_run(_kind(exchange), "en")], [plain_run(_review(draft, exchange), "en")]]
        rows.append(TableRow([_cell(draft, cell) for cell in cells]))
    return table(draft.styles, shares(weights, draft.width), rows, about="The questions and answers at a glance")


def _cell(draft: Draft, content: list[BaseOxmlElement], *, head: bool = False) -> TableCell:
    style = draft.styles.of("Table Heading" if head else "Table Text")
    return TableCell([paragraph(style, *content)], shade=SHADE if head else "")


def _asked(draft: Draft, exchange: Exchange) -> list[BaseOxmlElement]:
    """Give the first words of the first question, without references to notes."""
    texts = (draft.bilingual.target(p) for q in exchange.questions for p in paragraphs(q))
    text = without_notes(next((t for t in texts if t.text.strip()), RichText()))
    place = Place("en", draft.styles, draft.place("en").links)
    if len(text.text) <= CLIP:
        return runs(text, place)
    end = len(text.text[:CLIP].rsplit(" ", 1)[0].rstrip(" ,;:."))
    return [*runs(text.slice(Span(0, end)), place), plain_run(" …", "en")]


def without_notes(text: RichText) -> RichText:
    """Give a text without its references to notes."""
    edges = [0]
    for inline in text.inlines:
        if isinstance(inline, FootnoteRef):
            edges += [inline.span.start, inline.span.end]
    edges.append(len(text.text))
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return text if len(spans) == 1 else join((text.slice(span) for span in spans), "")


def _kind(exchange: Exchange) -> str:
    """Give what the answers say, only where their first words say so."""
    if not exchange.answers:
        return "Not answered"
    kinds = dict.fromkeys(KINDS.get(kind_of_answer(answer), "") for answer in exchange.answers)
    return "; ".join(kind for kind in kinds if kind) or "–"


def _review(draft: Draft, exchange: Exchange) -> str:
    parts: Iterator[Question | Answer] = iter((*exchange.questions, *exchange.answers))
    units = [u for part in parts for p in paragraphs(part) for u in draft.bilingual.units_of(p)]
    number = sum(unit.state == "needs-review" for unit in units)
    return str(number or "–")

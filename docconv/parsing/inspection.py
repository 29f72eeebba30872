"""The structure of a letter as plain data: what `docconv inspect FILE --json` prints. The schema is kept stable.

`[^n]` stands where a footnote reference stood; paragraphs are joined with a blank line. Where a letter counts two series of
notes, both from 1, those with a printed bracket or stop ("1)", "[1]") are `endnotes`, and their references stand as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

from docconv.model import (
    Block,
    Footnote,
    FootnoteRef,
    Letter,
    ListBlock,
    Paragraph,
    Printed,
    Table,
    exchanges,
)

SCHEMA = 1


def inspect(letter: Letter) -> dict[str, Any]:
    """Give the letter's metadata, exchanges, notes and diagnostics, ready for `json.dumps`."""
    aside = _second_series(letter)
    read = _Reading(letter.source.text, frozenset(note.id for note in aside))
    return {
        "schema": SCHEMA,
        "source": {
            "name": letter.source.name,
            "sha256": letter.source.sha256,
            "characters": len(letter.source.text),
        },
        "metadata": _metadata(letter),
        "exchanges": [
            {
                "questions": [{"numbers": list(q.numbers), "text": read.text(q.blocks)} for q in e.questions],
                "answers": [
                    {"numbers": list(a.numbers), "text": read.text(a.blocks), "kind": a.kind} for a in e.answers
                ],
            }
            for e in exchanges(letter)
        ],
        "footnotes": [read.note(note) for note in letter.footnotes if note not in aside],
        "endnotes": [read.note(note) for note in aside],
        "diagnostics": [
            {"code": d.code, "start": d.span.start, "end": d.span.end, "message": d.message} for d in letter.diagnostics
        ],
    }


def _metadata(letter: Letter) -> dict[str, Any]:
    data = letter.metadata
    return {
        "kind": data.kind,
        "title": _value(data.title),
        "subject": _value(data.subject),
        "ministers": [
            {"title": m.title, "name": m.name, "ministry": m.ministry, "tooi": m.tooi, "on_behalf": m.on_behalf}
            for m in data.ministers
        ],
        "members": [{"name": m.name, "party": m.party} for m in data.members],
        "date_asked": _value(data.date_asked),
        "date_answered": _value(data.date_answered),
        "zaaknummer": _value(data.zaaknummer),
        "aanhangsel": _value(data.aanhangsel),
        "vergaderjaar": _value(data.vergaderjaar),
    }


def _value(printed: Printed | None) -> str | None:
    return printed.value if printed else None


def _second_series(letter: Letter) -> list[Footnote]:
    """Give the notes whose markers are printed with a bracket or a stop, where others bear the same markers bare."""
    text = letter.source.text
    aside = [n for n in letter.footnotes if any(leaf.span.of(text) != n.marker for leaf in n.leaves)]
    bare = {n.marker for n in letter.footnotes if n not in aside}
    return aside if bare & {n.marker for n in aside} else []


@dataclass(frozen=True, slots=True)
class _Reading:
    """Writes blocks as text; `aside` are the ids of the notes whose references stand as printed."""

    source: str
    aside: frozenset[str]

    def note(self, note: Footnote) -> dict[str, Any]:
        return {"marker": note.marker, "text": self.text(note.blocks)}

    def text(self, blocks: tuple[Block, ...]) -> str:
        return "\n\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case ListBlock():
                return "\n\n".join(f"{item.marker} {self.text(item.blocks)}".strip() for item in block.items)
            case Table():
                caption = [self._paragraph(block.caption)] if block.caption else []
                rows = [" | ".join(self.text(cell.blocks).replace("\n\n", " ") for cell in row) for row in block.rows]
                return "\n\n".join(caption + rows)
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        printed = [leaf.span.of(self.source) for leaf in paragraph.leaves if leaf.kind == "note-reference"]
        references = [i for i in paragraph.rich.inlines if isinstance(i, FootnoteRef)]
        text = paragraph.text
        for reference, words in reversed(list(zip(references, printed, strict=True))):
            mark = words.strip() if reference.note in self.aside else f"[^{reference.marker}]"
            text = text[: reference.span.start] + mark + text[reference.span.end :]
        return text

"""The structure of a letter as plain data: what `docconv inspect FILE --json` prints. The schema is kept stable.

`[^n]` stands where a footnote reference stood; paragraphs are joined with a blank line.
"""

from __future__ import annotations

from typing import Any, assert_never

from docconv.model import Answer, Block, Letter, ListBlock, Paragraph, Printed, Question, Table, exchanges

SCHEMA = 1


def inspect(letter: Letter) -> dict[str, Any]:
    """Give the letter's metadata, exchanges, notes and diagnostics, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "source": {
            "name": letter.source.name,
            "sha256": letter.source.sha256,
            "characters": len(letter.source.text),
        },
        "metadata": _metadata(letter),
        "exchanges": [
            {"questions": [_question(q) for q in e.questions], "answers": [_answer(a) for a in e.answers]}
            for e in exchanges(letter)
        ],
        "footnotes": [{"marker": note.marker, "text": _text(note.blocks)} for note in letter.footnotes],
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


def _question(question: Question) -> dict[str, Any]:
    return {"numbers": list(question.numbers), "text": _text(question.blocks)}


def _answer(answer: Answer) -> dict[str, Any]:
    return {"numbers": list(answer.numbers), "text": _text(answer.blocks), "kind": answer.kind}


def _text(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return block.rich.plain()
        case ListBlock():
            return "\n\n".join(f"{item.marker} {_text(item.blocks)}".strip() for item in block.items)
        case Table():
            caption = [block.caption.rich.plain()] if block.caption else []
            rows = [" | ".join(_text(cell.blocks).replace("\n\n", " ") for cell in row) for row in block.rows]
            return "\n\n".join(caption + rows)
        case _:
            assert_never(block)

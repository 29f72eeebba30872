"""Answers that no label opens: a question, then the answer, told apart only by the question mark (or by bold type).

Met in letters of the ministry of Justice, whose questions are bold and whose "Antwoord op vraag 5" was forgotten.
"""

from __future__ import annotations

from docconv.model import Span
from docconv.parsing.draft import Draft, Label

_SHORTEST = 60


def mark_unlabelled_answers(draft: Draft) -> None:
    """Open an answer behind the last question mark of a question that nothing answers, where text follows it."""
    labels = [(n, line.label) for n, line in enumerate(draft.lines) if line.label]
    answered = {number for _, label in labels if label.kind == "answer" for number in label.numbers}
    if not answered:
        return
    for (n, label), following in zip(labels, [*labels[1:], (len(draft.lines), None)], strict=True):
        if label.kind == "question" and not answered & set(label.numbers):
            _open_answer(draft, n, following[0], label.numbers)


def _open_answer(draft: Draft, first: int, end: int, numbers: tuple[str, ...]) -> None:
    body = [k for k in range(first, end) if draft.lines[k].role == "text" and draft.lines[k].note < 0]
    asked = [k for k in body if draft.lines[k].text.rstrip("0123456789)]").endswith("?")]
    rest = [k for k in body if asked and k > asked[-1]]
    if not rest or sum(len(draft.lines[k].text) for k in rest) < _SHORTEST:
        return
    line = draft.lines[rest[0]]
    if line.text[0].islower():
        return
    line.label = Label("answer", numbers, Span(line.start, line.start), "", "unlabelled")

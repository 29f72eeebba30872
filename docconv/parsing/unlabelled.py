"""Answers that no label opens: a question in bold type and its answer in regular type, or told apart only by the question mark.

Met in letters of the ministry of Justice, whose questions are bold and whose "Antwoord op vraag 5" was forgotten.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from docconv.model import Span
from docconv.parsing.draft import Draft, Label, Line

_SHORTEST = 60  # code points: behind one forgotten label among many, less may be the end of the question
# yes: Antwoorden van de Minister van  Beantwoording Kamervragen   no: Vragen van het lid X aan de Minister van
_ANSWERED = re.compile(r"\b(?:antwoord(?:en)? (?:van|op)|beantwoording)\b", re.IGNORECASE)


def mark_unlabelled_answers(draft: Draft) -> None:
    """Open an answer in the text of each question that nothing answers, where type or the question mark shows its beginning.

    The question mark is believed only in a letter that says, by its other labels or before its first question, that it answers.
    """
    labels = [(n, line.label) for n, line in enumerate(draft.lines) if line.label]
    if not labels:
        return
    answered = {number for _, label in labels if label.kind == "answer" for number in label.numbers}
    believed = bool(answered) or _says_it_answers(draft, labels[0][0])
    bold = [hint.span for hint in draft.hints("bold")]
    for (n, label), following in zip(labels, [*labels[1:], (len(draft.lines), None)], strict=True):
        if label.kind == "question" and not answered & set(label.numbers):
            body = [k for k in range(n, following[0]) if draft.lines[k].role == "text" and draft.lines[k].note < 0]
            begin = _behind_bold(draft.lines, body, bold)
            if begin is None and believed:
                begin = _behind_question_mark(draft.lines, body, _SHORTEST if answered else 1)
            if begin is not None:
                line = draft.lines[begin]
                line.label = Label("answer", label.numbers, Span(line.start, line.start), "", "unlabelled")


def _says_it_answers(draft: Draft, first: int) -> bool:
    return any(_ANSWERED.search(line.text) for line in draft.lines[:first])


def _behind_bold(lines: Sequence[Line], body: Sequence[int], bold: Sequence[Span]) -> int | None:
    """Give the first line in regular type behind a question that is wholly bold."""
    spoken = [k for k in body if _words(lines[k])]
    asked = [k for k in spoken if _is_bold(_words(lines[k]), bold)]
    if not asked or asked[0] != spoken[0]:
        return None
    return next((k for k in spoken if k not in asked), None)


def _words(line: Line) -> Span | None:
    """Give the part of a line behind its label, None where nothing stands there."""
    start = line.label.span.end if line.label else line.start
    start += len(line.text[start - line.start :]) - len(line.text[start - line.start :].lstrip())
    return Span(start, line.end) if start < line.end else None


def _is_bold(span: Span | None, bold: Sequence[Span]) -> bool:
    """Tell whether nearly all of a span is bold: a note's number or a full stop may not be."""
    if span is None:
        return False
    near = bold[max(0, bisect_left(bold, span) - 1) : bisect_left(bold, Span(span.end, span.end))]
    covered = sum(max(0, min(span.end, b.end) - max(span.start, b.start)) for b in near)
    return covered >= 0.9 * len(span)


def _behind_question_mark(lines: Sequence[Line], body: Sequence[int], shortest: int) -> int | None:
    """Give the line behind the last question mark, where at least `shortest` code points follow."""
    asked = [k for k in body if lines[k].text.rstrip("0123456789)]").endswith("?")]
    rest = [k for k in body if asked and k > asked[-1]]
    if not rest or sum(len(lines[k].text) for k in rest) < shortest or lines[rest[0]].text[0].islower():
        return None
    return rest[0]

"""Questions, answers, remarks and signatures that the format itself marks (official XML, Akoma Ntoso): believed as they are.

A structured source has `question` and `answer` hints; then nothing is guessed from the words, only numbers that are missing
are counted on.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from docconv.model import Hint, Span
from docconv.parsing.draft import Draft, Label, LabelKind, Line

_NOTICE = re.compile(r"Mededeling\b[.:]?$")


def mark_structure(draft: Draft) -> None:
    """Give the lines that open a hinted block their labels; what stands between two blocks opens a section of its own."""
    if not draft.structured:
        return
    starts = [line.start for line in draft.lines]
    notes = draft.hints("note")
    covered = [False] * len(draft.lines)
    for hint in draft.hints("question", "answer", "remark", "signature"):
        first, end = bisect_left(starts, hint.span.start), bisect_left(starts, hint.span.end)
        if first < end and not covered[first]:
            draft.lines[first].label = _label(draft, hint, draft.lines[first])
            covered[first:end] = [True] * (end - first)
    for hint in notes:
        first, end = bisect_left(starts, hint.span.start), bisect_left(starts, hint.span.end)
        covered[first:end] = [True] * (end - first)
    _mark_rest(draft, covered, [hint.span for hint in notes])


def _label(draft: Draft, hint: Hint, line: Line) -> Label:
    numbers = tuple(filter(None, (number.strip() for number in hint.value.split(","))))
    printed = next((h.span for h in draft.hints("label") if hint.span.covers(h.span)), None)
    fits = printed is not None and printed.start == line.start and printed.end <= line.end
    span = printed if printed is not None and fits else Span(line.start, line.start)
    if hint.role == "remark" and _NOTICE.match(line.text):
        return Label("notice", (), line.span, line.text, "hint")
    kind: LabelKind = hint.role  # type: ignore[assignment]
    return Label(kind, numbers, span, span.of(draft.text).strip().rstrip(":."), "hint")


def _mark_rest(draft: Draft, covered: list[bool], notes: list[Span]) -> None:
    """Open a section where the lines leave the hinted blocks; a note does not end the block that it interrupts."""
    first = next((n for n, line in enumerate(draft.lines) if line.label), len(draft.lines))
    headings = [hint.span for hint in draft.hints("heading")]
    outside = False
    for n in range(first, len(draft.lines)):
        line = draft.lines[n]
        if covered[n]:
            outside = outside and any(span.start <= line.start < span.end for span in notes)
        elif not outside or line.start in {span.start for span in headings}:
            kind: LabelKind = "heading" if any(span.start == line.start for span in headings) else "other"
            line.label = Label(kind, (), Span(line.start, line.start), "", "hint")
            outside = True

"""Which of the places that look like references are references: those whose notes exist and whose order is the notes' order.

The choice is made for all notes of a style together: rising positions, the greatest sum of weights, each reference rather
on its note's own page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from docconv.model import Hint, Span
from docconv.parsing.draft import Draft, Mark, NoteDraft, Reference

_MOST = 400
_LONGEST = 12
_SERIES = {"plain": ("plain",), "paren": ("paren", "plain"), "dot": ("paren", "plain"), "bracket": ("bracket",)}


@dataclass(frozen=True, slots=True)
class _State:
    """A choice of references up to a position: the sum of their weights and the choices made."""

    at: int
    total: int
    chosen: tuple[Mark, int] | None
    before: _State | None


def mark_references(draft: Draft) -> None:
    """Fill `draft.references`."""
    marks = [mark for mark in draft.marks if not _in_note(draft, mark)]
    taken: set[int] = set()
    hinted = draft.hints("note-reference")
    if hinted:
        _from_hints(draft, hinted)
        for hint in hinted:
            taken.update(range(hint.span.start, hint.span.end))
    bracketed = any(note.style == "bracket" for note in draft.notes)
    for style in ("bracket", "paren", "dot", "plain"):
        series = _SERIES[style] if bracketed or style != "plain" else ("plain", "bracket")
        notes = [(n, note) for n, note in enumerate(draft.notes) if note.style == style]
        for mark, n in _assign(notes, [m for m in marks if m.style in series], taken, style):
            taken.update(range(mark.span.start, mark.span.end))
            draft.references.append(Reference(mark.span, draft.notes[n].marker, n))
    if not draft.structured:
        _add_repeated(draft, marks, taken)
    if not hinted and not draft.structured:
        _add_orphans(draft, marks, taken)
    draft.references.sort(key=lambda reference: reference.span)


def _on_one_line(draft: Draft, span: Span) -> bool:
    """Tell whether a span lies inside one line and outside its label."""
    at = bisect_left(draft.lines, span.start + 1, key=lambda line: line.start) - 1
    line = draft.lines[at] if at >= 0 else None
    label = line.label.span if line is not None and line.label else None
    return line is not None and span.end <= line.end and (label is None or span.start >= label.end)


def _in_note(draft: Draft, mark: Mark) -> bool:
    at = bisect_left(draft.lines, mark.span.start + 1, key=lambda line: line.start) - 1
    line = draft.lines[at] if at >= 0 else None
    return line is None or line.role != "text" or mark.span.end > line.end


def _assign(
    notes: list[tuple[int, NoteDraft]], marks: list[Mark], taken: set[int], style: str
) -> list[tuple[Mark, int]]:
    """Choose at most one mark for each note, in rising order."""
    by_number: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if taken.isdisjoint(range(mark.span.start, mark.span.end)):
            by_number[mark.number].append(mark)
    frontier = [_State(-1, 0, None, None)]
    for n, note in sorted(notes, key=lambda item: int(item[1].marker)):
        new = []
        places = [state.at for state in frontier]
        for mark in _nearest(by_number[int(note.marker)], note.start):
            weight = _weight(mark, note, style)
            if weight <= 0:
                continue
            best = frontier[bisect_left(places, mark.span.start) - 1]
            new.append(_State(mark.span.start, best.total + weight, (mark, n), best))
        frontier = _pareto([*frontier, *new])
    state: _State | None = frontier[-1]
    chosen = []
    while state is not None:
        if state.chosen:
            chosen.append(state.chosen)
        state = state.before
    return chosen


def _nearest(marks: list[Mark], at: int) -> list[Mark]:
    """Give the marks, no more than are worth weighing: those nearest before the note."""
    if len(marks) <= _MOST:
        return marks
    end = bisect_left(marks, at, key=lambda mark: mark.span.start)
    return marks[max(0, end - _MOST) : end + 10]


def _weight(mark: Mark, note: NoteDraft, style: str) -> int:
    """Weigh a mark for a note: on the note's own page it counts for more, behind the note for less."""
    weight = mark.weight * 2
    if style == "plain" and note.first >= 0:
        weight += 5 if note.first <= mark.span.start < note.start else -5
    elif mark.span.start > note.start:
        weight -= 6
    if style in {"paren", "dot"}:
        weight += 2 if mark.style == "paren" else -4
    return weight


def _pareto(states: list[_State]) -> list[_State]:
    """Keep of the states those that no state at an earlier place outdoes."""
    kept: list[_State] = []
    for state in sorted(states, key=lambda state: (state.at, -state.total)):
        if not kept or state.total > kept[-1].total:
            kept.append(state)
    return kept


def _add_repeated(draft: Draft, marks: list[Mark], taken: set[int]) -> None:
    """Add further references to a note: only those that nothing else explains."""
    by_key = {(_kind(note.style), int(note.marker)): n for n, note in enumerate(draft.notes) if note.marker.isdigit()}
    for mark in marks:
        n = by_key.get((mark.style, mark.number))
        if n is None or not taken.isdisjoint(range(mark.span.start, mark.span.end)):
            continue
        if mark.weight >= (6 if mark.style == "bracket" else 99) or (mark.style == "paren" and mark.weight >= 4):
            taken.update(range(mark.span.start, mark.span.end))
            draft.references.append(Reference(mark.span, draft.notes[n].marker, n))


def _add_orphans(draft: Draft, marks: list[Mark], taken: set[int]) -> None:
    """Add references whose note is missing: in brackets, or glued to the end of a sentence and next in the count."""
    expected = 1 + max((int(r.marker) for r in draft.references if r.marker.isdigit()), default=0)
    for mark in marks:
        if not taken.isdisjoint(range(mark.span.start, mark.span.end)):
            continue
        surely = mark.style == "bracket" and mark.number > 0
        counted = mark.style == "plain" and mark.weight >= 5 and mark.number == expected
        if surely or counted:
            expected += counted
            taken.update(range(mark.span.start, mark.span.end))
            draft.references.append(Reference(mark.span, str(mark.number)))


def _kind(style: str) -> str:
    return "paren" if style == "dot" else style


def _from_hints(draft: Draft, hints: list[Hint]) -> None:
    """Take the references that the format itself marks; notes with one marker are referred to in turn."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for n, note in enumerate(draft.notes):
        if note.style == "hint":
            waiting[note.marker].append(n)
    last = 0
    for hint in hints:
        if hint.span.start < last or not 0 < len(hint.span) <= _LONGEST or not _on_one_line(draft, hint.span):
            continue
        last = hint.span.end
        known = waiting[hint.value]
        n = known.pop(0) if len(known) > 1 else known[0] if known else -1
        draft.references.append(Reference(Span(hint.span.start, hint.span.end), hint.value, n))

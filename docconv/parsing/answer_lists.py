"""Questions as one list and their answers as another: "Vragen 1. … 2. …" and then "Antwoorden 1. … 2. …".

The second list counts the open questions once more, in the same style; only then is each of its items an answer.
"""

from __future__ import annotations

import re

from docconv.model import Span
from docconv.parsing.draft import Draft, Label, Line
from docconv.parsing.numbering import value

_STYLES = {
    "bare": re.compile(r"\(?(\d{1,3}[a-z]?)\s?[.)]?$"),
    ".": re.compile(r"(\d{1,3}[a-z]?)\s?\.\s+(?=\S)"),
    ")": re.compile(r"(\d{1,3}[a-z]?)\s?\)\s*(?=\S)"),
}


def withdraw_heading(draft: Draft) -> None:
    """Take back the label of a "Vragen" that only heads the questions: one with a label of its own follows, or their list."""
    questions = [n for n, line in enumerate(draft.lines) if line.label and line.label.kind == "question"]
    if not questions or (label := draft.lines[questions[0]].label) is None:
        return
    first, second = questions[0], questions[1] if len(questions) > 1 else len(draft.lines)
    if label.printed.lower() != "vragen" or label.numbers:
        return
    end = next((n for n in range(first + 1, len(draft.lines)) if draft.lines[n].label), len(draft.lines))
    if second == first + 1 or (len(questions) == 1 and _opens_list(draft.lines[first + 1 : end])):
        draft.lines[first].label = None


def _opens_list(lines: list[Line]) -> bool:
    """Tell whether a list of questions begins here: "1. …?" and, further on, "2. …"."""
    for pattern in _STYLES.values():
        if lines and (m := pattern.match(lines[0].text)) and m[1] == "1":
            second = next((k for k, line in enumerate(lines) if (m := pattern.match(line.text)) and m[1] == "2"), 0)
            return any("?" in line.text for line in lines[:second])
    return False


def split_answers(draft: Draft) -> None:
    """Open an answer at every number of a list that stands under one answer label and counts the open questions again."""
    open_numbers: list[str] = []
    for n, line in enumerate(draft.lines):
        label = line.label
        if label is None:
            continue
        if label.kind == "question":
            open_numbers += label.numbers if label.style == "number" else ()
        elif label.kind == "answer":
            following = draft.lines[n + 1].label if n + 1 < len(draft.lines) else None
            if not label.numbers and following and following.kind == "answer" and following.numbers:
                line.label = Label("heading", (), Span(line.start, line.start), "")
                continue
            if not label.numbers and len(open_numbers) > 1:
                _split(draft, n, open_numbers)
            open_numbers = []


def _split(draft: Draft, at: int, numbers: list[str]) -> None:
    """Label the items of the list behind the answer label at line `at`, where they are these numbers in this order."""
    end = next((n for n in range(at + 1, len(draft.lines)) if draft.lines[n].label), len(draft.lines))
    counted = {*numbers, str(value(numbers[-1]) + 1)}  # one item too many: a list of something else
    for pattern in _STYLES.values():
        found: list[tuple[int, re.Match[str]]] = []
        for n in range(at + 1, end):
            m = pattern.match(draft.lines[n].text)
            if m and m[1] in counted:
                found.append((n, m))
        if [m[1] for _, m in found] == numbers and found[0][0] == at + 1:
            heading = draft.lines[at]
            heading.label = Label("heading", (), Span(heading.start, heading.start), "")
            for n, m in found:
                line = draft.lines[n]
                span = Span(line.start, line.start + m.end())
                line.label = Label("answer", (m[1],), span, m[0].strip(), "number")
            return

"""Which lines open a question, an answer, a notice or a remark: decided for the letter as a whole.

Labels that name themselves are believed; bare numbers ("1", "1. Kunt u …") only where they count up and no label of the
first kind is there, because lists, tables and notes have numbers too.
"""

from __future__ import annotations

import re
from itertools import pairwise

from docconv.model import Span
from docconv.parsing.answer_lists import split_answers, withdraw_heading
from docconv.parsing.draft import Draft, Label, Line
from docconv.parsing.labels import Reading, read_label
from docconv.parsing.numbering import value
from docconv.parsing.withdrawal import withdraw

_FIRST = frozenset("VvABMRTDabd#*_>123456789")
_BARE = re.compile(r"\(?(?P<number>\d{1,3}[a-z]?)\s?[.)]?")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}[a-z]?)\s?(?P<mark>[.)]|(?<=\d)(?=\s))\s*(?=[A-ZÀ-Þ«“‘\"'(])")
_SPOKEN = re.compile(r"[Mm]inister|[Ss]taatssecretaris")


def mark_labels(draft: Draft) -> None:
    """Give every line that opens a question or an answer its label, unless the format did."""
    if draft.structured:
        _fill_gaps(draft)
        return
    readings = {n: found for n, line in enumerate(draft.lines) if (found := _reading(line))}
    withdraw(draft, readings)
    for n, found in readings.items():
        _set(draft.lines[n], found)
    withdraw_heading(draft)
    if not any(line.label and line.label.kind == "question" for line in draft.lines):
        _mark_numbers(draft)
    split_answers(draft)
    _fill_gaps(draft)


def _reading(line: Line) -> Reading | None:
    return read_label(line.text) if line.text[0] in _FIRST else None


def _set(line: Line, found: Reading) -> None:
    span = Span(line.start + found.start, line.start + found.end)
    line.label = Label(found.kind, found.numbers, span, found.printed)


def _mark_numbers(draft: Draft) -> None:
    """Mark the bare numbers that count the questions, in the style that explains most of the letter."""
    answers = [n for n, line in enumerate(draft.lines) if line.label and line.label.kind == "answer"]
    chains = [_chain(draft, style, answers) for style in ("bare", ".", ")")]
    named = {number for n in answers for number in draft.lines[n].label.numbers}  # type: ignore[union-attr]
    unmarked = _chain(draft, "", answers) if named else []
    if {number for _, number, _ in unmarked} == named:
        chains.append(unmarked)
    best = max(chains, key=lambda chain: _asked(draft, chain))
    if not best or not _asked(draft, best):
        return
    for n, number, end in best:
        line = draft.lines[n]
        span = Span(line.start, line.start + end)
        line.label = Label("question", (number,), span, line.text[:end].strip(), "number")


def _chain(draft: Draft, style: str, answers: list[int]) -> list[tuple[int, str, int]]:
    """Give the lines whose numbers of one style count up from 1: (line, number, end of the number on it)."""
    chain: list[tuple[int, str, int]] = []
    expected = 1
    numbered = any(draft.lines[n].label.numbers for n in answers)  # type: ignore[union-attr]
    for n, line in enumerate(draft.lines):
        found = _counted(line, style)
        if found is None or line.label or value(found[0]) != expected:
            continue
        if chain and answers and not _closed(draft, chain[-1][0], n, answers, numbered=numbered):
            continue
        chain.append((n, *found))
        expected += 1
    return chain


def _counted(line: Line, style: str) -> tuple[str, int] | None:
    if not line.text[0].isdigit() and line.text[0] != "(":
        return None
    if style == "bare":
        m = _BARE.fullmatch(line.text)
    else:
        m = _NUMBERED.match(line.text)
        m = m if m and m["mark"] == style else None
    return (m["number"], m.end()) if m else None


def _closed(draft: Draft, first: int, n: int, answers: list[int], *, numbered: bool) -> bool:
    """Tell whether the question at line `first` may have ended before line `n`: it was answered, or at least asked."""
    if any(first < answer < n for answer in answers):
        return True
    if not any(answer > n for answer in answers):
        return False
    asked = any("?" in draft.lines[k].text for k in range(first, n))
    opens = draft.lines[n].gap > 0 or draft.lines[n - 1].text.endswith("?")
    return asked and (numbered or opens)


def _asked(draft: Draft, chain: list[tuple[int, str, int]]) -> int:
    """Count the links of a chain that are followed by a question mark or an answer before the next."""
    edges = [n for n, _, _ in chain] + [len(draft.lines)]
    asked = 0
    for first, last in pairwise(edges):
        lines = draft.lines[first : min(last, first + 60)]
        asked += any("?" in line.text or (line.label and line.label.kind == "answer") for line in lines)
    return asked


def _fill_gaps(draft: Draft) -> None:
    """Count on where a label bears no number: a question is the next one, an answer answers what is open."""
    open_numbers: list[str] = []
    asked: set[str] = set()
    highest = 0
    for line in draft.lines:
        label = line.label
        if label is None:
            continue
        if label.kind == "question":
            label.numbers = label.numbers or (str(highest + 1),)
            highest = max(highest, *(value(number) for number in label.numbers))
            open_numbers += label.numbers
            asked.update(label.numbers)
        elif label.kind in {"answer", "notice"}:
            # "Antwoord 2l" answers one item of question 2, where no question 2l is asked.
            label.numbers = tuple(dict.fromkeys(n if n in asked else _asked_number(n, asked) for n in label.numbers))
            if not label.numbers and not open_numbers and _SPOKEN.search(label.printed):
                line.label = None  # a title, or a debate that an answer quotes
                continue
            label.numbers = label.numbers or tuple(dict.fromkeys(open_numbers))
            open_numbers = []


def _asked_number(number: str, asked: set[str]) -> str:
    whole = str(value(number))
    return whole if whole in asked else number

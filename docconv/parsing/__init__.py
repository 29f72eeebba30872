"""Parsing: a source → the letter that it is. The rules mark a draft, one a file, in the order of `RULES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from docconv.model import Letter, Source
from docconv.parsing.assembly import assemble
from docconv.parsing.complaints import complain
from docconv.parsing.draft import Draft
from docconv.parsing.furniture import mark_furniture
from docconv.parsing.inspection import inspect
from docconv.parsing.letterhead import mark_letterhead
from docconv.parsing.lines import split_lines
from docconv.parsing.lone import mark_lone_question
from docconv.parsing.marks import mark_places
from docconv.parsing.metadata import read_metadata
from docconv.parsing.notes import mark_notes
from docconv.parsing.questions import mark_labels
from docconv.parsing.references import mark_references
from docconv.parsing.structure import mark_structure
from docconv.parsing.unlabelled import mark_unlabelled_answers

RULES: tuple[Callable[[Draft], None], ...] = (
    mark_furniture,  # first: what the page needed may cut a line in two, so it must be known before there are lines
    split_lines,
    mark_structure,  # before the labels: where the format marks questions, nothing is guessed from words
    mark_labels,  # before the paper: a side column is only layout behind the first question
    mark_letterhead,  # before the notes: a date or a reference of the paper is no note
    mark_places,  # where a number may refer to a note: evidence for the notes, then the references themselves
    mark_notes,  # before the answers without label: a note may stand between a question and its answer
    mark_unlabelled_answers,
    mark_lone_question,  # behind the notes, whose lines it must not take for the question's
    mark_references,  # last: a number is a reference only where the notes and the labels leave it over
)


def parse(source: Source) -> Letter:
    """Give the letter in `source`. Never fails: what has no place stays a paragraph, with a diagnostic."""
    draft = Draft(source)
    for rule in RULES:
        rule(draft)
    letter = assemble(draft)
    return replace(letter, metadata=read_metadata(letter), diagnostics=complain(letter))


__all__ = ["RULES", "inspect", "parse"]

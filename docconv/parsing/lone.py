"""A paper of questions that numbers none: everything behind its title is one question, the first.

Members hand in short papers so ("2024Z18885"); which of its sentences get a number of their own is decided later, in print.
"""

from __future__ import annotations

import re

from docconv.model import Span
from docconv.parsing.draft import Draft, Label
from docconv.parsing.sections import title_lines

_ASKED = re.compile(r"(?:Schriftelijke )?[Vv]ragen van ")


def mark_lone_question(draft: Draft) -> None:
    """Open question 1 behind the title of a paper of questions in which no label was found."""
    if any(line.label and line.label.kind in {"question", "answer"} for line in draft.lines):
        return
    lines = [line for line in draft.lines if line.role == "text"]
    title = title_lines(lines)
    if title is None or not _ASKED.match(lines[title[0]].text):
        return
    body = lines[title[1] :]
    if any(line.text.rstrip("0123456789) ").endswith("?") for line in body):
        body[0].label = Label("question", ("1",), Span(body[0].start, body[0].start), "", "unlabelled")

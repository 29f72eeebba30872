"""The draft: a letter between its text and its tree, as lines that the rules mark one after another.

Every rule reads and marks the same `Draft`; only `assembly` makes the immutable tree of `docconv.model` out of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from docconv.model import Hint, Source, Span
from docconv.model.span import HintRole

Role = Literal["text", "question", "answer", "remark", "note", "layout", "table", "closing", "signature"]
LabelKind = Literal["question", "answer", "notice", "remark", "signature", "heading", "other"]
MarkStyle = Literal["plain", "paren", "bracket"]


@dataclass(slots=True)
class Label:
    """A printed label: what it opens, its numbers, and where on the line it ends (code points of the source).

    `span` covers the label with its colon; `printed` is its words as one string.
    """

    kind: LabelKind
    numbers: tuple[str, ...]
    span: Span
    printed: str
    style: str = "word"


@dataclass(slots=True)
class Line:
    """A line of the source without its white space at either end, or the part of one that furniture leaves over.

    `gap` counts the blank lines before it; `turn` tells that a page was turned before it; `indent` counts columns;
    `whole` is False where furniture cut the line.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0
    turn: bool = False
    whole: bool = True
    role: Role = "text"
    label: Label | None = None
    note: int = -1

    @property
    def span(self) -> Span:
        """Give the line's place in the source."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that may refer to note `number`; `weight` runs from 1 (hardly) to 6 (surely)."""

    span: Span
    number: int
    style: MarkStyle
    weight: int


@dataclass(slots=True)
class NoteDraft:
    """A note: its marker, where the marker stands, and the parts of the source that are its text."""

    marker: str
    mark: Span
    style: str
    parts: list[Span] = field(default_factory=list)
    first: int = -1
    page: int = 0
    label: Span | None = None

    @property
    def start(self) -> int:
        """Give where the note begins in the source."""
        return min([self.mark.start, *(part.start for part in self.parts)])


@dataclass(slots=True)
class Reference:
    """A reference to a note. `note` counts in `Draft.notes`, -1 where no note was found."""

    span: Span
    marker: str
    note: int = -1


@dataclass(slots=True)
class Draft:
    """All that is known of a letter so far."""

    source: Source
    layout: list[Span] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[NoteDraft] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    width: int = 0
    paragraph_starts: list[int] = field(default_factory=list)
    marks_paragraphs: bool = False
    items: dict[int, Hint] = field(default_factory=dict)
    tables: list[Hint] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the paragraphs, list items and tables that the format marks."""
        self.items = {hint.span.start: hint for hint in self.hints("list-item")}
        self.tables = self.hints("table", "row", "cell")
        self.paragraph_starts = [hint.span.start for hint in self.hints("paragraph")]
        self.marks_paragraphs = bool(self.paragraph_starts)

    @property
    def text(self) -> str:
        """Give the source's text."""
        return self.source.text

    def hints(self, *roles: HintRole) -> list[Hint]:
        """Give the hints with one of these roles, in source order."""
        return [hint for hint in self.source.hints if hint.role in roles]

    def paragraph_of(self, at: int) -> int:
        """Give the number of the last marked paragraph that begins at or before an offset."""
        return bisect_right(self.paragraph_starts, at)

    @property
    def structured(self) -> bool:
        """Tell whether the format itself marks questions: the parser then believes it and guesses nothing."""
        return any(hint.role in {"question", "answer"} for hint in self.source.hints)

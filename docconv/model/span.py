"""Spans and sources: the text of a letter exactly as read, and positions in it.

Every position in docconv is a half-open pair of code points (not bytes, not UTF-16 units) of the text that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["text", "markdown", "pdf", "docx", "official-xml", "akn"]

HintRole = Literal[
    # typography
    "bold",
    "italic",
    "superscript",
    "small",  # set smaller than the body text
    # structure
    "furniture",  # running heads, page numbers, letterhead: never content
    "title",
    "subject",
    "question",  # value: its numbers, "3" or "3,4", or "" where none is printed
    "answer",
    "label",  # the printed "Vraag 1" of a question or answer
    "note",  # value: its marker
    "note-reference",  # value: its marker
    "paragraph",
    "heading",
    "list-item",  # value: "LEVEL MARKER", such as "1 a." (level from 0; the marker need not stand in the text)
    "table",
    "row",
    "cell",  # value: "" or space-separated "header", "colspan=2", "rowspan=3"
    "remark",
    "signature",
    "link",  # value: its target
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    >>> len(Span(2, 5))
    3
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that no text has."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, found {self.start}:{self.end}")

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the part of `text` that this span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Give the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the text from `offset` on stood in the file that was read: "page 2", "w:p 17", an XPath."""

    offset: int
    place: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A span of which a structured format already knows what it is. `value` depends on the role."""

    span: Span
    role: HintRole
    value: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark on a document: what stands at `span` of `Source.text` and what docconv made of it."""

    code: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """A letter as read: its text, never cleaned, and what its format says of it.

    `sha256` is that of the file's bytes, in hexadecimal. `hints` are sorted by where
    they begin.
    """

    name: str
    text: str
    sha256: str
    format: Format = "text"
    anchors: tuple[Anchor, ...] = ()
    hints: tuple[Hint, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

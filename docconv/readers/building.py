"""The text of a source as it grows: what a reader appends, and the hints and anchors that it sets on the way.

Positions are code points of the text, as everywhere (docconv/model/span.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from docconv.model import Anchor, Diagnostic, Hint, Source, Span
from docconv.model.span import Format, HintRole

_NESTING = (
    "question",
    "answer",
    "remark",
    "note",
    "table",
    "row",
    "cell",
    "list-item",
    "paragraph",
    "heading",
    "title",
    "label",
)


@dataclass(slots=True)
class TextBuilder:
    r"""Collects text and hints.

    >>> out = TextBuilder()
    >>> with out.hinted("bold"):
    ...     out.add("Vraag 1")
    >>> out.end_paragraph()
    >>> out.text, out.hints[0].span
    ('Vraag 1\n\n', Span(start=0, end=7))
    """

    parts: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    at: int = 0
    tail: str = ""

    @property
    def text(self) -> str:
        """Give the text so far."""
        return "".join(self.parts)

    def add(self, words: str) -> None:
        """Append text."""
        if words:
            self.parts.append(words)
            self.at += len(words)
            self.tail = (self.tail + words[-2:])[-2:]

    def anchor(self, place: str) -> None:
        """Say that what follows stood at `place` in the file."""
        self.anchors.append(Anchor(self.at, place))

    def hint(self, start: int, role: HintRole, value: str = "", *, end: int | None = None) -> None:
        """Hint at the text from `start` on; an empty span only where a table's cell is empty."""
        stop = self.at if end is None else end
        if stop > start or role == "cell":
            self.hints.append(Hint(Span(start, stop), role, value))

    def drop_last(self, role: HintRole) -> None:
        """Take the last hint of a role back."""
        at = next((n for n in range(len(self.hints) - 1, -1, -1) if self.hints[n].role == role), None)
        if at is not None:
            del self.hints[at]

    @contextmanager
    def hinted(self, role: HintRole, value: str = "") -> Iterator[None]:
        """Hint at all that is added inside the `with` block, line ends at its end apart."""
        start = self.at
        yield
        self.hint(start, role, value, end=max(start, self.content_end(start)))

    def content_end(self, start: int) -> int:
        """Give where the text from `start` on ends when the line ends behind it are left off."""
        end, n = self.at, len(self.parts)
        while n and end > start:
            n -= 1
            kept = self.parts[n].rstrip("\n\f")
            end -= len(self.parts[n]) - len(kept)
            if kept:
                break
        return end

    def leading_space(self, start: int) -> bool:
        """Tell whether the text added from `start` on begins with a space; `start` is where some piece begins."""
        at = self.at
        for piece in reversed(self.parts):
            at -= len(piece)
            if at <= start:
                return piece[start - at : start - at + 1] == " "
        return False

    def end_line(self) -> None:
        """End the line unless it is ended."""
        if self.at and not self.tail.endswith(("\n", "\f")):
            self.add("\n")

    def end_paragraph(self) -> None:
        """End the paragraph with a blank line unless one is there."""
        self.end_line()
        if self.at and self.tail not in {"\n\n", "\f\n"}:
            self.add("\n")

    def absorb(self, inner: TextBuilder, *, hints: bool = True) -> None:
        """Append another's text without the line ends at its end, with its anchors and, where asked for, its hints."""
        end = inner.content_end(0)
        if hints:
            self.hints += [
                Hint(Span(self.at + hint.span.start, self.at + min(hint.span.end, end)), hint.role, hint.value)
                for hint in inner.hints
                if hint.span.start < end or hint.role == "cell"
            ]
        self.anchors += [Anchor(self.at + anchor.offset, anchor.place) for anchor in inner.anchors]
        self.add(inner.text[:end])

    def source(self, name: str, data: bytes, format: Format) -> Source:
        """Give the source: `data` is the file that was read."""
        hints = tuple(sorted(self.hints, key=_outermost_first))
        digest = hashlib.sha256(data).hexdigest()
        return Source(name, self.text, digest, format, tuple(self.anchors), hints, tuple(self.diagnostics))


def _outermost_first(hint: Hint) -> tuple[int, int, int, str]:
    """Order hints by place; of hints on one place that which holds the others comes first."""
    rank = _NESTING.index(hint.role) if hint.role in _NESTING else len(_NESTING)
    return hint.span.start, -hint.span.end, rank, hint.role

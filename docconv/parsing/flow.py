"""The text of a paragraph as it reads, made from its leaves, with the place in the source of every code point.

White space is folded, wraps are joined (`joining`), ligatures are spelt out; characters that XML 1.0 forbids (section 2.2) and
invisible ones stay in the source alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docconv.model import OBJECT, FootnoteRef, Leaf, Paragraph, RichText, Span
from docconv.parsing.joining import joint

_SPECIAL = re.compile(
    # A single space is no special case: it stands as it is.
    r"(?P<space> (?=[\s\x85\u200b])[\s\x85\u200b]+|[^\S ][\s\x85\u200b]*|[\x85\u200b][\s\x85\u200b]*)|"
    r"(?P<soft>\u00ad)|(?P<ligature>[\ufb00-\ufb06\u0132\u0133])"
    r"|(?P<drop>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200c-\u200f\u2060\ufeff\ufffc\ufffe\uffff\ud800-\udfff]+)"
)
_TAIL = 300
_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ", "ĳ": "ij"}


@dataclass(slots=True)
class Flow:
    """A text under construction: pieces, the source offset of each code point, and the references in it."""

    source: str
    words: frozenset[str]
    pieces: list[str] = field(default_factory=list)
    tail: str = ""
    offsets: list[int] = field(default_factory=list)
    references: list[FootnoteRef] = field(default_factory=list)
    pending: tuple[int, bool] | None = None

    def add(self, start: int, end: int) -> None:
        """Add the source from `start` to `end`."""
        at = start
        for m in _SPECIAL.finditer(self.source, start, end):
            if m.start() > at:
                self._put(at, m.start(), end)
            at = m.end()
            match m.lastgroup:
                case "space":
                    broken = bool(_BREAK.search(m[0])) or bool(self.pending and self.pending[1])
                    self.pending = (self.pending[0] if self.pending else m.start(), broken)
                case "ligature":
                    self._write(_LIGATURES[m[0]], [m.start()] * len(_LIGATURES[m[0]]), m.start(), end)
                case "soft" if self._breaks_after(m.end(), end):
                    self._write("\u00ad", [m.start()], m.start(), end)
                case _:
                    pass
        if at < end:
            self._put(at, end, end)

    def interrupt(self, start: int, end: int) -> None:
        """Pass over a stretch of the source that belongs to no leaf of the paragraph."""
        gap = self.source[start:end]
        if any(c.isspace() for c in gap):
            self.pending = (self.pending[0] if self.pending else start, True)

    def refer(self, span: Span, marker: str, note: str | None) -> None:
        """Add a reference; the space before it is the converter's and goes."""
        self.pending = None
        if self.pieces and self.pieces[-1].endswith(" "):
            self.pieces[-1] = self.pieces[-1][:-1]
            self.offsets.pop()
        at = len(self.offsets)
        self._append(OBJECT, [span.start])
        self.references.append(FootnoteRef(Span(at, at + 1), marker, note))

    def _breaks_after(self, at: int, end: int) -> bool:
        m = _SPECIAL.match(self.source, at, end)
        return bool(m and m.lastgroup == "space" and _BREAK.search(m[0]))

    def _put(self, start: int, stop: int, end: int) -> None:
        self._write(self.source[start:stop], range(start, stop), start, end)

    def _write(self, words: str, offsets: range | list[int], start: int, end: int) -> None:
        if self.pending is not None:
            self._join(self.source[start : min(end, start + 300)])
        self._append(words, offsets)

    def _append(self, words: str, offsets: range | list[int]) -> None:
        self.pieces.append(words)
        self.offsets += offsets
        self.tail = words if len(words) > _TAIL else (self.tail + words)[-_TAIL:]

    def _join(self, right: str) -> None:
        at, broken = self.pending or (0, False)
        self.pending = None
        if not self.offsets:
            return
        how = joint(self.tail, right, self.words) if broken else "space"
        if how == "drop":
            self.pieces[-1] = self.pieces[-1][:-1]
            self.offsets.pop()
        elif how == "space":
            self._append(" ", [at])


def paragraph(
    source: str, leaves: tuple[Leaf, ...], refs: dict[int, tuple[str, str | None]], words: frozenset[str]
) -> Paragraph:
    """Give the paragraph that `leaves` make; `refs` tells the marker and the note's id of each reference by its offset."""
    flow = Flow(source, words)
    end = leaves[0].span.start
    for leaf in leaves:
        if leaf.span.start > end:
            flow.interrupt(end, leaf.span.start)
        if leaf.kind == "note-reference":
            flow.refer(leaf.span, *refs[leaf.span.start])
        else:
            flow.add(leaf.span.start, leaf.span.end)
        end = leaf.span.end
    return Paragraph(leaves, RichText("".join(flow.pieces), tuple(flow.references)), tuple(flow.offsets))

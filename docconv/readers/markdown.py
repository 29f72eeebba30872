"""Markdown as PDF converters write it → `Source`: a text in which some signs are marks (CommonMark 0.31).

The marks stay in the text; hints say which spans they set apart, and the parser leaves the marks out of what is read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from docconv.model import Hint, Source, Span
from docconv.model.span import HintRole
from docconv.readers import text

_SUFFIXES = {".md", ".markdown"}
_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_STRONG_LINE = re.compile(rb"^\*\*[^*\n]{2,200}\*\*[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"^(?P<mark>#{1,6}[ \t]+)(?P<words>[^\n]*?)(?P<close>[ \t]*#*)[ \t]*$", re.MULTILINE)
_RULE = re.compile(
    r"^[ \t]{0,3}(?:-[ \t]*){3,}$|^[ \t]{0,3}(?:\*[ \t]*){3,}$|^[ \t]{0,3}(?:_[ \t]*){3,}$", re.MULTILINE
)
_STRONG = re.compile(r"(?<![*\\])\*\*(?=[^\s*])(?P<words>[^*\n]{1,500})(?<=[^\s*])\*\*(?!\*)")
_ITALIC = re.compile(r"(?<![*\w\\])\*(?=[^\s*])(?P<words>[^*\n]{1,500})(?<=[^\s*])\*(?![*\w])")
_LOW = re.compile(r"(?<![_\w\\])_(?=[^\s_])(?P<words>[^_\n]{1,500})(?<=[^\s_])_(?![_\w])")
_LINK = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]\n]{1,300})\]\((?P<target>https?://[^\s()]{1,500})\)")


def accepts(data: bytes, name: str) -> bool:
    """Tell whether these bytes are a text with Markdown's marks in it, or a text that is named so."""
    if not text.accepts(data, name):
        return False
    if PurePath(name).suffix.lower() in _SUFFIXES:
        return True
    return len(_HEADING.findall(data)) + len(_STRONG_LINE.findall(data)) >= 3


def read(data: bytes, name: str) -> Source:
    """Give the text as it stands, with hints for headings, emphasis, links, and `furniture` for the marks."""
    source = text.read(data, name)
    hints = tuple(sorted(_hints(source.text), key=lambda hint: (hint.span, hint.role)))
    return replace(source, format="markdown", hints=hints)


def _hints(words: str) -> list[Hint]:
    found = [Hint(Span(*m.span()), "furniture", "rule") for m in _RULE.finditer(words)]
    for m in _ATX.finditer(words):
        if m.end("words") > m.start("words"):
            found += _marked(m, "heading")
    for pattern, role in ((_STRONG, "bold"), (_ITALIC, "italic"), (_LOW, "italic")):
        for m in pattern.finditer(words):
            found += _marked(m, role)  # type: ignore[arg-type]
    for m in _LINK.finditer(words):
        found += _marked(m, "link", m["target"])
    return found


def _marked(m: re.Match[str], role: HintRole, value: str = "") -> list[Hint]:
    """Give the hint for what is set apart and the marks on either side of it."""
    hints = [Hint(Span(*m.span("words")), role, value)]
    for start, end in ((m.start(), m.start("words")), (m.end("words"), m.end())):
        if end > start:
            hints.append(Hint(Span(start, end), "furniture", "mark"))
    return hints

"""The seams: what a reader, an engine and an exporter must offer, and the choices that an export takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from docconv.model import BilingualLetter, Source

Progress = Callable[[str, int, int], None]
"""Called as `progress(stage, done, total)`; `stage` is "read", "parse", "translate" or "export"."""


class Reader(Protocol):
    """Turns bytes of one format into a source."""

    format: str

    def accepts(self, data: bytes, name: str) -> bool:
        """Tell from the content (not from the name alone) whether these bytes are of this format."""

    def read(self, data: bytes, name: str) -> Source:
        """Give the text with anchors and hints. Raises ReadError."""


@runtime_checkable
class Engine(Protocol):
    """Translates Dutch sentences. A third party may pass any object that has this one method."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Give one English sentence for each Dutch one, in order. Raises EngineError."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices for an export.

    `archive` refuses what would have to be invented; `comments` puts reviewers' flags into DOCX as comments; `template`
    is a DOCX whose styles serve; `author` is the document's author property. The translation's date is in the signature.
    """

    archive: bool = False
    comments: bool = False
    template: Path | None = None
    author: str = ""


class Exporter(Protocol):
    """Makes one kind of output: a function that gives the whole file; same input, same bytes."""

    def __call__(self, bilingual: BilingualLetter, options: ExportOptions) -> bytes:
        """Give the file's bytes. Raises ExportError."""

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
class EngineIdentity:
    """What an engine is, for the signature. `sha256` is that of the model's weights; `draft` tells a small rough model.

    `placeholders` counts the placeholder symbols that the model was trained to carry over (0: none), `terms` tells
    whether it was trained to take terms inline; `coverage` is how much its search penalises Dutch that it passed over.
    """

    engine: str
    model: str
    sha256: str
    draft: bool = False
    placeholders: int = 0
    terms: bool = False
    coverage: float = 0.0
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a sentence; `score` is the mean log probability of its tokens."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class DecodeOptions:
    """How to decode: beam width, number of hypotheses, and what the English must begin with or must not contain.

    `prefixes` gives for each sentence the text that its translation begins with ("" for none), `suppress` for each the
    strings that must not appear. An empty tuple stands for none at all.
    """

    beam: int = 4
    hypotheses: int = 1
    no_repeat_ngram: int = 0
    prefixes: tuple[str, ...] = ()
    suppress: tuple[tuple[str, ...], ...] = ()


@runtime_checkable
class Decoder(Engine, Protocol):
    """An engine that offers more than one-best: what the translation stage uses where it is there."""

    @property
    def identity(self) -> EngineIdentity:
        """Give what the engine is."""

    def decode(self, sentences: Sequence[str], options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:
        """Give the hypotheses of each sentence, best first by the search; `score` need not fall. Raises EngineError."""

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Give the mean log probability per token of each English sentence, given its Dutch one."""

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[int, int, float], ...]]:
        """Give for each pair its links (source code point, target code point, weight), one for each target token."""


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

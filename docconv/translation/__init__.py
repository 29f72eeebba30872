"""Translation: from a parsed letter to a bilingual one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docconv.model import BilingualLetter, Letter
    from docconv.protocols import Engine, Progress


def translate(
    letter: Letter,
    *,
    engine: str | Engine = "auto",
    glossary: Sequence[str | Path] = (),
    memory: Sequence[str | Path] = (),
    progress: Progress | None = None,
) -> BilingualLetter:
    """Give the letter with its English.

    `engine` is "auto", "argos", "embedded", "pseudo", or any object with `translate(list[str]) -> list[str]`; `glossary`
    are files laid over the built-in glossary, later ones over earlier; `memory` are TMX files, the first that knows a
    sentence serves. Raises EngineError, GlossaryError, ReadError for a damaged memory, ValueError, TypeError.
    """
    from docconv.translation.pipeline import translate_letter

    return translate_letter(
        letter,
        engine=engine,
        glossary=[Path(path) for path in glossary],
        memory=[Path(path) for path in memory],
        progress=progress,
    )

"""The whole line on one page: read → parse → translate → export → write.

Files are written whole or not at all: every output is made in memory, written beside its place and renamed into it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from errno import EISDIR
from pathlib import Path
from time import perf_counter

from docconv.errors import ExportError
from docconv.exporters import DEFAULT_FORMATS, export, files_of, suffix
from docconv.model import BilingualLetter, Diagnostic, Source
from docconv.parsing import parse
from docconv.protocols import Engine, ExportOptions, Progress
from docconv.readers import read
from docconv.translation import translate


@dataclass(frozen=True, slots=True)
class Settings:
    """How to convert.

    `to` names export formats; `engine` is "auto", "argos", "embedded", "pseudo" or an object with `translate`;
    `glossary` and `memory` are files laid over the built-in glossary and used as translation memories; `date` is the
    translation's date (YYYY-MM-DD); `index` adds an index page over all letters of the call.
    """

    to: tuple[str, ...] = DEFAULT_FORMATS
    engine: str | Engine = "auto"
    glossary: tuple[Path, ...] = ()
    memory: tuple[Path, ...] = ()
    date: str | None = None
    index: bool = False
    export: ExportOptions = field(default_factory=ExportOptions)


@dataclass(frozen=True, slots=True)
class Report:
    """What a conversion did: the letter, the files written (by format), every stage's diagnostics, and the seconds."""

    bilingual: BilingualLetter
    files: Mapping[str, Path]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


def convert(
    inputs: str | Path | Source | Iterable[str | Path | Source],
    out: str | Path,
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> tuple[Report, ...]:
    """Convert letters and write the outputs into the folder `out`; give one report a letter.

    Raises DocconvError (nothing is written for that letter) and ValueError for settings that can't be.
    """
    chosen = settings or Settings()
    files_of(chosen.to)
    sources = _sources(inputs, progress)
    reports = tuple(_convert(source, Path(out), chosen, progress) for source in sources)
    if chosen.index:
        write({Path(out) / "index.html": _index(reports)})
    return reports


def _sources(inputs: str | Path | Source | Iterable[str | Path | Source], progress: Progress | None) -> list[Source]:
    """Read every input before anything is written. Two inputs with one stem would overwrite each other's outputs."""
    many: Sequence[str | Path | Source]
    many = [inputs] if isinstance(inputs, str | Path | Source) else list(inputs)
    sources: list[Source] = []
    for n, item in enumerate(many):
        _tell(progress, "read", n, len(many))
        sources.append(item if isinstance(item, Source) else read(item))
    stems: dict[str, str] = {}
    for source in sources:
        if stem(source) in stems:
            raise ExportError(
                f"{stems[stem(source)]} and {source.name} would both be written as {stem(source)}.*: "
                "rename one, or convert them into different folders"
            )
        stems[stem(source)] = source.name
    _tell(progress, "read", len(many), len(many))
    return sources


def _convert(source: Source, out: Path, settings: Settings, progress: Progress | None) -> Report:
    begun = perf_counter()
    _tell(progress, "parse", 0, 1)
    letter = parse(source)
    _tell(progress, "parse", 1, 1)
    bilingual = translate(
        letter, engine=settings.engine, glossary=settings.glossary, memory=settings.memory, progress=progress
    )
    bilingual = dated(bilingual, settings.date)
    paths = export_files(bilingual, out, settings.to, settings.export, progress)
    found = (*letter.diagnostics, *bilingual.diagnostics, *export_diagnostics(bilingual, settings.to))
    return Report(bilingual, paths, found, perf_counter() - begun)


def dated(bilingual: BilingualLetter, date: str | None) -> BilingualLetter:
    """Give the translation with its date set (YYYY-MM-DD), unchanged where `date` is None."""
    return bilingual if date is None else replace(bilingual, signature=replace(bilingual.signature, date=date))


def export_files(
    bilingual: BilingualLetter,
    out: Path,
    to: tuple[str, ...],
    options: ExportOptions,
    progress: Progress | None = None,
) -> dict[str, Path]:
    """Make the outputs that `to` names and write them all, or none; give the path of each. Raises ExportError."""
    files = files_of(to)
    made: dict[str, bytes] = {}
    for n, file in enumerate(files):
        _tell(progress, "export", n, len(files))
        made[file] = export(bilingual, file, options)
    paths = {file: out / (stem(bilingual.letter.source) + suffix(file)) for file in files}
    write({paths[file]: data for file, data in made.items()})
    _tell(progress, "export", len(files), len(files))
    return paths


def export_diagnostics(bilingual: BilingualLetter, to: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Give what the chosen exports had to fill in: a date or a case number that the letter does not print."""
    if not any(name.startswith("akn") for name in to):
        return ()
    from docconv.exporters.akn import complaints

    return complaints(bilingual)


def stem(source: Source) -> str:
    """Give the name that a source's outputs begin with: its file's name without the extension.

    >>> stem(Source("in/kv-12.layout.txt", "", ""))
    'kv-12.layout'
    """
    return Path(source.name).stem or "letter"


def write(files: Mapping[Path, bytes]) -> None:
    """Write all files or none, replacing older ones. Raises ExportError with the system's reason."""
    waiting: list[tuple[str, Path]] = []
    try:
        for path in files:
            if path.is_dir():
                raise IsADirectoryError(EISDIR, "a folder of that name is in the way", str(path))
        for path, data in files.items():
            waiting.append((_beside(path, data), path))
        for temporary, path in waiting:
            Path(temporary).replace(path)
    except OSError as error:
        place = error.filename or next(iter(files), "the output folder")
        raise ExportError(f"can't write {place}: {error.strerror or error}; no output was written") from error
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> str:
    """Write `data` into a new file beside `path`, whole, and give that file's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _index(reports: Sequence[Report]) -> bytes:
    from docconv.exporters.html import index

    return index([report.bilingual for report in reports], [report.files for report in reports])


def _tell(progress: Callable[[str, int, int], None] | None, stage: str, done: int, total: int) -> None:
    if progress is not None:
        progress(stage, done, total)

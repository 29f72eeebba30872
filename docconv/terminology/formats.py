"""Glossary files by their format: which reader takes which file, how bytes become text, and how entries are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.terminology.columns import read_rows, slug, write_rows
from docconv.terminology.tabs import read_tabs, write_tabs
from docconv.terminology.tokens import fold

LARGEST = 50_000_000  # bytes


def read_glossary(path: Path) -> list[GlossaryEntry]:
    """Give the entries of a glossary file: TBX by its content, tab-separated by its name, else CSV.

    Raises GlossaryError with file, line and column.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise GlossaryError(f"expected at most {LARGEST:,} bytes, found {path.stat().st_size:,}", file=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", file=str(path)) from error
    return [replace(entry, origin=path.name) for entry in _distinct(_read(data, path), str(path))]


def _read(data: bytes, path: Path) -> list[GlossaryEntry]:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        from docconv.terminology.tbx import read_tbx

        return read_tbx(data, str(path))
    text = decoded(data, str(path))
    if path.suffix.lower() in {".tsv", ".tab", ".utf8", ".txt"}:
        return read_tabs(text, str(path))
    return read_rows(text, str(path))


def _distinct(entries: Sequence[GlossaryEntry], file: str) -> list[GlossaryEntry]:
    """Give the entries with ids of their own; ids made from terms get a number where two terms make the same.

    Raises GlossaryError for an id, or a term without an id, that is there twice.
    """
    seen: dict[str, GlossaryEntry] = {}
    for entry in entries:
        other = seen.get(entry.id)
        if other is None:
            seen[entry.id] = entry
            continue
        made = entry.id == slug(entry.nl)
        if not made or fold(entry.nl) == fold(other.nl):
            what = f"term {entry.nl!r}" if made else f"id {entry.id!r}"
            raise GlossaryError(f"{what} stands in line {other.line} too; keep one", file=file, line=entry.line)
        number = next(n for n in range(2, len(entries) + 2) if f"{entry.id}-{n}" not in seen)
        seen[f"{entry.id}-{number}"] = replace(entry, id=f"{entry.id}-{number}")
    return list(seen.values())


def decoded(data: bytes, file: str) -> str:
    """Give the text of UTF-8 bytes, or of UTF-16 with a byte order mark, as spreadsheets write it.

    Raises GlossaryError with the line of the first byte that is neither.
    """
    try:
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"expected UTF-8, found byte 0x{data[error.start]:02x}: save the file as CSV UTF-8", file=file, line=line
        ) from error


def _csv(entries: Sequence[GlossaryEntry]) -> bytes:
    return write_rows(entries).encode()


def _tsv(entries: Sequence[GlossaryEntry]) -> bytes:
    return write_tabs(entries).encode()


def _omegat(entries: Sequence[GlossaryEntry]) -> bytes:
    return write_tabs(entries, remarks=True).encode()


def _tbx(entries: Sequence[GlossaryEntry]) -> bytes:
    from docconv.terminology.tbx import write_tbx

    return write_tbx(entries)


def _html(entries: Sequence[GlossaryEntry]) -> bytes:
    from docconv.terminology.page import page
    from docconv.terminology.sources import named_sources

    return page(entries, named_sources()).encode()


WRITERS: Final[dict[str, Callable[[Sequence[GlossaryEntry]], bytes]]] = {
    "csv": _csv,
    "tsv": _tsv,
    "omegat": _omegat,
    "tbx": _tbx,
    "html": _html,
}
"""What glossaries are written as: `csv` and `tbx` whole, `tsv` for DeepL and Google, `omegat` with remarks, `html` to read."""

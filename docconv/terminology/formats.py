"""Glossary files by their format: which reader takes which file, and how its bytes become text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.terminology.columns import read_rows


def read_glossary(path: Path) -> list[GlossaryEntry]:
    """Give the entries of a glossary file. Raises GlossaryError with file, line and column."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", file=str(path)) from error
    return [replace(entry, origin=path.name) for entry in read_rows(decoded(data, str(path)), str(path))]


def decoded(data: bytes, file: str) -> str:
    """Give the text of UTF-8 bytes, or of UTF-16 with a byte order mark, as spreadsheets write it.

    Raises GlossaryError with the line of the first byte that is neither.
    """
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"expected UTF-8, found byte 0x{data[error.start]:02x}: save the file as CSV UTF-8", file=file, line=line
        ) from error

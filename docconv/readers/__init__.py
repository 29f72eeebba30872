"""Readers: bytes of any format that docconv knows → `Source`, told apart by content, then by extension.

The formats and the order in which they are tried stand in `FORMATS`; each reader's module is loaded on first use.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from docconv.diagnostics import diagnostic
from docconv.errors import DamagedFileError, ReadError, TooLargeError, UnknownFormatError
from docconv.model import Source, Span

MAX_BYTES = 50_000_000
_OWN_JSON = re.compile(rb'\s*\{\s*"schema":\s*\d')


class ReaderModule(Protocol):
    """What a module of this package offers."""

    def accepts(self, data: bytes, name: str) -> bool:
        """Tell from the content whether these bytes are of the module's format."""

    def read(self, data: bytes, name: str) -> Source:
        """Give the text with anchors and hints. Raises ReadError."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module in this package and the suffixes that files of it bear."""

    name: str
    module: str
    suffixes: tuple[str, ...]


# Formats with a signature come first; Markdown comes before text because every Markdown file is a text.
FORMATS = (
    Format("pdf", "pdf", (".pdf",)),
    Format("docx", "docx", (".docx", ".docm")),
    Format("akn", "akn", (".xml",)),
    Format("official-xml", "official_xml", (".xml",)),
    Format("markdown", "markdown", (".md", ".markdown")),
    Format("text", "text", (".txt", ".text")),
)


def read(source: str | Path | bytes | BinaryIO, *, name: str | None = None) -> Source:
    """Read a letter from a path, from bytes or from a binary file.

    `name` stands for the file's name in messages and outputs; without it the path's own name serves, or "letter".
    Raises ReadError for what is missing, a directory, empty, of no known format, or over 50 MB, and TypeError for a
    file opened in text mode. A text at hand becomes a source through `from_text`.
    """
    data, found = _bytes(source)
    name = name or found
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"{name}: expected at most {MAX_BYTES:,} bytes, found {len(data):,}; split the file")
    if not data.strip():
        raise DamagedFileError(f"{name}: expected a letter, found an empty file")
    if _OWN_JSON.match(data):
        raise UnknownFormatError(
            f"{name}: expected a letter, found the letter.json of a translated one; use `docconv export` or docconv.load"
        )
    for known in FORMATS:
        module = _module(known)
        if module is not None and module.accepts(data, name):
            return _complaining(module.read(data, name), known)
    raise UnknownFormatError(
        f"{name}: expected text, Markdown, PDF, DOCX or official XML, found {_description(data)}; "
        "save the letter as one of these"
    )


def from_text(text: str, *, name: str = "letter") -> Source:
    r"""Give a source for a text that is already at hand.

    >>> from_text("Vraag 1\nWaarom?").sha256[:8]
    '095bedab'
    """
    return Source(name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _bytes(source: str | Path | bytes | BinaryIO) -> tuple[bytes, str]:
    """Give the content, at most one byte more than is accepted, and a name for it."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), "letter"
    if isinstance(source, str | Path):
        return _file(Path(source)), Path(source).name
    if not hasattr(source, "read"):
        raise TypeError(f"expected a path, bytes or a binary file, found {type(source).__name__}")
    data = source.read(MAX_BYTES + 1)
    if not isinstance(data, bytes):
        raise TypeError("expected a file opened in binary mode, found one in text mode; open it with 'rb'")
    return data, Path(str(getattr(source, "name", "letter"))).name


def _file(path: Path) -> bytes:
    if path.is_dir():
        raise ReadError(f"{path}: expected a file, found a directory; name one letter in it")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(f"{path}: expected a file, found nothing there; check the path") from None
    except OSError as error:
        raise ReadError(f"{path}: could not be read: {error.strerror or error}") from error


def _module(known: Format) -> ReaderModule | None:
    """Load a format's module; None where this build has none."""
    path = f"{__name__}.{known.module}"
    try:
        return cast("ReaderModule", import_module(path))
    except ModuleNotFoundError as error:
        if error.name == path:
            return None
        raise


def _complaining(source: Source, known: Format) -> Source:
    """Add a diagnostic where the name's suffix belongs to another format."""
    suffix = Path(source.name).suffix.lower()
    if suffix in known.suffixes or not any(suffix in other.suffixes for other in FORMATS):
        return source
    if known.name in {"text", "markdown"} and suffix in {".txt", ".text", ".md", ".markdown"}:
        return source
    message = f"the name ends in {suffix}, the content is {known.name} and was read as that"
    return replace(source, diagnostics=(*source.diagnostics, diagnostic("wrong-extension", Span(0, 0), message)))


def _description(data: bytes) -> str:
    signatures = {
        b"%PDF": "a PDF that cannot be read here",
        b"PK\x03\x04": "a ZIP archive",
        b"\xd0\xcf\x11\xe0": "a Word 97-2003 document",
        b"\x89PNG": "a PNG picture",
        b"\xff\xd8\xff": "a JPEG picture",
        b"{\\rtf": "an RTF document",
        b"GIF8": "a GIF picture",
        b"\x1f\x8b": "a gzip archive",
        b"\x7fELF": "a program",
    }
    return next((words for start, words in signatures.items() if data.startswith(start)), "binary data")

"""What docconv raises. Each message says what was expected, what was found, where, and what to do.

DocconvError
├─ ReadError ── UnknownFormatError, DamagedFileError, TooLargeError
├─ GlossaryError          file, line
├─ EngineError ── ModelMissingError
└─ ExportError ── SchemaError    xpath, message

Wrong calls raise `TypeError` or `ValueError`. A document never makes parsing fail: complaints about it are diagnostics.
"""

from __future__ import annotations


class DocconvError(Exception):
    """Anything that docconv raises on purpose."""


class ReadError(DocconvError):
    """A file could not be read as a letter."""


class UnknownFormatError(ReadError):
    """The bytes are of no format that docconv reads."""


class DamagedFileError(ReadError):
    """The file is of a known format and broken, or holds no text."""


class TooLargeError(ReadError):
    """The file, or what it unpacks to, is larger than docconv accepts."""


class GlossaryError(DocconvError):
    """A glossary is not well-formed. `file` and `line` (from 1, 0 where no line is meant) say where."""

    def __init__(self, message: str, *, file: str = "", line: int = 0) -> None:
        """Put the place before the message."""
        place = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        super().__init__(place + message)
        self.file, self.line = file, line


class EngineError(DocconvError):
    """A translation engine failed."""


class ModelMissingError(EngineError):
    """The model that was asked for is not installed."""


class ExportError(DocconvError):
    """An output could not be made or written."""


class SchemaError(ExportError):
    """An output broke its own schema: a fault of docconv's. `xpath` is the place in the output."""

    def __init__(self, message: str, *, xpath: str = "") -> None:
        """Put the place before the message."""
        super().__init__(f"{xpath}: {message}" if xpath else message)
        self.xpath, self.message = xpath, message

"""Plain text → `Source`: tells UTF-8, UTF-16 and Windows-1252 apart, and keeps every character that it reads.

The encodings are those that `pdftotext`, pypdf and copying out of Word leave behind (WHATWG Encoding Standard, 9).
"""

from __future__ import annotations

import codecs
import hashlib

from docconv.diagnostics import diagnostic
from docconv.model import Diagnostic, Source, Span

_SAMPLE = 65_536
# \t \n \v \f \r and 0x1b (escape) occur in texts; the other C0 controls say that the bytes are no text.
_CONTROLS = bytes(n for n in range(32) if n not in {9, 10, 11, 12, 13, 27})


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader is asked in the same words
    """Tell whether these bytes are a text in an encoding that docconv knows."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data):
        return True
    sample = data[:_SAMPLE]
    if b"\x00" in sample or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 <= len(sample) and _readable(sample)


def read(data: bytes, name: str) -> Source:
    """Give the text as it stands, line ends and form feeds included; a byte order mark is not part of it."""
    text, complaints = decode(data)
    return Source(name, text, hashlib.sha256(data).hexdigest(), "text", diagnostics=complaints)


def decode(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Give the text and what has to be said about its encoding.

    >>> decode("één".encode("utf-8-sig"))
    ('één', ())
    >>> text, complaints = decode("één".encode("cp1252"))
    >>> text, complaints[0].code
    ('één', 'encoding-guessed')
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return _guessed(data, wide, "UTF-16 without a byte order mark")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            return _replacing(data, "utf-8")
        return _guessed(data, "cp1252", "Windows-1252")


def _guessed(data: bytes, encoding: str, words: str) -> tuple[str, tuple[Diagnostic, ...]]:
    text, complaints = _replacing(data, encoding)
    return text, (diagnostic("encoding-guessed", Span(0, 0), f"not UTF-8; read as {words}"), *complaints)


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[Diagnostic, ...]]:
    text = data.decode(encoding, "replace")
    # A text may hold U+FFFD of its own; only a decoding that fails puts new ones in.
    if "\ufffd" not in text or _strict(data, encoding):
        return text, ()
    at = text.index("\ufffd")
    count = text.count("\ufffd")
    return text, (
        diagnostic("character-replaced", Span(at, at + 1), f"{count} bytes fit no encoding; U+FFFD stands there"),
    )


def _strict(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str:
    """Name the UTF-16 that these bytes are in, by the zero bytes of its Latin letters; "" for none."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether the bytes above ASCII are UTF-8 but for a few: a damaged UTF-8 file, not another encoding."""
    text = data.decode("utf-8", "replace")
    good = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return good > 4 * text.count("\ufffd")


def _readable(sample: bytes) -> bool:
    """Tell whether letters, digits and spaces make up most of it."""
    plain = sum(1 for byte in sample if byte in b" \n\r\t" or 48 <= byte <= 122 or byte >= 0xC0)
    return plain * 2 > len(sample)

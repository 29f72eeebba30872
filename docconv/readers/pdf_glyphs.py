"""The characters of a PDF with their places and sizes, as PDFium tells them (ISO 32000-2, 9.4; fpdf_text.h).

Coordinates are points, x along the line as it is read and y upwards; those of turned text are turned with it.
"""

from __future__ import annotations

import ctypes
import math
import threading
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from docconv.errors import DamagedFileError, TooLargeError
from docconv.readers.pdf_links import Link, read_links
from docconv.readers.symbols import SYMBOLS

Handle = Any
"""A handle of PDFium or a structure of ctypes: pypdfium2 has no types."""

MAX_PAGES = 1_000
MAX_GLYPHS = 2_000_000
# PDFium keeps state of its own for the whole process and must not be entered by two threads at once.
_PDFIUM = threading.Lock()
_HYPHENS = {0x02, 0xFFFE, 0xFFFF}
_BOLD = ("bold", "black", "heavy", "-bd", "semibold", "demi")
_ITALIC = ("italic", "oblique", "-it", "ital")
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˚": "\u030a",
    "¯": "\u0304",
}
_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18


@dataclass(frozen=True, slots=True)
class Type:
    """What a run of characters is set in: its size in points, its baseline, its style, its angle in degrees.

    `pale` tells that it is white: seen on a coloured ground only.
    """

    size: float
    baseline: float
    bold: bool
    italic: bool
    angle: int = 0
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. `spaced` tells that a space goes before it, `broken` that PDFium saw a new line there."""

    char: str
    left: float
    right: float
    type: Type
    spaced: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class GlyphPage:
    """A page: the angle at which most of its text runs, its characters in the order of the file.

    `pictured` tells a page without characters that shows a picture: a scan.
    """

    angle: int
    glyphs: tuple[Glyph, ...]
    pictured: bool = False
    links: tuple[Link, ...] = ()


def read_glyphs(data: bytes, name: str) -> list[GlyphPage]:
    """Give the pages of a PDF.

    Raises DamagedFileError where PDFium cannot open it or a password is asked for, TooLargeError over 1,000 pages or
    two million characters.
    """
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(str(error), name) from None
        try:
            return _pages(document, name)
        finally:
            document.close()


def _refusal(reason: str, name: str) -> DamagedFileError:
    if "password" in reason.lower() or "security" in reason.lower():
        return DamagedFileError(f"{name}: expected an open PDF, found one with a password; save a copy without it")
    return DamagedFileError(f"{name}: expected a whole PDF, found a broken one ({reason}); fetch or export it anew")


def _pages(document: Handle, name: str) -> list[GlyphPage]:
    import pypdfium2

    if len(document) > MAX_PAGES:
        raise TooLargeError(f"{name}: expected at most {MAX_PAGES:,} pages, found {len(document):,}; split the file")
    pages, total = [], 0
    for n in range(len(document)):
        try:
            page = document[n]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise DamagedFileError(f"{name}: page {n + 1} of the PDF is broken ({error}); export it anew") from None
        try:
            glyphs = _glyphs(textpage.raw)
            pictured = not glyphs and _shows_picture(page)
            links = read_links(document, page)
        finally:
            textpage.close()
            page.close()
        total += len(glyphs)
        if total > MAX_GLYPHS:
            raise TooLargeError(f"{name}: expected at most {MAX_GLYPHS:,} characters, found more; split the file")
        angle = Counter(g.type.angle for g in glyphs).most_common(1)[0][0] if glyphs else 0
        pages.append(GlyphPage(angle, tuple(glyphs), pictured, links))
    return pages


def _shows_picture(page: Handle) -> bool:
    import pypdfium2.raw as pdfium

    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _glyphs(page: Handle) -> list[Glyph]:
    """Give a page's characters. Types are looked up once a text object: all of one has one font and one baseline."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    at_box = ctypes.byref(box)
    types: dict[int, Type] = {}
    glyphs: list[Glyph] = []
    spaced = broken = False
    for n in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, n)
        if (0 < code <= 0x20 or code == 0xA0) and code not in _HYPHENS:
            spaced, broken = True, broken or code in {10, 13}
            continue
        key = _object(pdfium.FPDFText_GetTextObject(page, n))
        kind = types.get(key)
        if kind is None:
            kind = _type(page, n)
            if key:
                types[key] = kind
        pdfium.FPDFText_GetLooseCharBox(page, n, at_box)
        left, right = _along(box, kind.angle) if kind.angle else (box.left, box.right)
        char = "-" if code in _HYPHENS else _char(code)
        glyphs.append(Glyph(char, left, right, kind, spaced, broken))
        spaced = broken = False
    return _accented(glyphs)


def _accented(glyphs: list[Glyph]) -> list[Glyph]:
    """Give the characters, an accent printed over a letter as one with it: "Kostic´" of ah-tk-20232024-1314 is "Kostić"."""
    done: list[Glyph] = []
    for glyph in glyphs:
        mark = _ACCENTS.get(glyph.char)
        letter = done[-1] if done else None
        if mark and letter and letter.char.isalpha() and glyph.left < (letter.left + letter.right) / 2 < glyph.right:
            whole = unicodedata.normalize("NFC", letter.char + mark)
            if len(whole) == 1:
                done[-1] = replace(letter, char=whole)
                continue
        done.append(glyph)
    return done


def _object(pointer: Handle) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0


def _char(code: int) -> str:
    """Give the character for a code of PDFium's; U+FFFD where the font does not say what its sign means."""
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return SYMBOLS.get(chr(code), chr(code))


def _type(page: Handle, n: int) -> Type:
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(page, n, ctypes.byref(matrix))
    pdfium.FPDFText_GetCharOrigin(page, n, ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(page, n) * math.hypot(matrix.c, matrix.d)
    length, flags = 128, ctypes.c_int()
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFText_GetFontInfo(page, n, buffer, length, ctypes.byref(flags))
    font = buffer.value.decode("utf-8", "replace").lower()
    bold = any(word in font for word in _BOLD) or bool(flags.value & _FLAG_FORCE_BOLD)
    italic = any(word in font for word in _ITALIC) or bool(flags.value & _FLAG_ITALIC)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    return Type(
        round(size, 2) or 1.0, round(_baseline(x.value, y.value, angle), 2), bold, italic, angle, _pale(page, n)
    )


def _pale(page: Handle, n: int) -> bool:
    import pypdfium2.raw as pdfium

    colour = [ctypes.c_uint() for _ in range(4)]
    found = pdfium.FPDFText_GetFillColor(page, n, *map(ctypes.byref, colour))
    return bool(found) and min(part.value for part in colour[:3]) >= 250


def _along(box: Handle, angle: int) -> tuple[float, float]:
    """Give where a turned character begins and ends along its line."""
    if angle == 180:
        return -box.right, -box.left
    return (box.bottom, box.top) if angle < 180 else (-box.top, -box.bottom)


def _baseline(x: float, y: float, angle: int) -> float:
    if angle in {0, 180}:
        return y if angle == 0 else -y
    return -x if angle < 180 else x

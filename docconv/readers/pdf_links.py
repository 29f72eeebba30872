"""Link annotations of a PDF: which place on the page leads to which address (ISO 32000-2, 12.5.6.5).

Words may hide an address that is nowhere printed ("Rijksoverheid.nl" over the page of a letter).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docconv.readers.pdf_lines import Piece

_MOST = 1_000
_LONGEST = 2_000
_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the rectangle that leads to it, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    address: str

    def covers(self, left: float, right: float, baseline: float) -> bool:
        """Tell whether the middle of a character lies in the rectangle."""
        return self.left <= (left + right) / 2 <= self.right and self.bottom - 1 <= baseline <= self.top


def read_links(document: Any, page: Any) -> tuple[Link, ...]:  # noqa: ANN401 - pypdfium2 has no types
    """Give the links of a page that lead out of the document."""
    import pypdfium2.raw as pdfium

    found: list[Link] = []
    position, handle, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page.raw, position, handle):
        address = _address(document.raw, pdfium.FPDFLink_GetAction(handle))
        if address and pdfium.FPDFLink_GetAnnotRect(handle, box):
            low, high = sorted((box.bottom, box.top))
            found.append(Link(box.left, low, box.right, high, address))
    return tuple(found)


def _address(document: Any, action: Any) -> str:  # noqa: ANN401 - handles of PDFium
    import pypdfium2.raw as pdfium

    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    address = buffer.value.decode("utf-8", "replace").strip()
    return address if address.startswith(_SCHEMES) and not any(c.isspace() for c in address) else ""


def linked(piece: Piece, links: Sequence[Link]) -> Iterator[tuple[int, int, str]]:
    """Give the stretches of a piece that lead somewhere: (first character, the one behind the last, address)."""
    near = [link for link in links if link.bottom - 1 <= piece.baseline <= link.top]
    start, address = 0, ""
    for n, glyph in enumerate(piece.glyphs if near else ()):
        here = next((one.address for one in near if one.covers(glyph.left, glyph.right, piece.baseline)), "")
        if here != address:
            if address:
                yield start, n, address
            start, address = n, here
    if address:
        yield start, len(piece.glyphs), address

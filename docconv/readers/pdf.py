r"""PDF → `Source`: print read back as text, with hints for what the page needed and what its type says (ISO 32000-2).

What the hints say (the parser relies on it):
- A line ends with "\n"; a blank line stands between two paragraphs and nowhere else. A hyphen at a line's end is kept.
- Pages are joined by "\n\f". Where a paragraph goes on over the page there is no blank line; notes and furniture of the
  page stand in between, each on lines of its own and hinted. `Source.anchors` holds "page 1", "page 2", …
- `paragraph`: from a paragraph's first character to its last, with what of the page stands in its middle; also each item of
  a list and each row of a table. Notes have none.
- `furniture`: whole lines: running heads and feet, page numbers, the letterhead beside the body, codes of the imprint.
- `note`: a whole note with its printed marker at the start; value: the marker. Value "" for the rest of the last note, on
  the next page. `note-reference`: the raised figure in the text; value: the marker of a note that is there.
- `superscript`, `bold`, `italic`, `small`: type. `link`: words that lead to an address; value: the address.
- `list-item`: bullet, dash or letter and the item's text; numbers are not hinted, they may count questions.
- `table`, `row`, `cell`: cells are parted by tabs, rows by line ends.
"""

from __future__ import annotations

from docconv.diagnostics import diagnostic
from docconv.errors import DamagedFileError
from docconv.model import Source, Span
from docconv.readers.building import TextBuilder
from docconv.readers.pdf_columns import lay_out
from docconv.readers.pdf_glyphs import GlyphPage, read_glyphs
from docconv.readers.pdf_writing import PageWriter, joined

# A header may stand behind a mail's leftovers (ISO 32000-2, annex I, allows 1,024 bytes).
_HEADER_WITHIN = 1_024


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader is asked in the same words
    """Tell whether these bytes are a PDF."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read(data: bytes, name: str) -> Source:
    """Give the text in reading order, with hints.

    Raises DamagedFileError for a broken PDF, one with a password, and one that is only pictures of pages.
    """
    glyphs = read_glyphs(data, name)
    if not any(page.glyphs for page in glyphs):
        raise DamagedFileError(
            f"{name}: expected a PDF with text, found {len(glyphs)} page(s) without any: a scan; "
            "run OCR over it (ocrmypdf, or the scanner's own) and read the result"
        )
    out = TextBuilder()
    PageWriter(out, lay_out(glyphs)).write()
    out.end_line()
    _complain(out, glyphs)
    out.hints = joined(out.text, out.hints)
    return out.source(name, data, "pdf")


def _complain(out: TextBuilder, pages: list[GlyphPage]) -> None:
    """Say which pages are pictures, and how many signs the fonts give no meaning for."""
    for page, anchor in zip(pages, out.anchors, strict=True):
        if page.pictured:
            at = Span(anchor.offset, anchor.offset)
            message = f"{anchor.place} is a picture and was not read; run OCR over the file"
            out.diagnostics.append(diagnostic("page-without-text", at, message))
    unknown = sum(glyph.char == "\ufffd" for page in pages for glyph in page.glyphs)
    if unknown:
        first = out.text.find("\ufffd")
        message = f"{unknown} signs whose font does not tell what they mean; U+FFFD stands there"
        out.diagnostics.append(diagnostic("character-replaced", Span(first, first + 1), message))

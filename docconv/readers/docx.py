r"""DOCX → `Source`: what Word prints, as text, with hints for what the file says of it (ECMA-376, 5th edition, part 1).

What the hints say (the parser relies on it):
- Each paragraph of the file is one of the text, with a blank line behind it and a `paragraph` hint; line breaks within it
  are "\n", page breaks a form feed between two paragraphs. Two that a writer parted in mid-sentence (the first ends in a
  small letter, the second begins with one) are one, with "\n" between them. `Source.anchors` holds "w:p 17", counted from 1.
- Automatic numbers and bullets are written out before their paragraph ("1. Kunt u …", "• …") and hinted `list-item`;
  empty items are counted and not written.
- Notes stand behind the body, footnotes before endnotes, each with its marker and a space at the start, hinted `note`;
  the marker in the text is hinted `note-reference` and `superscript`.
- `furniture`: headers (at the start) and footers (at the end), page numbers, and tables hung on the page: the letterhead.
- `table`, `row`, `cell`: cells are parted by tabs, rows by line ends. A table that only places text (one column, or two
  without lines) is none: a label and its value stand on one line with a tab between them.
- `bold`, `italic`, `superscript`, `link` as set; `heading` and `title` where a style or an outline level says so.
Insertions under review are read as text, deletions and hidden text are not, with a diagnostic each. No macro is run.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from docconv.diagnostics import diagnostic
from docconv.errors import DamagedFileError
from docconv.model import Source, Span
from docconv.readers.building import TextBuilder
from docconv.readers.docx_body import BodyWriter, Notes, Shared
from docconv.readers.docx_numbering import read_numbering
from docconv.readers.docx_package import Element, Package, child, name_of, value_of
from docconv.readers.docx_styles import read_styles

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OWN = re.compile(r"(?:Datum|Onderwerp|Betreft)\t\S")
_OFF = {"0", "false", "off"}


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader is asked in the same words
    """Tell whether these bytes are a Word document, whole, broken or behind a password."""
    if data.startswith(_COMPOUND):
        return _ENCRYPTED in data
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b"word/" in data or b"[Content_Types].xml" in data
    return "[Content_Types].xml" in parts and any(part.startswith("word/") for part in parts)


def read(data: bytes, name: str) -> Source:
    """Give the text with hints.

    Raises DamagedFileError for a broken file, one without text and one with a password, TooLargeError for one that
    unpacks to more than 120 MB.
    """
    if data.startswith(_COMPOUND):
        raise DamagedFileError(f"{name}: expected an open DOCX, found one with a password; save a copy without it")
    package = Package(data, name)
    out = TextBuilder()
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None:
        raise DamagedFileError(f"{name}: expected a Word document with a body, found none; save it anew as .docx")
    settings = package.of_kind("settings")
    forms = {
        "footnote": _form(settings, "footnotePr", "decimal"),
        "endnote": _form(settings, "endnotePr", "lowerRoman"),
    }
    shared = (read_styles(package.of_kind("styles")), read_numbering(package.of_kind("numbering")), Notes(forms))
    writer = BodyWriter(out, package, package.main, shared)
    _running(out, package, shared, _parts(package, body, settings, "headerReference"))
    writer.write(body)
    for kind in ("footnote", "endnote"):
        _notes(out, package, shared, kind)
    _running(out, package, shared, _parts(package, body, settings, "footerReference"))
    out.end_line()
    if not out.text.strip():
        raise DamagedFileError(
            f"{name}: expected a letter, found a Word document without text; is it a picture? run OCR"
        )
    _complain(out, writer)
    return out.source(name, data, "docx")


def _form(settings: Element, kind: str, default: str) -> str:
    form = child(child(settings, kind), "numFmt")
    return default if form is None else value_of(form) or default


def _parts(package: Package, body: Element, settings: Element, kind: str) -> list[str]:
    """Give the header or footer parts that are printed, in order, each once."""
    even = child(settings, "evenAndOddHeaders")
    evens = even is not None and (value_of(even) or "1") not in _OFF
    targets = package.targets(package.main)
    parts: list[str] = []
    for section in body.iter():
        if name_of(section) != "sectPr":
            continue
        title = child(section, "titlePg")
        first = title is not None and (value_of(title) or "1") not in _OFF
        for reference in section:
            page = value_of(reference, "type")
            if name_of(reference) != kind or (page == "first" and not first) or (page == "even" and not evens):
                continue
            target = targets.get(value_of(reference, "id") or "", ("", "", True))
            if not target[2] and target[1] not in parts:
                parts.append(target[1])
    return parts


def _running(out: TextBuilder, package: Package, shared: Shared, parts: list[str]) -> None:
    """Write headers or footers, those that read the same once."""
    seen: set[str] = set()
    for part in parts:
        root = package.xml(part)
        if root is None:
            continue
        inner = TextBuilder()
        BodyWriter(inner, package, part, shared).write(root)
        text = inner.text.strip()
        if text and text not in seen:
            seen.add(text)
            _furniture(out, inner)
    if seen:
        out.end_paragraph()


def _furniture(out: TextBuilder, inner: TextBuilder) -> None:
    """Write a header or footer; date and subject that a letterhead holds are the letter's (the paper of jenv-01)."""
    for paragraph in inner.text.rstrip("\n").split("\n\n"):
        out.end_paragraph()
        if _OWN.match(paragraph):
            with out.hinted("paragraph"):
                out.add(paragraph)
        elif paragraph.strip():
            with out.hinted("furniture"):
                out.add(paragraph.strip("\n"))


def _notes(out: TextBuilder, package: Package, shared: Shared, kind: str) -> None:
    """Write the notes of a kind that the text refers to, in the order of their references."""
    root = package.of_kind(f"{kind}s")
    if root is None:
        return
    part = next(target for k, target, _ in package.relations(package.main) if k == f"{kind}s")
    bodies = {value_of(note, "id"): note for note in root if name_of(note) == kind}
    notes = shared[2]
    writer = BodyWriter(out, package, part, shared)
    for reference in [one for one in notes.found if one.kind == kind]:
        note = bodies.pop(reference.id, None)
        if note is not None:
            inner = TextBuilder()
            writer.out = inner
            writer.write(note)
            out.end_paragraph()
            with out.hinted("note", reference.marker):
                out.add(reference.marker if inner.text.startswith(" ") else f"{reference.marker} ")
                out.absorb(inner)
    out.end_paragraph()


def _complain(out: TextBuilder, writer: BodyWriter) -> None:
    reader = writer.reader
    if reader.inserted or reader.deleted:
        message = (
            f"{reader.inserted} insertions under review were read as text, {reader.deleted} deletions were left out"
        )
        out.diagnostics.append(diagnostic("tracked-changes", Span(0, 0), message))
    if reader.hidden:
        out.diagnostics.append(
            diagnostic("hidden-text", Span(0, 0), f"{reader.hidden} pieces of hidden text were left out")
        )

"""Akoma Ntoso 3.0 → the letter again: one Dutch expression as a source, or both expressions as a letter with its translation.

What docconv writes it reads back whole (README, "Akoma Ntoso"); of other debates the questions, answers, notes and texts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from docconv.errors import DamagedFileError, ReadError, TooLargeError
from docconv.model import BilingualLetter, Letter, Source
from docconv.model.span import Format
from docconv.readers.akn_hints import hints_of
from docconv.readers.akn_letter import Built, build
from docconv.readers.akn_metadata import digest, read_metadata
from docconv.readers.akn_text import DC, NS, name
from docconv.readers.akn_units import read_entries, read_signature, read_units
from docconv.xmlparser import MAX_XML_BYTES, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_ROOT = re.compile(rb"<(?:[\w.-]+:)?akomaNtoso[\s>]")
_NAMESPACE = b"http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader is asked in the same words
    """Tell whether these bytes are Akoma Ntoso 3.0, or a package of it."""
    if data.startswith(b"PK\x03\x04"):
        return data[30:38] == b"main.xml"
    head = data[:8192]
    return bool(_ROOT.search(head)) and _NAMESPACE in head


def read(data: bytes, name: str) -> Source:
    """Give the Dutch expression as a source whose hints say all that the file knows.

    Raises ReadError where no Dutch expression is in the file, DamagedFileError where it is not well-formed.
    """
    debates = _debates(data, name)
    if "nld" not in debates:
        found = " and ".join(debates) or "no debate"
        raise ReadError(
            f"{name}: expected the Dutch expression of a debate (FRBRlanguage nld), found {found}; "
            "give the .nld.xml, or both files to `docconv export`"
        )
    letter = _letter(debates["nld"], name)[0]
    return replace(hints_of(letter), name=name, format="akn")


def load(paths: Iterable[str | Path] | str | Path) -> BilingualLetter:
    """Give the letter with its translation from the pair of files, or from one that holds both expressions.

    Raises ReadError where a file is missing or an expression is not among them.
    """
    many = [paths] if isinstance(paths, str | Path) else list(paths)
    debates: dict[str, etree._Element] = {}
    for path in many:
        debates |= _debates(_bytes(Path(path)), str(path))
    missing = [language for language in ("nld", "eng") if language not in debates]
    if missing:
        names = ", ".join(map(str, many))
        raise ReadError(
            f"{names}: expected the Dutch and the English expression, found no {missing[0]}; name both files of the pair"
        )
    return _bilingual(debates, str(many[0]))


def _bilingual(debates: Mapping[str, etree._Element], name: str) -> BilingualLetter:
    dutch, english = debates["nld"], debates["eng"]
    if _work(dutch) != _work(english):
        raise ReadError(
            f"{name}: expected two expressions of one work, found {_work(dutch)} and {_work(english)}; "
            "name the two files of one letter"
        )
    letter, built = _letter(dutch, name)
    return BilingualLetter(
        letter,
        read_units(english, built.places),
        read_signature(english, letter.source.sha256),
        read_entries(english),
    )


def _letter(debate: etree._Element, path: str) -> tuple[Letter, Built]:
    built = build(debate)
    own = next(debate.iter(f"{DC}letter"), None)
    recorded = own.attrib if own is not None else {}
    given = recorded.get("format", "akn")
    known = cast("Format", given if given in get_args(Format) else "akn")
    source = Source(recorded.get("name") or Path(path).name, built.text, digest(debate), known, tuple(built.anchors))
    return Letter(source, read_metadata(debate), tuple(built.children), tuple(built.layout)), built


def _debates(data: bytes, path: str) -> dict[str, etree._Element]:
    """Give the debates of a file by the language of their expression."""
    root = parse_xml(unpacked(data, path), path)
    if root.tag != f"{NS}akomaNtoso":
        raise DamagedFileError(f"{path}: expected Akoma Ntoso 3.0, found <{name(root)}>")
    found: dict[str, etree._Element] = {}
    for debate in root.iter(f"{NS}debate"):
        languages = [one.get("language") or "" for one in debate.iter(f"{NS}FRBRlanguage")]
        found.setdefault(languages[0] if languages else "", debate)
    return found


def unpacked(data: bytes, path: str) -> bytes:
    """Give the XML in a package, anything else unchanged. Raises DamagedFileError, TooLargeError for over 50 MB."""
    if not data.startswith(b"PK\x03\x04"):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("main.xml")
            if entry.file_size > MAX_XML_BYTES:
                raise TooLargeError(
                    f"{path}: expected a package of at most {MAX_XML_BYTES:,} bytes, found {entry.file_size:,}"
                )
            return archive.read(entry)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise DamagedFileError(f"{path}: expected an .akn package with main.xml, found an error: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"can't read {path}: {error.strerror or error}") from error


def _work(debate: etree._Element) -> str:
    work = next(debate.iter(f"{NS}FRBRWork"), None)
    uri = None if work is None else work.find(f"{NS}FRBRuri")
    return "" if uri is None else uri.get("value") or ""

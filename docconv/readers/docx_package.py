"""The ZIP package that a DOCX is: its parts, who refers to what, and what is too large or broken to read (ECMA-376, part 2).

Only the parts that hold text are unpacked, none is run: macros, embedded objects and pictures stay closed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from docconv.errors import DamagedFileError, TooLargeError
from docconv.xmlparser import MAX_XML_BYTES, parse_xml

Element = Any
"""An element of lxml, which has no types."""

MAX_PARTS = 10_000
MAX_UNPACKED = 120_000_000
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
# ECMA-376 in its transitional and its strict form; what is neither keeps its namespace's short name.
_NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}


def name_of(element: Element) -> str:
    """Give an element's name without the namespace of WordprocessingML, "m:t" and "mc:Choice" with theirs."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return _NAMES.get(space, "?:") + local


def value_of(element: Element, attribute: str = "val") -> str | None:
    """Give an attribute whatever its namespace, None where there is none."""
    for key, value in element.attrib.items():
        if key == attribute or key.endswith("}" + attribute):
            return str(value)
    return None


def child(element: Element, name: str) -> Element:
    """Give the first child of that name, None where there is none."""
    return None if element is None else next((c for c in element if name_of(c) == name), None)


class Package:
    """The parts of a DOCX, unpacked one by one as they are asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the package. Raises DamagedFileError and TooLargeError."""
        self.name = name
        self._left = MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedFileError(
                f"{name}: expected a whole DOCX, found a broken one ({error}); fetch or save it anew"
            ) from None
        parts = self._zip.namelist()
        if len(parts) > MAX_PARTS:
            raise TooLargeError(f"{name}: expected at most {MAX_PARTS:,} parts in the DOCX, found {len(parts):,}")
        self._parts = set(parts)
        self.main = self._main()

    def _main(self) -> str:
        found = [target for kind, target, outside in self.relations("") if kind == "officeDocument" and not outside]
        main = found[0] if found else "word/document.xml"
        if main not in self._parts:
            raise DamagedFileError(
                f"{self.name}: expected a Word document in the package, found none; save it as .docx"
            )
        return main

    def relations(self, part: str) -> list[tuple[str, str, bool]]:
        """Give what a part refers to: (kind, target, outside); the target of an outside one is its address."""
        return [(kind, target, outside) for _, kind, target, outside in self._relations(part)]

    def targets(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Give the same by the id with which the part refers."""
        return {key: (kind, target, outside) for key, kind, target, outside in self._relations(part)}

    def _relations(self, part: str) -> list[tuple[str, str, str, bool]]:
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for relation in root if root is not None else ():
            if not isinstance(relation.tag, str):
                continue
            kind = relation.get("Type", "")
            kind = next((kind.removeprefix(base) for base in _OFFICE if kind.startswith(base)), kind)
            outside = relation.get("TargetMode") == "External"
            target = relation.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((relation.get("Id", ""), kind, target, outside))
        return found

    def of_kind(self, kind: str) -> Element:
        """Give the root of the main part's part of a kind ("styles", "numbering", "footnotes"), None where none is."""
        part = next((target for k, target, outside in self.relations(self.main) if k == kind and not outside), None)
        return self.xml(part) if part else None

    def xml(self, part: str) -> Element:
        """Give the root of a part, None where the package has no such part."""
        if part not in self._parts:
            return None
        limit = min(self._left, MAX_XML_BYTES)
        try:
            with self._zip.open(part) as file:
                data = file.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            NotImplementedError,
            OSError,
            ValueError,
        ) as error:
            raise DamagedFileError(
                f"{self.name}: the part {part} of the DOCX is broken ({error}); save it anew"
            ) from None
        if len(data) > limit:
            raise TooLargeError(f"{self.name}: the DOCX unpacks to more than {MAX_UNPACKED:,} bytes and was not read")
        self._left -= len(data)
        return parse_xml(data, f"{self.name}!{part}")

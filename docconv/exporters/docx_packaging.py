"""The bytes of a finished document: the same for the same input, and with nothing outside but web and mail addresses.

Zip entries bear the earliest time that the format has (1 January 1980), since a clock would make each run differ.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from docconv.errors import ExportError
from docconv.exporters.links import safe_href

EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def packed(document: Document) -> bytes:
    """Give the document's bytes. Raises ExportError where a template brings along what an output must not hold."""
    for part in document.part.package.iter_parts():
        for relationship in part.rels.values():
            if relationship.is_external and not _allowed(relationship.reltype, relationship.target_ref):
                raise ExportError(
                    f"the template's {part.partname} refers to {relationship.target_ref}: an output may refer to web "
                    "and mail addresses only; remove what is linked from the template, or embed it"
                )
    saved = BytesIO()
    document.save(saved)
    return _repacked(saved)


def _allowed(kind: str, target: str) -> bool:
    return kind == RELATIONSHIP_TYPE.HYPERLINK and safe_href(target) is not None


def _repacked(saved: BytesIO) -> bytes:
    made = BytesIO()
    with ZipFile(saved) as old, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return made.getvalue()

"""Exporters: each turns a bilingual letter into the bytes of one file. They load on first use.

The names are those that `docconv convert --to` takes; a name may stand for several files.
"""

from __future__ import annotations

from importlib import import_module

from docconv.model import BilingualLetter
from docconv.protocols import Exporter, ExportOptions

FILES: dict[str, tuple[str, str]] = {
    # file format: (suffix of the file, module:function)
    "en-docx": (".en.docx", "docconv.exporters.docx:briefing"),
    "bilingual-docx": (".bilingual.docx", "docconv.exporters.docx:bilingual_table"),
    "akn-nld": (".nld.xml", "docconv.exporters.akn:dutch"),
    "akn-eng": (".eng.xml", "docconv.exporters.akn:english"),
    "akn-collection": (".akn.xml", "docconv.exporters.akn:collection"),
    "akn-package-nld": (".nld.akn", "docconv.exporters.akn:dutch_package"),
    "akn-package-eng": (".eng.akn", "docconv.exporters.akn:english_package"),
    "html": (".html", "docconv.exporters.html:page"),
    "json": (".json", "docconv.exporters.json:document"),
}

FORMATS: dict[str, tuple[str, ...]] = {
    "en-docx": ("en-docx",),
    "bilingual-docx": ("bilingual-docx",),
    "akn": ("akn-nld", "akn-eng"),
    "akn-collection": ("akn-collection",),
    "akn-package": ("akn-package-nld", "akn-package-eng"),
    "html": ("html",),
    "json": ("json",),
}

DEFAULT_FORMATS = ("en-docx", "bilingual-docx", "akn", "html", "json")


def files_of(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Give the files that `formats` stand for, each once. Raises ValueError for a name that is not known."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"no export format {unknown[0]!r}; known are {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(file for name in formats for file in FORMATS[name]))


def suffix(file: str) -> str:
    """Give what follows an input's stem in the name of `file`: ".nld.xml" for "akn-nld"."""
    return FILES[file][0]


def export(bilingual: BilingualLetter, file: str, options: ExportOptions | None = None) -> bytes:
    """Give the bytes of one output of `bilingual`; `file` is a key of `FILES`.

    Raises ValueError for an unknown file, ExportError where the output can't be made.
    """
    if file not in FILES:
        raise ValueError(f"no export file {file!r}; known are {', '.join(FILES)}")
    module, _, function = FILES[file][1].partition(":")
    exporter: Exporter = getattr(import_module(module), function)
    return exporter(bilingual, options or ExportOptions())

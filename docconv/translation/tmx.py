"""Translation memories as files: TMX 1.4b (LISA OSCAR, 2005), read and written.

Of a segment the text is read; inline codes (`ph`, `bpt`, `ept`, `it`, `ut`) are no text, `hi` and `sub` are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docconv
from docconv.errors import DamagedFileError, ReadError
from docconv.model import BilingualLetter, FootnoteRef, RichText, TranslationUnit

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADER = {
    "creationtool": "docconv",
    "segtype": "sentence",
    "o-tmf": "docconv",
    "adminlang": "en",
    "srclang": "nl",
    "datatype": "plaintext",
}
_DUTCH, _ENGLISH = {"nl", "nld", "dut"}, {"en", "eng"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A Dutch sentence and its English, as a memory holds them; `note` says where the pair comes from."""

    nl: str
    en: str
    note: str = ""


def read(path: Path) -> tuple[Pair, ...]:
    """Give the Dutch–English pairs of a TMX file, in order. Raises ReadError."""
    from docconv.xmlparser import parse_xml

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"can't read the memory {path}: {error.strerror or error}") from error
    root = parse_xml(data, str(path))
    if root.tag != "tmx":
        raise DamagedFileError(f"{path}: expected a TMX file, found <{root.tag}>")
    return tuple(_pairs(root))


def write(letters: Sequence[BilingualLetter], *, everything: bool = False) -> bytes:
    """Give translated letters as one TMX file: the units that need no review, or every unit.

    Units without a word in either language are left out. Same letters, same bytes.
    """
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", _HEADER | {"creationtoolversion": docconv.__version__})
    body = etree.SubElement(root, "body")
    for letter in letters:
        for unit in letter.units:
            if (everything or unit.state != "needs-review") and _has_words(unit.source) and _has_words(unit.target):
                _entry(body, letter, unit)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _entry(body: etree._Element, letter: BilingualLetter, unit: TranslationUnit) -> None:
    from lxml import etree

    entry = etree.SubElement(body, "tu", tuid=f"{letter.signature.source_sha256[:12]}-{unit.id}")
    for kind, value in (("origin", unit.origin), ("state", unit.state), ("source", letter.letter.source.name)):
        etree.SubElement(entry, "prop", type=f"x-{kind}").text = value
    for language, text in (("nl", unit.source), ("en", unit.target)):
        _segment(etree.SubElement(entry, "tuv", {_LANG: language}), text)


def _segment(variant: etree._Element, text: RichText) -> None:
    """Write a text, each note reference as a placeholder."""
    from lxml import etree

    segment = etree.SubElement(variant, "seg")
    last: etree._Element | None = None
    for n, piece in enumerate(text.pieces()):
        if any(isinstance(inline, FootnoteRef) for inline in piece.inlines):
            last = etree.SubElement(segment, "ph", x=str(n), type="fnote")
        elif last is None:
            segment.text = (segment.text or "") + piece.text
        else:
            last.tail = (last.tail or "") + piece.text


def _pairs(root: etree._Element) -> Iterator[Pair]:
    for entry in root.iter("tu"):
        nl = en = ""
        for variant in entry.iter("tuv"):
            language = (variant.get(_LANG) or variant.get("lang") or "").lower().split("-")[0]
            segment = variant.find("seg")
            text = "" if segment is None else " ".join("".join(_text(segment)).split())
            nl = nl or (text if language in _DUTCH else "")
            en = en or (text if language in _ENGLISH else "")
        if nl and en:
            yield Pair(nl, en, entry.get("tuid") or "")


def _text(node: etree._Element) -> Iterable[str]:
    yield node.text or ""
    for child in node:
        if child.tag in {"hi", "sub"}:
            yield from _text(child)
        yield child.tail or ""


def _has_words(text: RichText) -> bool:
    return any(char.isalpha() for char in text.text)

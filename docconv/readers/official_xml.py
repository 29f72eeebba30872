r"""Official XML → `Source`: `officiele-publicatie/kamervragen` as officielebekendmakingen.nl publishes it, and its kin.

The format is KOOP's schema for parliamentary papers: kamervraagkop, kamervraagnummer, kamervraagomschrijving with
kamervraagonderwerp, vraag and antwoord (nr, al, lijst, CALS table), noot, extref, nadruk, kamervraagopmerking, ondertekening.

What the hints say (the parser relies on it):
- Each paragraph has a blank line behind it and a `paragraph` hint; `Source.anchors` holds the XPath of each.
- `question` and `answer` span label and body; value: the numbers of the label ("3,4"), "" where it has none. `label` is
  the printed label. `remark` spans a kamervraagopmerking ("Mededeling", "Toelichting"), its heading included.
- `title`: each kamervraagomschrijving; `subject`: the words of kamervraagonderwerp; `signature`: an ondertekening.
- A note stands behind the question, answer or other block that refers to it, outside that block's span, with its marker
  and a space at its start, hinted `note`; the marker in the text is hinted `note-reference` and `superscript`.
- `list-item` with the marker written before the item; `table`, `row`, `cell`: cells parted by tabs, rows by line ends.
- `bold`, `italic`, `superscript`, `link`, `heading`. White space is folded as the schema means it; nothing else is changed.
"""

from __future__ import annotations

import re

from docconv.errors import DamagedFileError
from docconv.model import Source
from docconv.readers.building import TextBuilder
from docconv.readers.official_xml_blocks import BlockWriter
from docconv.xmlparser import parse_xml

_SAMPLE = 8_192
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:officiele-publicatie|kamervragen|kamerstuk)[\s>/]")
_START = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader is asked in the same words
    """Tell whether these bytes are an official publication in XML, whole or broken."""
    sample = data[:_SAMPLE].replace(b"\x00", b"")
    return bool(_START.match(sample)) and bool(_ROOT.search(sample))


def read(data: bytes, name: str) -> Source:
    """Give the text with hints. Raises DamagedFileError and TooLargeError."""
    root = parse_xml(data, name)
    out = TextBuilder()
    BlockWriter(out).write(root)
    out.end_line()
    if not out.text.strip():
        raise DamagedFileError(f"{name}: expected questions or a letter in the XML, found no text")
    return out.source(name, data, "official-xml")

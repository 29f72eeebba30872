"""Elements of Akoma Ntoso before they are bytes, and the one layout in which they are written.

Attributes stand in a fixed order, blocks on lines of their own, text never gains or loses white space: the same tree gives
the same bytes. Names: Akoma Ntoso 3.0 (OASIS Standard, part 2).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PREMIS = "http://www.loc.gov/premis/v3"
PROVENANCE = "urn:docconv:provenance:1"
NAMESPACES = {"premis": PREMIS, "dc": PROVENANCE}

# Elements whose content is text with marks: written on one line.
INLINE_HOLDERS = frozenset(
    {"p", "num", "heading", "block", "caption", "docTitle", "signature", "premis:messageDigestAlgorithm"}
    | {"premis:messageDigest", "premis:messageDigestOriginator"}
)
_FIRST = (
    "eId",
    "wId",
    "name",
    "class",
    "by",
    "as",
    "to",
    "dc:numbers",
    "href",
    "refersTo",
    "date",
    "value",
    "xml:lang",
    "status",
)
_RANK = {name: rank for rank, name in enumerate(_FIRST)}
# What XML 1.0 (section 2.2) has no place for; a PDF's form feed is one.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What can't stand as it is: the forbidden, and markup's own characters.
_SPECIAL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Node:
    """An element: its tag (with `dc:` or `premis:` where it is not Akoma Ntoso's), attributes and content.

    `key` names the element across languages ("note n1"), None where its place in the tree does.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)
    key: Hashable | None = None

    @property
    def children(self) -> Iterator[Node]:
        """Yield the elements in this one."""
        return (item for item in self.content if isinstance(item, Node))

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [item for item in reversed(node.content) if isinstance(item, Node)]


def element(tag: str, *content: Node | str, **attributes: str | None) -> Node:
    """Give an element; an attribute that is None is left out, `as_` stands for `as`, `xml_lang` for `xml:lang`.

    >>> serialise(element("a", "x", href="#1", title=None)).decode()
    '<a href="#1">x</a>'
    """
    given = {_attribute(name): value for name, value in attributes.items() if value is not None}
    return Node(tag, given, list(content))


def document(root: Node) -> bytes:
    """Give the file for a root element, in UTF-8, with a line feed at its end."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + serialise(root) + b"\n"


def serialise(node: Node) -> bytes:
    """Give the bytes of an element and all in it."""
    parts: list[str] = []
    _write(node, 0, parts)
    return "".join(parts).encode()


def clean(text: str) -> str:
    r"""Give `text` without the characters that XML forbids.

    >>> clean("a\x0cb")
    'ab'
    """
    return _FORBIDDEN.sub("", text)


def _write(node: Node, depth: int, out: list[str]) -> None:
    """Append the parts of an element; `depth` counts the levels of indentation, -1 inside a line."""
    out.append(_opening(node))
    if not node.content:
        return
    if depth < 0 or node.tag in INLINE_HOLDERS or any(isinstance(item, str) for item in node.content):
        for item in node.content:
            if isinstance(item, str):
                out.append(_escaped(item))
            else:
                _write(item, -1, out)
    else:
        for child in node.children:
            out.append("\n" + "  " * (depth + 1))
            _write(child, depth + 1, out)
        out.append("\n" + "  " * depth)
    out.append(f"</{node.tag}>")


def _opening(node: Node) -> str:
    ordered = sorted(node.attributes.items(), key=lambda pair: (_RANK.get(pair[0], len(_RANK)), pair[0]))
    written = "".join(f' {name}="{_quoted(value)}"' for name, value in ordered)
    declared = ""
    if node.tag == "akomaNtoso":
        declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
        declared = f' xmlns="{AKN}"{declared}'
    return f"<{node.tag}{declared}{written}{'' if node.content else '/'}>"


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("xml_", "xml:").replace("dc_", "dc:")


def _escaped(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    return _escaped(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")

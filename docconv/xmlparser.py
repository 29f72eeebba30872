"""The one way in which docconv parses XML: no network, no DTD, no entities, no huge trees.

The options are those of lxml's parser; what they guard against stands in OWASP's XML External Entity Prevention sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docconv.errors import DamagedFileError, TooLargeError

if TYPE_CHECKING:
    from lxml import etree

MAX_XML_BYTES = 50_000_000
MAX_DEPTH = 256


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Give the root element of `data`; `name` is the file's name in messages.

    A DOCTYPE without declarations of its own is passed over and never fetched. Raises DamagedFileError for what is not
    well-formed or declares entities, and TooLargeError for what is over 50 MB or nests deeper than 256 elements.
    """
    from lxml import etree

    if len(data) > MAX_XML_BYTES:
        raise TooLargeError(f"{name}: expected XML of at most {MAX_XML_BYTES:,} bytes, found {len(data):,}")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refusal(str(error), name) from None
    if any(True for _ in root.iter(etree.Entity)) or _declares(root):
        raise DamagedFileError(f"{name}: expected XML without entities of its own, found <!ENTITY; remove its DOCTYPE")
    return root


def _declares(root: etree._Element) -> bool:
    """Tell whether the document's DOCTYPE declares entities."""
    subset = root.getroottree().docinfo.internalDTD
    return subset is not None and any(True for _ in subset.iterentities())


def _refusal(reason: str, name: str) -> DamagedFileError | TooLargeError:
    if "depth" in reason.lower():
        return TooLargeError(f"{name}: expected XML nested at most {MAX_DEPTH} deep, found more ({reason})")
    if "entity" in reason.lower() and "amplification" in reason.lower():
        return TooLargeError(f"{name}: expected XML without entities that multiply it, found them ({reason})")
    return DamagedFileError(f"{name}: expected well-formed XML, found an error: {reason}")

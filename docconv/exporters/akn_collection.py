"""Both expressions in one file, and one expression as a package.

A collection refers from its body to the components at the file's root (Akoma Ntoso 3.0, part 1, section 4.2). A package is a flat
ZIP with `main.xml` (Naming Convention 1.0, section 4.7).
"""

from __future__ import annotations

import io
import zipfile

from docconv.exporters.akn_identification import preservation
from docconv.exporters.akn_identity import identity
from docconv.exporters.akn_node import Node, element
from docconv.exporters.akn_references import References
from docconv.model import BilingualLetter

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name: no clock in the bytes


def collected(bilingual: BilingualLetter, *debates: Node) -> Node:
    """Give the root element of a file with the Dutch and the English `debate`."""
    names = ("Nederlands (origineel)", "English (translation)")
    links = [
        element(
            "component",
            element("documentRef", eId=f"cmp_{n}__dref_1", href=f"#cmpnts__cmp_{n}", showAs=name),
            eId=f"cmp_{n}",
        )
        for n, name in enumerate(names, 1)
    ]
    parts = [element("component", debate, eId=f"cmpnts__cmp_{n}") for n, debate in enumerate(debates, 1)]
    body = element("collectionBody", *links)
    return element(
        "akomaNtoso",
        element("documentCollection", _meta(bilingual), body, name="kamervragen"),
        element("components", *parts, eId="cmpnts"),
    )


def package(data: bytes) -> bytes:
    """Give a package that holds one file; the same file gives the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("main.xml", _EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system, entry.external_attr = 3, 0o644 << 16
        archive.writestr(entry, data)
    return whole.getvalue()


def _meta(bilingual: BilingualLetter) -> Node:
    dutch, english = identity(bilingual, "nl"), identity(bilingual, "en")
    work = dutch.work.replace("/debate/", "/documentCollection/")
    expression = f"{work}/mul@{english.expressed}"
    references = References("en")
    author = element("FRBRauthor", href=references.fixed("docconv"), as_=references.fixed("editor"))
    found = element(
        "identification",
        element(
            "FRBRWork",
            *_head(work, "/!main"),
            element("FRBRdate", date=dutch.date, name="answered"),
            author,
            element("FRBRcountry", value="nl"),
            element("FRBRsubtype", value="kamervragen"),
            element("FRBRnumber", value=dutch.number),
        ),
        element(
            "FRBRExpression",
            *_head(expression, "/!main"),
            element("FRBRdate", date=english.expressed, name="compiled"),
            author,
            *(element("FRBRlanguage", language=language) for language in ("mul", "nld", "eng")),
        ),
        element(
            "FRBRManifestation",
            element("FRBRthis", value=f"{expression}/!main.xml"),
            element("FRBRuri", value=f"{expression}.akn"),
            element("FRBRdate", date=english.expressed, name="markup"),
            author,
            *preservation(bilingual.letter.source.sha256),
            element("FRBRformat", value="application/akn+xml"),
        ),
        source=references.fixed("docconv"),
    )
    return element("meta", found, element("references", *references.nodes(), source="#docconv"))


def _head(iri: str, part: str) -> list[Node]:
    return [element("FRBRthis", value=iri + part), element("FRBRuri", value=iri)]

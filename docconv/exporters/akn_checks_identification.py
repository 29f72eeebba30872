"""Checks on identification: IRIs by the Naming Convention, equal to the metadata; languages; the source's digest.

Akoma Ntoso Naming Convention 1.0, section 4; ISO 639-2/T; PREMIS 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docconv.exporters.akn_document import NS, Document
from docconv.exporters.akn_findings import Finding, found
from docconv.exporters.akn_identity import NO_DATE, NO_NUMBER

if TYPE_CHECKING:
    from lxml import etree

# ISO 639-2/T of the languages of the European Union and its neighbours, and "mul" for several; with BCP 47's two letters.
_PAIRS = (
    "nld-nl eng-en fra-fr deu-de spa-es ita-it por-pt dan-da swe-sv fin-fi ell-el gle-ga bul-bg ces-cs est-et hrv-hr hun-hu "
    "lav-lv lit-lt mlt-mt pol-pl ron-ro slk-sk slv-sl fry-fy pap-pap nor-no isl-is ltz-lb tur-tr ukr-uk rus-ru ara-ar mul-mul"
)
LANGUAGES = {pair[:3]: pair[4:] for pair in _PAIRS.split()}
_WORK = re.compile(
    r"/akn/(?P<country>[a-z]{2}(?:-[a-z0-9]+)?)/(?P<type>[A-Za-z]+)(?:/(?P<subtype>[A-Za-z][\w-]*))?(?:/(?P<actor>[A-Za-z][\w.-]*))?"
    r"/(?P<date>[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?)(?:/(?P<number>[A-Za-z0-9][\w-]*))?"
)
_EXPRESSION = re.compile(r"(?P<language>[a-z]{3})(?:@(?P<date>[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?))?")


def check_identification(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with a document's identification."""
    if next(document.all("identification"), None) is None:
        return
    yield from _check_work(document)
    yield from _check_expression(document)
    yield from _check_manifestation(document)
    yield from _check_languages(document)
    yield from _check_digest(document)


def _check_work(document: Document) -> Iterator[Finding]:
    place = _place(document, "FRBRWork")
    parts = _WORK.fullmatch(document.work)
    if parts is None:
        yield found("iri-syntax", place, document.work)
        return
    yield from _check_this(document, "FRBRWork", f"{document.work}/!")
    metadata = {
        "country": document.values("FRBRWork", "FRBRcountry"),
        "type": [document.type],
        "subtype": document.values("FRBRWork", "FRBRsubtype"),
        "date": document.values("FRBRWork", "FRBRdate", "date"),
        "number": document.values("FRBRWork", "FRBRnumber"),
        # the author of a collection is who put it together, not whose letters it holds
        "actor": []
        if document.type == "documentCollection"
        else [href.rpartition("#")[2] for href in document.values("FRBRWork", "FRBRauthor", "href")],
    }
    for part, values in metadata.items():
        printed = parts[part]
        if (printed or part in {"subtype", "number"}) and values and (printed or "") not in values:
            yield found(
                "iri-differs", place, f"{part} is {printed or 'missing'} in the IRI, {', '.join(values)} beside it"
            )
    if parts["date"] == NO_DATE:
        yield found("date-unknown", place)
    if parts["number"] == NO_NUMBER:
        yield found("number-unknown", place)
    if not any(document.values("FRBRWork", "FRBRauthor", "href")):
        yield found("author-unknown", place)


def _check_expression(document: Document) -> Iterator[Finding]:
    place = _place(document, "FRBRExpression")
    iri = document.expression
    parts = _EXPRESSION.fullmatch(iri.removeprefix(f"{document.work}/"))
    if parts is None or not iri.startswith(f"{document.work}/"):
        yield found("iri-syntax", place, iri)
        return
    yield from _check_this(document, "FRBRExpression", f"{iri}/!")
    if parts["language"] not in document.values("FRBRExpression", "FRBRlanguage", "language"):
        yield found("iri-differs", place, f"language is {parts['language']} in the IRI, {document.language} beside it")
    dates = document.values("FRBRExpression", "FRBRdate", "date")
    if parts["date"] and parts["date"] not in dates:
        yield found("iri-differs", place, f"date is {parts['date']} in the IRI, {', '.join(dates)} beside it")


def _check_manifestation(document: Document) -> Iterator[Finding]:
    iri = document.value("FRBRManifestation", "FRBRuri")
    if not re.fullmatch(re.escape(document.expression) + r"\.[a-z]{2,5}", iri):
        yield found("iri-syntax", _place(document, "FRBRManifestation"), iri)
    yield from _check_this(document, "FRBRManifestation", f"{document.expression}/!")


def _check_this(document: Document, level: str, start: str) -> Iterator[Finding]:
    this = document.value(level, "FRBRthis")
    if not this.startswith(start) or not re.fullmatch(r"[\w./-]+", this.removeprefix(start)):
        yield found("iri-syntax", _place(document, level), f"FRBRthis {this}")


def _check_languages(document: Document) -> Iterator[Finding]:
    for element in document.all("FRBRlanguage"):
        if element.get("language") not in LANGUAGES:
            yield found("language-unknown", element, str(element.get("language")))
    for part in document.all("preface", "preamble", "mainBody", "debateBody", "body", "conclusions"):
        tag = part.get("{http://www.w3.org/XML/1998/namespace}lang")
        if tag is not None and tag.partition("-")[0] != LANGUAGES.get(document.language, tag):
            yield found("language-differs", part, f"{tag} in {document.language}")


def _check_digest(document: Document) -> Iterator[Finding]:
    premis = "{http://www.loc.gov/premis/v3}"
    digests = [d for place in document.all("preservation") for d in place.iter(f"{premis}messageDigest")]
    if not digests:
        yield found("digest-missing", _place(document, "FRBRManifestation"))
    for digest in digests:
        if not re.fullmatch(r"[0-9a-f]{64}", digest.text or ""):
            yield found("digest", digest, (digest.text or "")[:70])


def _place(document: Document, level: str) -> etree._Element:
    return next(iter(document.root.iter(f"{NS}{level}")), document.root)

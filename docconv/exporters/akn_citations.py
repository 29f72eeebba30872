"""Citations as `ref`, several together as `mref`, a range as `rref` (Akoma Ntoso 3.0, part 2), and the addresses they may bear.

A citation leads to the official publication's page: its Work's IRI would need a date that a letter does not print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, urlsplit

from docconv.exporters.akn_node import Node, clean
from docconv.model import Citation, Span

# Between two citations of one series ("nr. 3 en nr. 4", "nr. 3, and nr. 4") and between the ends of a range ("nr. 3 t/m nr. 5").
_AND = re.compile(r"\s*(?:[,;]|,?\s(?:en|and))\s+")
_TO = re.compile(r"\s(?:t/m|tot en met|to|up to and including)\s|\s?[–-]\s?")
_SAFE = "!$%&'()*+,-./:;=?@_~"
# such as https://example.org:8080/a?b#c and mailto:a@b.nl, but neither https://[::1]/ nor https://a:b/
_ADDRESS = re.compile(
    r"https?://(?:[^\s/?#@:]{1,99}@)?[A-Za-z0-9._~%-]+(?::[0-9]{1,5})?(?:[/?#]\S*)?|mailto:[^\s#:/]+", re.IGNORECASE
)
_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An element over a span of the text. `solid` tells that it must not be cut in two."""

    span: Span
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    key: Hashable | None = None
    solid: bool = True

    def node(self, content: list[Node | str]) -> Node:
        """Give the element around `content`."""
        return Node(self.tag, dict(self.attributes), content, self.key)


def citations(given: Sequence[Citation], text: str, paragraph: str) -> Iterator[Mark]:
    """Yield the marks for a text's citations, single and together; `paragraph` is the id that keys them."""
    seen: Counter[str] = Counter()
    ordered = sorted(given, key=lambda citation: citation.span)
    for citation in ordered:
        name = citation.target or citation.span.of(text)
        seen[name] += 1
        yield _citation(citation, ("ref", paragraph, name, seen[name]))
    for n, series in enumerate(_series(ordered, text)):
        yield _together(series, text, ("series", paragraph, n))


def href(address: str | None) -> str | None:
    """Give a web or mail address as XML Schema's anyURI takes it, None for any other scheme and for what is no address.

    >>> href("https://example.org/a b"), href("javascript:alert(1)")
    ('https://example.org/a%20b', None)
    """
    try:
        known = bool(address) and urlsplit(address or "").scheme.lower() in _SCHEMES
    except ValueError:
        return None
    if not known:
        return None
    escaped = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", clean(address or ""))
    before, hash_, after = escaped.partition("#")
    found = quote(before, safe=_SAFE) + hash_ + quote(after, safe=_SAFE)
    return found if _ADDRESS.fullmatch(found) else None


def _citation(citation: Citation, key: Hashable) -> Mark:
    """Give a `ref`; a citation too incomplete for an address stays an `inline` that says what it is."""
    target = href(citation.href)
    named = (("class", citation.kind), *([("title", citation.target)] if citation.target else []))
    if target:
        return Mark(citation.span, "ref", (("href", target), *named), key)
    return Mark(citation.span, "inline", (("name", "citation"), *named))


def _series(ordered: Sequence[Citation], text: str) -> list[list[Citation]]:
    """Give the runs of two or more citations with nothing but a comma, "en" or "t/m" between them."""
    runs: list[list[Citation]] = []
    linked = [citation for citation in ordered if href(citation.href)]
    for before, after in pairwise(linked):
        if before.span.end > after.span.start or not _joined(text[before.span.end : after.span.start]):
            continue
        if runs and runs[-1][-1] is before:
            runs[-1].append(after)
        else:
            runs.append([before, after])
    return runs


def _joined(between: str) -> bool:
    return bool(_AND.fullmatch(between) or _TO.fullmatch(between))


def _together(series: Sequence[Citation], text: str, key: Hashable) -> Mark:
    first, last = series[0], series[-1]
    span = Span(first.span.start, last.span.end)
    if len(series) == 2 and _TO.fullmatch(text[first.span.end : last.span.start]):
        return Mark(span, "rref", (("from", href(first.href) or ""), ("upTo", href(last.href) or "")), key)
    return Mark(span, "mref", (), key)

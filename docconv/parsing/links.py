"""Web and mail addresses in a text (RFC 3986, RFC 6068), with or without the scheme that letters leave out."""

from __future__ import annotations

import re

from docconv.model import Link, Span

_WEB = re.compile(r"(?:https?://|www\.)[^\s<>«»“”„‘|\ufffc]{3,}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:nl|com|org|eu|net|int|gov|be|de|uk)/[^\s<>«»“”„‘|\ufffc]{2,}",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\b", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def find_links(text: str) -> list[Link]:
    """Give the addresses in `text`, closing marks left out.

    >>> [link.href for link in find_links("zie (https://nos.nl/artikel/1) en www.aivd.nl.")]
    ['https://nos.nl/artikel/1', 'https://www.aivd.nl']
    """
    found: list[Link] = []
    if "://" in text or "www." in text.lower():
        found += [link for m in _WEB.finditer(text) if (link := _link(text, *m.span()))]
    if "/" in text:
        known = [link.span for link in found]
        bare = (
            _link(text, *m.span()) for m in _BARE.finditer(text) if not any(s.start <= m.start() < s.end for s in known)
        )
        found += filter(None, bare)
    if "@" in text:
        found += [Link(Span(*m.span()), f"mailto:{m[0]}") for m in _MAIL.finditer(text)]
    return sorted(found, key=lambda link: link.span)


def _link(text: str, start: int, end: int) -> Link | None:
    """Give the link without the marks of the sentence around it; a bracket that closes one inside belongs to it."""
    while end > start and (text[end - 1] in ".,;:!?'\"’”]" or (text[end - 1] == ")" and _unopened(text, start, end))):
        end -= 1
    words = text[start:end]
    href = words if _SCHEME.match(words) else f"https://{words}"
    return Link(Span(start, end), href) if len(words) > 4 and "." in words else None


def _unopened(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) < text.count(")", start, end)

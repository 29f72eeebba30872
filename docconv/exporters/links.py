"""Which addresses an output may link to: web and mail, nothing that runs or reads files."""

from __future__ import annotations

from urllib.parse import urlsplit

SAFE_SCHEMES = {"http", "https", "mailto"}


def safe_href(href: str | None) -> str | None:
    """Give an address that an output may link to, None for every scheme but http, https and mailto.

    >>> safe_href("javascript:alert(1)") is None
    True
    """
    if not href:
        return None
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return None
    return href if scheme in SAFE_SCHEMES else None

"""Bookmarks: the places that links and cross-references lead to (ECMA-376 part 1, 17.13.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement

from docconv.exporters.docx_elements import w


class Bookmarks:
    """The bookmarks of one document."""

    def __init__(self) -> None:
        """Begin without any."""
        self.ids: dict[str, int] = {}

    def free(self, name: str) -> str:
        """Give a name that is not taken: letters, digits and underscores, at most 40, as Word allows.

        >>> Bookmarks().free("Questions 7 and 8")
        'questions_7_and_8'
        """
        base = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").lower()[:32] or "place"
        base = base if base[0].isalpha() else f"n_{base}"
        made, number = base, 1
        while made in self.ids:
            number += 1
            made = f"{base}_{number}"
        return made

    def around(self, name: str, content: Iterable[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """Give content between the two ends of a new bookmark."""
        self.ids[name] = number = len(self.ids) + 1
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]

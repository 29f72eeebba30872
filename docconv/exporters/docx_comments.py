"""Reviewers' flags as Word comments, one on each sentence that needs a person's eye (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from docconv.exporters.characters import legible
from docconv.exporters.docx_properties import moment
from docconv.exporters.docx_template import Styles
from docconv.exporters.review import flagged
from docconv.model import BilingualLetter

AUTHOR, INITIALS = "docconv", "dc"


@dataclass(slots=True)
class Comments:
    """The comments of one document; each flagged unit gets one, where it first stands."""

    document: Document
    styles: Styles
    reasons: dict[str, tuple[str, ...]]
    date: datetime | None
    given: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, document: Document, styles: Styles, bilingual: BilingualLetter) -> Comments:
        """Give the comments that a letter's flagged sentences need."""
        return cls(document, styles, {unit.id: why for unit, why in flagged(bilingual)}, moment(bilingual))

    def flag(self, unit: str) -> int | None:
        """Give the id of a new comment on a unit, None where it needs none or has one."""
        why = self.reasons.get(unit)
        if why is None or unit in self.given:
            return None
        self.given.add(unit)
        text = legible("\n".join(why) or "flagged for review")
        return self._add(text)

    def _add(self, text: str) -> int:
        comment = self.document.comments.add_comment(text, AUTHOR, INITIALS)
        element: Any = comment._comment_elm  # python-docx dates it by the clock
        element.attrib.pop(qn("w:date"), None)
        if self.date is not None:
            element.date = self.date
        for tag, name in (("w:pStyle", "annotation text"), ("w:rStyle", "annotation reference")):
            for style in element.iter(qn(tag)):
                style.set(qn("w:val"), self.styles.of(name))
        return comment.comment_id

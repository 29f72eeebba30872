"""The rungs that put the right English in a wrong one's place and leave the rest of the sentence as it is."""

from __future__ import annotations

from collections.abc import Sequence

from docconv.protocols import Engine
from docconv.terminology.targets import Occurrence, right_form
from docconv.translation.drafts import Draft
from docconv.translation.repair import Phrase, put


def known_rendering(drafts: Sequence[Draft], _engine: Engine) -> None:
    """Replace the known wrong rendering of each missed term by the right one, in the same form."""
    for draft in drafts:
        for number in draft.missing:
            for wrong in draft.found[number].wrong:
                text = swapped(draft.text, wrong)
                found = draft.check(text)
                if draft.improves(found) and draft.keeps(text):
                    draft.take(text, found, "known-rendering")
                    break


def swapped(text: str, wrong: Occurrence) -> str:
    """Give a text with a wrong rendering replaced by the entry's English in the same form."""
    plural = wrong.form.name == "plural"
    right = right_form(wrong.entry, wrong.form.name)
    return put(text, wrong.span, Phrase(right, plural=plural), was_plural=plural)

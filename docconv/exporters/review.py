"""Why a sentence needs a person's eye, in words, and how far the review of a translation has come."""

from __future__ import annotations

from collections.abc import Iterator

from docconv.model import BilingualLetter, TranslationUnit


def reasons(unit: TranslationUnit) -> Iterator[str]:
    """Yield why a unit needs review, in words."""
    yield from (check.message for check in unit.checks)
    for hit in unit.terms:
        if not hit.honoured:
            yield f"term “{hit.source}” was not rendered as the glossary has it"
        elif hit.flagged:
            yield f"term “{hit.source}” was put in afterwards: see that the sentence reads well"


def flagged(bilingual: BilingualLetter) -> list[tuple[TranslationUnit, tuple[str, ...]]]:
    """Give the units that need review, each with its reasons, in source order."""
    return [(u, tuple(dict.fromkeys(reasons(u)))) for u in bilingual.units if u.state == "needs-review"]


def status(bilingual: BilingualLetter) -> str:
    """Tell in a sentence how far the review has come."""
    reviewed = sum(unit.state == "reviewed" for unit in bilingual.units)
    waiting = sum(unit.state == "needs-review" for unit in bilingual.units)
    total = len(bilingual.units)
    if total and reviewed == total:
        people = ", ".join(dict.fromkeys(unit.by for unit in bilingual.units if unit.by))
        return f"Machine translation, every sentence reviewed{f' by {people}' if people else ''}"
    done = f"{reviewed} of {total} sentences reviewed" if reviewed else "not reviewed by a person"
    flag = f"{waiting} of {total} {'sentence' if total == 1 else 'sentences'} flagged for review" if waiting else ""
    return f"Machine translation, {done}" + (f"; {flag}" if flag else "")

"""Glossaries as tab-separated text: term, translation and perhaps a remark a line, as DeepL, Google and OmegaT take them.

DeepL and Google take two columns without a header (developers.deepl.com/docs, "Glossaries"; Google Cloud Translation,
"Glossaries"); OmegaT takes a third for remarks (omegat.sourceforge.io manual, "Glossaries"). Terms with gaps and drafts have
no place there and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.terminology.columns import GAP, entry_of, read_rows

_HEADS = {"nl", "source", "dutch", "nederlands", "nl-nl"}


def read_tabs(text: str, file: str) -> list[GlossaryEntry]:
    """Give the entries of a tab-separated glossary; a first line with column names is read as one.

    Raises GlossaryError with file and line.
    """
    lines = text.splitlines()
    first = [cell.strip().lower() for cell in lines[0].split("\t")] if lines else []
    if "nl" in first and "en" in first:
        return read_rows(text, file)
    entries = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or (number == 1 and first and first[0] in _HEADS):
            continue
        cells = line.split("\t")
        if not 2 <= len(cells) <= 3:
            raise GlossaryError(
                f"expected a term, a tab and its translation (and a remark), found {len(cells)} cells",
                file=file,
                line=number,
            )
        row = dict(zip(("nl", "en", "note"), cells, strict=False))
        entries.append(entry_of(row, file, number))
    return entries


def portable(entries: Iterable[GlossaryEntry]) -> list[GlossaryEntry]:
    """Give the entries that a glossary of other programs can hold: approved, without gaps, each Dutch term once."""
    kept: dict[str, GlossaryEntry] = {}
    for entry in entries:
        if entry.status == "approved" and GAP not in entry.nl:
            kept.setdefault(entry.nl, entry)
    return list(kept.values())


def write_tabs(entries: Iterable[GlossaryEntry], *, remarks: bool = False) -> str:
    r"""Give `nl`, tab, `en` a line; with `remarks` the note as a third column.

    >>> write_tabs([GlossaryEntry("a", "motie", "motion", note="Not binding.")], remarks=True)
    'motie\tmotion\tNot binding.\n'
    """
    lines = []
    for entry in portable(entries):
        cells = (entry.nl, entry.en, entry.note) if remarks else (entry.nl, entry.en)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
    return "".join(lines)

"""A glossary as rows under named columns: how a row becomes an entry, an entry a row, and what a wrong row is told.

The columns are those of `glossary/README.md`; only `nl` and `en` must be there. Lists are separated by `|`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, get_args

from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.model.term import CaseMode, EntryStatus, MatchMode

COLUMNS: Final = (
    "id",
    "nl",
    "nl_variants",
    "pos",
    "match",
    "case",
    "en",
    "en_plural",
    "en_variants",
    "first_mention",
    "wrong",
    "forbidden",
    "dnt",
    "domain",
    "note",
    "source",
    "status",
    "valid_from",
    "valid_until",
)
_MATCHES: Final[dict[str, MatchMode]] = {mode: mode for mode in get_args(MatchMode)}
_CASES: Final[dict[str, CaseMode]] = {mode: mode for mode in get_args(CaseMode)}
CHOICES: Final = {"match": get_args(MatchMode), "case": get_args(CaseMode), "status": get_args(EntryStatus)}
YES: Final = {"yes": True, "no": False, "": False, "true": True, "false": False, "1": True, "0": False}
GAP: Final = "…"

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")  # "2010", "2010-10", "2010-10-14"; not "14-10-2010"
_HEADS = {"dutch": "nl", "nederlands": "nl", "source_nl": "nl", "english": "en", "engels": "en"}


def read_rows(text: str, file: str) -> list[GlossaryEntry]:
    """Give the entries of a glossary in CSV, comma or semicolon between the cells.

    Raises GlossaryError with file, line and column.
    """
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first), strict=True)
    entries: list[GlossaryEntry] = []
    columns: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if columns is None:
                columns = header(cells, file)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(columns):
                    raise GlossaryError(
                        f"expected {len(columns)} cells as in the first line, found {len(cells)}: "
                        "put quotation marks round a cell that has the separator in it",
                        file=file,
                        line=line,
                    )
                entries.append(entry_of(dict(zip(columns, cells, strict=False)), file, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(f"not well-formed CSV: {error}", file=file, line=reader.line_num) from error
    if columns is None:
        raise GlossaryError("expected a first line with the columns nl and en, found an empty file", file=file)
    return entries


def header(cells: list[str], file: str) -> list[str]:
    """Give the names of the columns. Raises GlossaryError where one is unknown, double or missing."""
    names = [_HEADS.get(cell.strip().lower(), cell.strip().lower()) for cell in cells]
    for name in names:
        if name and name not in COLUMNS:
            raise GlossaryError(
                f"column {name!r}: expected one of {', '.join(COLUMNS)}; rename the column or leave it out",
                file=file,
                line=1,
            )
        if name and names.count(name) > 1:
            raise GlossaryError(f"column {name!r} stands there twice", file=file, line=1)
    for name in ("nl", "en"):
        if name not in names:
            raise GlossaryError(
                f"column {name!r} is missing: the first line must name the columns nl and en", file=file, line=1
            )
    return names


def entry_of(row: Mapping[str, str], file: str, line: int) -> GlossaryEntry:
    """Give the entry that a row describes. Raises GlossaryError with file, line and column."""
    cell = {name: _clean(row.get(name) or "") for name in COLUMNS}

    def wrong(column: str, expected: str) -> GlossaryError:
        return GlossaryError(f"column {column!r}: expected {expected}, found {cell[column]!r}", file=file, line=line)

    dnt = YES.get(cell["dnt"].lower())
    if dnt is None:
        raise wrong("dnt", "yes or nothing")
    if not cell["nl"]:
        raise wrong("nl", "the Dutch term")
    if not cell["en"] and not dnt:
        raise wrong("en", "the English term")
    for column, choices in CHOICES.items():
        if cell[column] and cell[column] not in choices:
            raise wrong(column, f"one of {', '.join(choices)}")
    for column in ("valid_from", "valid_until"):
        if cell[column] and not _DATE.fullmatch(cell[column]):
            raise wrong(column, "a date such as 2010-10-14")
    match, case = modes(cell["nl"], cell["match"], cell["case"])
    if GAP in cell["nl"] and match != "idiom":
        raise wrong("match", f"idiom, since the term has a gap ({GAP})")
    return GlossaryEntry(
        id=cell["id"] or slug(cell["nl"]),
        nl=cell["nl"],
        en=cell["en"] or cell["nl"],
        nl_variants=listed(cell["nl_variants"]),
        pos=cell["pos"],
        match=match,
        case=case,
        en_plural=cell["en_plural"],
        en_variants=listed(cell["en_variants"]),
        first_mention=cell["first_mention"],
        wrong=listed(cell["wrong"]),
        forbidden=listed(cell["forbidden"]),
        dnt=dnt,
        domain=cell["domain"],
        note=cell["note"],
        source=tuple(part.strip() for part in re.split(r"[;|]", cell["source"]) if part.strip()),
        status="draft" if cell["status"] == "draft" else "approved",
        valid_from=cell["valid_from"],
        valid_until=cell["valid_until"],
        origin=file,
        line=line,
    )


def row_of(entry: GlossaryEntry) -> dict[str, str]:
    """Give an entry as cells by column; `entry_of` reads it back."""
    row: dict[str, str] = {}
    for name in COLUMNS:
        value = getattr(entry, name)
        if isinstance(value, tuple):
            row[name] = (";" if name == "source" else "|").join(value)
        elif isinstance(value, bool):
            row[name] = "yes" if value else ""
        else:
            row[name] = value
    return row


def write_rows(entries: Iterable[GlossaryEntry], columns: tuple[str, ...] = COLUMNS) -> str:
    """Give a glossary as CSV with one header line."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(row_of(entry) for entry in entries)
    return out.getvalue()


def modes(nl: str, match: str, case: str) -> tuple[MatchMode, CaseMode]:
    """Give the match and case mode of a term, with the defaults that its form suggests.

    >>> modes("kabinet", "", ""), modes("AIVD", "", ""), modes("aangifte … doen", "", "")
    (('lemma', 'any'), ('exact', 'sensitive'), ('idiom', 'any'))
    """
    abbreviation = " " not in nl and sum(c.isupper() for c in nl) >= 2
    chosen: MatchMode = "idiom" if GAP in nl else "exact" if abbreviation else "lemma"
    cased: CaseMode = "sensitive" if abbreviation else "any"
    return _MATCHES.get(match, chosen), _CASES.get(case, cased)


def listed(cell: str) -> tuple[str, ...]:
    """Give the parts of a cell between `|`, empty and repeated ones left out."""
    return tuple(dict.fromkeys(part for part in (_clean(p) for p in cell.split("|")) if part))


def slug(nl: str) -> str:
    """Give an id for a term that has none.

    >>> slug("aangifte … doen"), slug("coördinator")
    ('aangifte-doen', 'coordinator')
    """
    plain = unicodedata.normalize("NFKD", nl).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or f"term-{sum(map(ord, nl))}"


def _clean(cell: str) -> str:
    """Fold blanks and write the gap of an idiom as one sign."""
    return " ".join(cell.replace("\ufeff", "").replace("...", GAP).split())


def _delimiter(first_line: str) -> str:
    return max(",;\t", key=first_line.count)

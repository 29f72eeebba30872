"""What a conversion and an inspection look like on a terminal: short tables that name what a person must look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docconv.cli.screen import screen
from docconv.model import BilingualLetter, Diagnostic

if TYPE_CHECKING:
    from rich.table import Table

    from docconv.convert import Report

SHOWN = 5  # diagnostics of one code that are worth a line each


def print_report(report: Report) -> None:
    """Print what became of one letter: counts, terms, review, engine, time, files."""
    console = screen.err
    table = _pairs(report.bilingual.letter.source.name)
    for label, value in figures(report.bilingual).items():
        table.add_row(label, value)
    table.add_row("time", f"{report.seconds:.1f} s")
    table.add_row("written", "\n".join(str(path) for path in report.files.values()))
    console.print(table)
    for line in complaints(report.diagnostics):
        console.print(line, markup=False, soft_wrap=True)


def figures(bilingual: BilingualLetter) -> dict[str, str]:
    """Give the figures of a translation, label by label."""
    letter, units = bilingual.letter, bilingual.units
    hits = [hit for unit in units for hit in unit.terms]
    signature = bilingual.signature
    draft = " (a small draft model: rough English, for orientation only)" if signature.draft else ""
    return {
        "questions": str(len(letter.questions)),
        "answers": str(len(letter.answers)),
        "notes": str(len(letter.footnotes)),
        "terms": f"{sum(h.honoured for h in hits)} honoured, {sum(h.flagged or not h.honoured for h in hits)} flagged",
        "segments": f"{len(units)}, of which {sum(u.state == 'needs-review' for u in units)} need review",
        "engine": f"{signature.engine} · {signature.model}{draft}",
    }


def complaints(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Give a line for each diagnostic, and one that counts the rest where a code has many."""
    lines: list[str] = []
    for code, count in Counter(d.code for d in diagnostics).items():
        first = [d for d in diagnostics if d.code == code][:SHOWN]
        lines += [f"{code} at {d.span.start}: {d.message}" for d in first]
        if count > SHOWN:
            lines.append(f"{code}: {count - SHOWN} more, all in letter.json")
    return lines


def print_structure(found: Mapping[str, Any]) -> None:
    """Print what `inspect` found, for a person."""
    console = screen.out
    metadata = found["metadata"]
    table = _pairs(found["source"]["name"])
    for key in ("kind", "title", "subject", "date_asked", "date_answered", "zaaknummer", "aanhangsel", "vergaderjaar"):
        if metadata[key]:
            table.add_row(key.replace("_", " "), str(metadata[key]))
    for minister in metadata["ministers"]:
        behalf = " (on behalf of)" if minister["on_behalf"] else ""
        table.add_row("minister", f"{minister['title']}{_named(minister['name'])}{behalf}")
    for member in metadata["members"]:
        table.add_row("member", f"{member['name']}{_named(member['party'])}")
    for exchange in found["exchanges"]:
        for kind in ("questions", "answers"):
            for item in exchange[kind]:
                table.add_row(f"{kind[:-1]} {', '.join(item['numbers'])}", _short(item["text"]))
    for note in found["footnotes"]:
        table.add_row(f"note {note['marker']}", _short(note["text"]))
    console.print(table)
    for diagnostic in found["diagnostics"]:
        console.print(
            f"{diagnostic['code']} at {diagnostic['start']}: {diagnostic['message']}", markup=False, soft_wrap=True
        )


def _pairs(title: str) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _named(text: str | None) -> str:
    return f", {text}" if text else ""


def _short(text: str, width: int = 100) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"

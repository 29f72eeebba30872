"""`docconv glossary`: check, search, extend, import and export glossaries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docconv.cli.screen import screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docconv.model import GlossaryEntry
    from docconv.terminology.candidates import Candidate

app = typer.Typer(help="Check, search, extend, import and export glossaries.", no_args_is_help=True)

SHOWN = 12  # entries, and forms of an entry, that are shown before the rest is counted
FORMATS = ("csv", "tsv", "omegat", "tbx", "html")
Layers = Annotated[
    list[Path],
    typer.Option("--glossary", help="Your own glossary, laid over the built-in one; may be given more than once."),
]
Output = Annotated[Path | None, typer.Option("--out", "-o", help="The file to write; standard output without it.")]


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A glossary (CSV, TSV or TBX); the built-in one without it.")
    ] = None,
) -> None:
    """Report what is wrong in a glossary. Exit code 1 where something is, 2 where the file can't be read."""
    from docconv.data import glossary_file
    from docconv.terminology.checks import check as findings_of
    from docconv.terminology.formats import read_glossary
    from docconv.terminology.sources import named_sources

    path = file or glossary_file("nl-en.csv")
    entries = read_glossary(path)
    sourced = file is None or any(entry.source for entry in entries)
    findings = findings_of(entries, sources=named_sources(path) if sourced else None)
    for finding in findings:
        screen.out.print(str(finding), markup=False, soft_wrap=True)
    approved = sum(entry.status == "approved" for entry in entries)
    screen.err.print(f"{path.name}: {len(entries)} entries, {approved} approved; {_count(len(findings), 'finding')}")
    if findings:
        raise typer.Exit(1)


@app.command()
def find(
    word: Annotated[str, typer.Argument(help="A Dutch or English word or phrase, or a whole Dutch sentence.")],
    glossary: Layers = [],  # noqa: B006 - typer copies it
) -> None:
    """Show the entries that a word or sentence has, and those that speak of it. Exit code 1 where there is none."""
    from docconv.terminology import load

    termbase = load(glossary)
    matches = termbase.find(word)
    matched = dict.fromkeys(match.entry for match in matches)
    needle = word.lower()
    others = [e for e in termbase.entries if e not in matched and _speaks_of(e, needle)]
    for entry in matched:
        _show(entry)
    for compound in termbase.compounds(word):
        screen.out.print(f"{compound.word} holds {compound.entry.nl} and is no term itself", markup=False)
    for entry in others[:SHOWN]:
        _show(entry)
    if len(others) > SHOWN:
        screen.err.print(f"{len(others) - SHOWN} more entries speak of {word!r}", markup=False)
    if not matched and not others:
        screen.err.print(f"no entry has {word!r}", markup=False)
        raise typer.Exit(1)


@app.command()
def suggest(
    letters: Annotated[list[Path], typer.Argument(help="Letters in any format that docconv reads.")],
    glossary: Layers = [],  # noqa: B006 - typer copies it
    most: Annotated[int, typer.Option("--most", help="How many of each kind to show.", min=1)] = 20,
    least: Annotated[int, typer.Option("--least", help="How often a candidate must occur.", min=1)] = 2,
) -> None:
    """List what letters say often and the glossary lacks, with contexts, and how much of them the glossary covers."""
    from docconv.readers import read
    from docconv.terminology import load
    from docconv.terminology.candidates import coverage
    from docconv.terminology.candidates import suggest as candidates_of

    termbase = load(glossary)
    texts = [read(path).text for path in letters]
    candidates = candidates_of(texts, termbase, least=least)
    for kind in ("name", "abbreviation", "phrase", "word"):
        _show_candidates(kind, [c for c in candidates if c.kind == kind][:most])
    found = coverage(texts, termbase)
    screen.err.print(
        f"{found.covered} of {found.words} content words ({found.share:.0%}) in {_count(len(texts), 'letter')} stand in terms"
    )


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A glossary in TBX, TSV or CSV.")],
    out: Output = None,
) -> None:
    """Turn a glossary of another program into docconv's CSV."""
    from docconv.terminology.formats import WRITERS, read_glossary

    entries = read_glossary(file)
    _write(WRITERS["csv"](entries), out)
    screen.err.print(f"{_count(len(entries), 'entry', 'entries')} from {file.name}")


@app.command()
def export(
    to: Annotated[str, typer.Option("--to", help=f"One of {', '.join(FORMATS)}; tsv is for DeepL and Google.")] = "csv",
    out: Output = None,
    glossary: Layers = [],  # noqa: B006 - typer copies it
) -> None:
    """Write the glossary in force: csv and tbx whole, tsv and omegat the plain pairs, html as a page to read."""
    from docconv.terminology import load
    from docconv.terminology.formats import WRITERS

    if to not in WRITERS:
        raise typer.BadParameter(f"{to!r} is none of {', '.join(FORMATS)}", param_hint="--to")
    termbase = load(glossary)
    _write(WRITERS[to](termbase.entries), out)
    for old, new in termbase.replaced:
        screen.err.print(
            f"{new.nl} → {new.en} ({new.origin}:{new.line}) takes the place of {old.en} ({old.origin})", markup=False
        )


def _write(data: bytes, out: Path | None) -> None:
    """Write a file whole or not at all, or bytes to standard output."""
    import sys

    from docconv.convert import write

    if out is None:
        sys.stdout.buffer.write(data)
    else:
        write({out: data})


def _speaks_of(entry: GlossaryEntry, needle: str) -> bool:
    texts = (entry.id, entry.nl, entry.en, *entry.nl_variants, *entry.en_variants, *entry.wrong)
    return any(needle in text.lower() for text in texts)


def _show(entry: GlossaryEntry) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(f"{entry.nl} → {entry.en}"), title_justify="left", show_header=False, box=None, pad_edge=False
    )
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _facts(entry):
        if value:
            table.add_row(label, Text(value))
    screen.out.print(table)


def _facts(entry: GlossaryEntry) -> Iterable[tuple[str, str]]:
    yield "id", entry.id + (" (draft, not enforced)" if entry.status == "draft" else "")
    yield "also in Dutch", ", ".join(entry.nl_variants)
    yield "plural", entry.en_plural
    yield "also accepted", ", ".join(entry.en_variants[:SHOWN]) + (", …" if len(entry.en_variants) > SHOWN else "")
    yield "first mention", entry.first_mention
    yield "not", ", ".join((*entry.wrong, *entry.forbidden))
    yield "remark", entry.note
    yield "source", ", ".join(entry.source)
    yield "from", f"{entry.origin}:{entry.line}"


def _show_candidates(kind: str, candidates: Sequence[Candidate]) -> None:
    from rich.text import Text

    if candidates:
        screen.out.print(Text(f"{kind}s", style="bold"))
    for c in candidates:
        screen.out.print(f"  {c.term}  {c.count}× in {_count(c.letters, 'letter')}", markup=False)
        screen.out.print(f"      {c.contexts[0]}", markup=False)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"

"""The commands on letters: `convert` does the whole line, `inspect` shows what was read, `export` writes a kept translation."""

from __future__ import annotations

import json
import sys
from datetime import date as calendar_date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from docconv.cli.report import print_report, print_structure
from docconv.cli.screen import screen
from docconv.exporters import DEFAULT_FORMATS, FORMATS, files_of
from docconv.model import BilingualLetter, Source
from docconv.protocols import ExportOptions


class EngineName(StrEnum):
    """The engines by name; "pseudo" marks Dutch with accents, for trying out."""

    auto = "auto"
    argos = "argos"
    embedded = "embedded"
    pseudo = "pseudo"


AUTO = EngineName.auto
OUT = Path("out")
ALL = ",".join(DEFAULT_FORMATS)
Inputs = Annotated[
    list[Path],
    typer.Argument(help="Letters: text, Markdown, PDF, DOCX or official XML; - reads text from standard input."),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the outputs; made where it does not exist.")]
To = Annotated[str, typer.Option("--to", help=f"Formats, separated by commas: {', '.join(FORMATS)}.")]
Engine = Annotated[
    EngineName,
    typer.Option(
        "--engine", help="auto takes Argos' package where it is installed, else the embedded model; or argos, embedded."
    ),
]
Glossary = Annotated[
    list[Path],
    typer.Option(
        "--glossary",
        help="Your own glossary (CSV, TSV or TBX), laid over the built-in one; may be given more than once.",
    ),
]
Memory = Annotated[
    list[Path], typer.Option("--memory", help="A translation memory (TMX); may be given more than once.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 where there is any diagnostic.")]
Date = Annotated[
    str | None,
    typer.Option("--date", help="The translation's date, YYYY-MM-DD; without it the letter's own date serves."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no report; errors only.")]
Archive = Annotated[
    bool, typer.Option("--archive", help="Refuse what would have to be invented, such as an unknown date.")
]
Comments = Annotated[bool, typer.Option("--comments", help="Put what needs review into the DOCX as comments.")]
Template = Annotated[Path | None, typer.Option("--template", help="A DOCX whose styles the briefing takes.")]


def convert(
    inputs: Inputs,
    out: Out = OUT,
    to: To = ALL,
    engine: Engine = AUTO,
    glossary: Glossary = [],  # noqa: B006 - typer copies it
    memory: Memory = [],  # noqa: B006 - typer copies it
    date: Date = None,
    strict: Strict = False,
    quiet: Quiet = False,
    archive: Archive = False,
    comments: Comments = False,
    template: Template = None,
    index: Annotated[bool, typer.Option("--index", help="Add an index page over all letters.")] = False,
) -> None:
    """Translate letters and write the outputs: DOCX, Akoma Ntoso, HTML, JSON."""
    from docconv.convert import Settings
    from docconv.convert import convert as convert_letters

    settings = Settings(
        to=_formats(to),
        engine=engine.value,
        glossary=tuple(glossary),
        memory=tuple(memory),
        date=_date(date),
        index=index,
        export=ExportOptions(archive=archive, comments=comments, template=template),
    )
    with screen.progress(quiet=quiet) as progress:
        reports = convert_letters([_input(path) for path in inputs], out, settings=settings, progress=progress)
    if not quiet:
        for report in reports:
            print_report(report)
    if strict and any(report.diagnostics for report in reports):
        raise typer.Exit(1)


def inspect(
    input: Annotated[Path, typer.Argument(help="A letter; - reads text from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the structure as JSON.")] = False,
    strict: Strict = False,
) -> None:
    """Show what docconv reads in a letter: metadata, questions, answers, notes, diagnostics."""
    from docconv.parsing import parse
    from docconv.parsing.inspection import inspect as structure
    from docconv.readers import read

    source = _input(input)
    letter = parse(source if isinstance(source, Source) else read(source))
    found = structure(letter)
    if as_json:
        sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n")
    else:
        print_structure(found)
    if strict and letter.diagnostics:
        raise typer.Exit(1)


def export(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            help="A letter.json that docconv wrote, perhaps edited since; or the pair of Akoma Ntoso files of a letter, "
            "or the one file with both expressions."
        ),
    ],
    out: Out = OUT,
    to: To = "en-docx,bilingual-docx,akn,html",
    date: Date = None,
    archive: Archive = False,
    comments: Comments = False,
    template: Template = None,
) -> None:
    """Write other formats from a letter.json, such as one that a reviewer has edited, or from an archive's files."""
    from docconv.convert import dated, export_files

    options = ExportOptions(archive=archive, comments=comments, template=template)
    for path in export_files(dated(_kept(inputs), _date(date)), out, _formats(to), options).values():
        typer.echo(path)


def _kept(inputs: list[Path]) -> BilingualLetter:
    """Load a letter with its translation from letter.json, else from Akoma Ntoso."""
    if len(inputs) == 1 and inputs[0].suffix.lower() not in {".xml", ".akn"}:
        from docconv.exporters.json import load

        return load(inputs[0])
    from docconv.readers.akn import load as load_expressions

    return load_expressions(inputs)


def _input(path: Path) -> Path | Source:
    """Give the path, or for "-" the source read from standard input."""
    if str(path) != "-":
        return path
    from docconv.readers import read

    return read(sys.stdin.buffer.read(), name="letter")


def _formats(to: str) -> tuple[str, ...]:
    formats = tuple(part.strip() for part in to.split(",") if part.strip())
    try:
        files_of(formats)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from error
    if not formats:
        raise typer.BadParameter("names no format", param_hint="--to")
    return formats


def _date(date: str | None) -> str | None:
    if date is None:
        return None
    try:
        return calendar_date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{date!r} is not a date of the form YYYY-MM-DD", param_hint="--date") from error

"""`docconv check`: what an archive would refuse in files of Akoma Ntoso, and what it would ask about."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docconv.cli.screen import screen
from docconv.errors import ReadError

if TYPE_CHECKING:
    from docconv.exporters.akn_findings import Finding

Files = Annotated[
    list[Path],
    typer.Argument(help="Files of Akoma Ntoso 3.0 (.xml or .akn); give both files of a letter to compare them."),
]


def check(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
) -> None:
    """Check files of Akoma Ntoso: the official schema, then ids, references, identification, translation, text.

    Exit code 0: no errors; 1: errors, or with --strict warnings; 2: a file can't be read.
    """
    from docconv.exporters.akn_checks import check_files, report

    contents = {str(path): _bytes(path) for path in files}
    findings = check_files(contents)
    if as_json:
        sys.stdout.buffer.write(json.dumps(report(contents, findings), ensure_ascii=False, indent=2).encode() + b"\n")
    else:
        _print(findings, len(contents))
    if any(finding.severity == "error" or strict for finding in findings):
        raise typer.Exit(1)


def _bytes(path: Path) -> bytes:
    from docconv.readers.akn import unpacked

    try:
        return unpacked(path.read_bytes(), str(path))
    except OSError as error:
        raise ReadError(f"can't read {path}: {error.strerror or error}") from error


def _print(findings: tuple[Finding, ...], files: int) -> None:
    from rich.table import Table
    from rich.text import Text

    errors = sum(finding.severity == "error" for finding in findings)
    for file in dict.fromkeys(finding.file for finding in findings):
        table = Table(title=Text(file), title_justify="left", box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True, style="bold")
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for finding in findings:
            if finding.file == file:
                where = f"line {finding.line}, {finding.place}" if finding.line else finding.place
                table.add_row(finding.severity, finding.code, Text.assemble(finding.message, "\n", (where, "dim")))
        screen.out.print(table)
    screen.out.print(f"{files} {'file' if files == 1 else 'files'}, {errors} errors, {len(findings) - errors} warnings")

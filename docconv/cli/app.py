"""The commands of `docconv`, put together from one file a subject."""

from __future__ import annotations

from typing import Annotated

import typer

import docconv
from docconv.cli import check, convert, explain, glossary, memory, models

app = typer.Typer(
    name="docconv",
    help="Dutch parliamentary answer letters as English briefings, Akoma Ntoso XML and side-by-side HTML.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("convert")(convert.convert)
app.command("inspect")(convert.inspect)
app.command("export")(convert.export)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.add_typer(memory.app, name="memory")
app.add_typer(glossary.app, name="glossary")
app.add_typer(models.app, name="model")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"docconv {docconv.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass

"""`docconv memory`: translation memories from letters that were translated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Make translation memories (TMX) for `convert --memory`.", no_args_is_help=True)


@app.command()
def export(
    inputs: Annotated[list[Path], typer.Argument(help="Letters that docconv translated (letter.json).")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The TMX file to write.")],
    everything: Annotated[bool, typer.Option("--all", help="Also segments that need review.")] = False,
) -> None:
    """Write the segments of letters as a TMX file, one after another; those that need review stay out."""
    from docconv.convert import write
    from docconv.exporters.json import load
    from docconv.translation import tmx

    data = tmx.write([load(path) for path in inputs], everything=everything)
    write({out: data})
    typer.echo(f"{data.count(b'<tu ')} segments in {out}")

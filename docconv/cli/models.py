"""`docconv model`: install, list and find the models that translate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docconv.cli.screen import screen

app = typer.Typer(help="Install and list translation models.", no_args_is_help=True)


@app.command()
def install(
    file: Annotated[Path | None, typer.Argument(help="An Argos package for Dutch to English (.argosmodel).")] = None,
    from_index: Annotated[bool, typer.Option("--from-index", help="Download Argos' own package.")] = False,
    sha256: Annotated[str | None, typer.Option("--sha256", help="The SHA-256 that the file must have.")] = None,
) -> None:
    """Install a package from FILE, or from Argos' index. Nothing else in docconv opens a network connection."""
    from docconv.translation import packages

    if (file is None) != from_index:
        raise typer.BadParameter("give either FILE or --from-index")
    archive = _download() if file is None else file
    typer.echo(f"sha256 {packages.digest(archive)}  {archive}")
    package = packages.install(archive, sha256=sha256)
    typer.echo(f"installed {package.name} {package.version} in {package.path}")


@app.command("list")
def list_models() -> None:
    """List the models at hand; the first serves where no engine is named."""
    from docconv.data import embedded_model
    from docconv.translation import packages

    for package in packages.installed():
        typer.echo(f"argos     {package.version:8} {package.path}")
    typer.echo(f"embedded  {'':8} {embedded_model()}")


@app.command()
def path() -> None:
    """Print the folder in which Argos packages are installed."""
    from docconv.translation import packages

    typer.echo(packages.packages_folder())


def _download() -> Path:
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    from docconv.translation.package_index import download

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen.err) as bar:
        task = bar.add_task("", total=None)
        return download(lambda done, total: bar.update(task, completed=done, total=total or None))

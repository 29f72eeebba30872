"""What a person sees: the two consoles, the progress bar and the error line.

Colours follow the terminal and NO_COLOR (no-color.org); nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from docconv.protocols import Progress

STAGES = {"read": "Reading", "parse": "Parsing", "translate": "Translating", "export": "Exporting"}


class Screen:
    """Standard output for results, standard error for the rest."""

    @property
    def out(self) -> Console:
        """Give the console for results."""
        from rich.console import Console

        return Console(highlight=False)

    @property
    def err(self) -> Console:
        """Give the console for progress, reports and errors."""
        from rich.console import Console

        return Console(stderr=True, highlight=False)

    def error(self, message: str) -> None:
        """Print one error."""
        from rich.text import Text

        self.err.print(Text.assemble(("docconv: ", "bold red"), message), soft_wrap=True)

    @contextmanager
    def progress(self, *, quiet: bool) -> Iterator[Progress | None]:
        """Show one bar for the stages of a conversion while the block runs; None stands for no bar."""
        if quiet:
            yield None
            return
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description:12}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        with Progress(*columns, console=self.err, transient=True) as bar:
            task = bar.add_task("", total=1)
            yield lambda stage, done, total: bar.update(
                task, description=STAGES.get(stage, stage), completed=done, total=max(total, 1)
            )


screen = Screen()

"""What the short names in a glossary's column `source` stand for: the rows of `sources.csv` beside it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from docconv.data import glossary_file


@cache
def named_sources(beside: Path | None = None) -> dict[str, str]:
    """Give key and name of each source that lies beside a glossary, or beside the built-in one."""
    path = beside.parent / "sources.csv" if beside else None
    if path is None or not path.is_file():
        path = glossary_file("sources.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row["name"] for row in csv.DictReader(file)}

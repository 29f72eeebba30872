"""Runs the command line in this process and gives what a shell would see."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from docconv.cli import main


@dataclass
class Run:
    code: int
    out: str
    err: str

    @property
    def message(self) -> str:
        """Standard error as one line."""
        return " ".join(self.err.split())


@pytest.fixture
def docconv(capfdbinary, monkeypatch):
    def run(*args: object, stdin: bytes | None = None) -> Run:
        monkeypatch.setattr(sys, "argv", ["docconv", *map(str, args)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
        out, err = capfdbinary.readouterr()
        return Run(int(code), out.decode(), err.decode())

    return run

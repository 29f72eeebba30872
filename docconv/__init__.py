r"""docconv: Dutch parliamentary answer letters as English briefings, Akoma Ntoso and side-by-side HTML.

>>> import docconv
>>> letter = docconv.parse(docconv.from_text("Vraag 1\nKlopt dit?\n\nAntwoord\nJa."))
>>> [question.numbers for question in letter.questions]
[('1',)]
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from docconv.errors import DocconvError, EngineError, ExportError, GlossaryError, ReadError

if TYPE_CHECKING:
    from docconv.convert import Report, convert, write
    from docconv.exporters import export
    from docconv.exporters.json import load
    from docconv.model import BilingualLetter, Letter, Source
    from docconv.parsing import parse
    from docconv.protocols import ExportOptions
    from docconv.readers import from_text, read
    from docconv.translation import translate

__version__ = "0.1.0"

__all__ = [
    "BilingualLetter",
    "DocconvError",
    "EngineError",
    "ExportError",
    "ExportOptions",
    "GlossaryError",
    "Letter",
    "ReadError",
    "Report",
    "Source",
    "__version__",
    "convert",
    "export",
    "from_text",
    "load",
    "parse",
    "read",
    "translate",
    "write",
]

_HOMES = {
    "BilingualLetter": "docconv.model",
    "ExportOptions": "docconv.protocols",
    "Letter": "docconv.model",
    "Report": "docconv.convert",
    "Source": "docconv.model",
    "convert": "docconv.convert",
    "export": "docconv.exporters",
    "from_text": "docconv.readers",
    "load": "docconv.exporters.json",
    "parse": "docconv.parsing",
    "read": "docconv.readers",
    "translate": "docconv.translation",
    "write": "docconv.convert",
}

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes are of any type
    """Load a public name on first use, so that `import docconv` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'docconv' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

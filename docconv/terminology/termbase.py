"""The glossary in use: the built-in entries with a user's own laid over them, and where a text has which term.

Layers are laid by id or by term; every entry keeps the name of the file and the line that it came from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from docconv.data import glossary_file
from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.terminology.columns import COLUMNS, row_of
from docconv.terminology.formats import read_glossary
from docconv.terminology.matching import Compound, Match, Matcher
from docconv.terminology.tokens import fold

BUILT_IN = "nl-en.csv"


class TermBase:
    """Entries and the matcher over them. Immutable, and safe to share between threads.

    `entries` are all entries in force, drafts among them; only approved ones are matched. `replaced` are entries of lower
    layers that another took the place of, each with its successor. `digest` is a SHA-256 over what the entries say (not
    over their files, lines or order of columns).
    """

    def __init__(
        self,
        entries: Iterable[GlossaryEntry],
        *,
        replaced: Iterable[tuple[GlossaryEntry, GlossaryEntry]] = (),
    ) -> None:
        """Take entries with different ids. Raises GlossaryError where two have one id."""
        self.entries = tuple(entries)
        self.replaced = tuple(replaced)
        self._by_id: dict[str, GlossaryEntry] = {}
        for entry in self.entries:
            other = self._by_id.setdefault(entry.id, entry)
            if other is not entry:
                raise GlossaryError(
                    f"id {entry.id!r} stands in line {other.line} too: give each entry its own id",
                    file=entry.origin,
                    line=entry.line,
                )

    @cached_property
    def digest(self) -> str:
        """Give the SHA-256 of the entries in hexadecimal."""
        rows = [[row_of(entry)[name] for name in COLUMNS] for entry in self.entries]
        return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(entry for entry in self.entries if entry.status == "approved")

    def find(self, text: str) -> tuple[Match, ...]:
        """Give the terms of a Dutch text: longest first where they compete, never two on one word, in text order."""
        return self._matcher.find(text)

    def compounds(self, text: str) -> tuple[Compound, ...]:
        """Give the words that begin or end with a term ("kabinetsformatie") and are no term themselves."""
        return self._matcher.compounds(text)

    def entry(self, id: str) -> GlossaryEntry | None:
        """Give the entry with `id`, None where there is none."""
        return self._by_id.get(id)


def load(paths: Sequence[str | Path] = (), *, built_in: bool = True) -> TermBase:
    """Give the built-in glossary with `paths` laid over it in order, or `paths` alone.

    Files may be CSV, TSV or TBX. Raises GlossaryError with file, line and column.
    """
    files = [glossary_file(BUILT_IN)] if built_in else []
    files += [Path(path) for path in paths]
    return _load(tuple((path, _stamp(path)) for path in files))


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, tuple[int, int]], ...]) -> TermBase:
    layers = [read_glossary(path) for path, _ in files]
    return layered(layers)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", file=str(path)) from error
    return found.st_mtime_ns, found.st_size


def layered(layers: Sequence[Sequence[GlossaryEntry]]) -> TermBase:
    """Lay each layer over those before it: an entry takes the place of those with its id or its Dutch term.

    What a bare entry does not say of the Dutch side (variants, how to match) it takes over from the one it replaces, and
    what that one said in English it knows as wrong.
    """
    base: dict[str, GlossaryEntry] = {}
    replaced: list[tuple[GlossaryEntry, GlossaryEntry]] = []
    for number, layer in enumerate(layers):
        if number == 0:
            TermBase(layer)  # for its complaint about double ids
            base = {entry.id: entry for entry in layer}
            continue
        by_term: dict[str, list[str]] = {}
        for entry in base.values():
            by_term.setdefault(fold(entry.nl), []).append(entry.id)
        for entry in _unique(layer):
            keys = dict.fromkeys([entry.id, *by_term.get(fold(entry.nl), ())])
            lower = [base[key] for key in keys if key in base]
            successor = _inherit(entry, lower)
            replaced += [(old, successor) for old in lower]
            for old in lower:
                del base[old.id]
            base[successor.id] = successor
    return TermBase(base.values(), replaced=replaced)


def _unique(layer: Sequence[GlossaryEntry]) -> list[GlossaryEntry]:
    """Give one entry a term: where a user's file has a term twice without ids, that is a mistake to report."""
    TermBase(layer)
    return list(layer)


def _inherit(entry: GlossaryEntry, lower: Sequence[GlossaryEntry]) -> GlossaryEntry:
    same_term = next((old for old in lower if fold(old.nl) == fold(entry.nl)), None)
    if same_term is None or entry.nl_variants or entry.pos:
        return entry
    english = (same_term.en, same_term.en_plural, *same_term.en_variants, *same_term.wrong)
    own = {fold(text) for text in (entry.en, entry.en_plural, *entry.en_variants)}
    return replace(
        entry,
        nl_variants=same_term.nl_variants,
        pos=same_term.pos,
        match=same_term.match,
        case=same_term.case,
        domain=entry.domain or same_term.domain,
        wrong=entry.wrong or tuple(dict.fromkeys(text for text in english if text and fold(text) not in own)),
    )

"""`docconv explain`: how each sentence of a question, an answer or a note came to its English, for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docconv.cli.screen import screen
from docconv.model import BilingualLetter, Paragraph, TermHit, TranslationUnit, paragraphs

if TYPE_CHECKING:
    from rich.table import Table

METHODS = {
    "free": "the engine's own",
    "inline": "asked of the engine inline",
    "n-best": "another of the engine's hypotheses",
    "known-rendering": "a known other rendering, exchanged",
    "rewrite": "the Dutch rewritten, then translated again",
    "placeholder": "held by a placeholder while the engine translated",
    "respelled": "another spelling of the same words, put right",
    "suppress": "decoded again without another rendering",
    "prefix": "decoded again from the place on",
    "localised": "put in the place that answers to it",
    "first-mention": "in full, since first mentioned here",
    "missed": "not honoured",
    "edited": "edited since",
}
ORIGINS = {
    "engine": "translated by the engine",
    "memory": "from the translation memory",
    "phrase": "a fixed phrase",
    "source": "kept as it stands",
}


def explain(
    input: Annotated[Path, typer.Argument(help="A letter.json that docconv wrote.")],
    what: Annotated[
        list[str],
        typer.Argument(help="q7 for question 7, a7 for its answer, n1 for note 1, or the id of a segment (u243)."),
    ],
) -> None:
    """Show where the English of a passage comes from: origin, terms, placeables, checks, what else was considered."""
    from docconv.exporters.json import load

    bilingual = load(input)
    for name in what:
        found = list(units(bilingual, name))
        if not found:
            raise typer.BadParameter(f"nothing in {input} is called {name!r}: give q7, a7, n1 or a segment's id")
        for unit in found:
            _print_unit(bilingual, unit)
    _print_signature(bilingual)


def units(bilingual: BilingualLetter, name: str) -> Iterable[TranslationUnit]:
    """Give the units that a name stands for, in order; none where it stands for nothing."""
    for unit in bilingual.units:
        if unit.id == name:
            return [unit]
    found = re.fullmatch(r"([qan])(\w{1,10})", name.lower())
    if not found:
        return []
    letter = bilingual.letter
    homes: list[Paragraph] = []
    match found[1]:
        case "q":
            homes = [p for q in letter.questions if found[2] in q.numbers for p in paragraphs(q)]
        case "a":
            homes = [p for a in letter.answers if found[2] in a.numbers for p in paragraphs(a)]
        case "n":
            homes = [p for n in letter.footnotes if found[2] == n.marker for p in paragraphs(n)]
    return [unit for home in homes for unit in bilingual.units_of(home)]


def _print_unit(bilingual: BilingualLetter, unit: TranslationUnit) -> None:
    from rich.table import Table
    from rich.text import Text

    console = screen.out
    score = "" if unit.score is None else f", score {unit.score:.2f}"
    console.print(Text(f"{unit.id}: {unit.state}, {ORIGINS[unit.origin]}{score}", style="bold"))
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    table.add_row("nl", Text(unit.source.plain()))
    table.add_row("en", Text(unit.target.plain()))
    for check in unit.checks:
        table.add_row("check", Text(f"{check.message} ({check.code})"))
    for hit in unit.terms:
        table.add_row("term", Text(_term(bilingual, hit)))
    for item in unit.placeables:
        place = "" if item.target_span is not None else " (missing)"
        table.add_row(item.kind, Text(f"{item.source} → {item.target}{place}"))
    _add_suggestions(table, unit)
    console.print(table)
    console.print()


def _add_suggestions(table: Table, unit: TranslationUnit) -> None:
    from rich.text import Text

    for other in unit.suggestions:
        known = f" for “{other.source}”" if other.origin == "memory" else ""
        table.add_row(f"not taken ({other.origin}, {other.score:.2f})", Text(f"{other.target}{known}"))


def _term(bilingual: BilingualLetter, hit: TermHit) -> str:
    entry = bilingual.entry(hit.entry)
    wanted = f" (glossary: {entry.nl} → {entry.en})" if entry else ""
    change = f", “{hit.before}” became “{hit.after}”" if hit.before and hit.before != hit.after else ""
    look = "; please look" if hit.flagged else ""
    return f"{hit.source} → {hit.target or '–'}: {METHODS.get(hit.method, hit.method)}{change}{look}{wanted}"


def _print_signature(bilingual: BilingualLetter) -> None:
    signature = bilingual.signature
    versions = ", ".join(f"{name} {version}" for name, version in signature.versions)
    screen.out.print(
        f"docconv {signature.docconv}, engine {signature.engine}, model {signature.model} "
        f"(SHA-256 {signature.model_sha256[:12] or 'none'}), glossary {signature.glossary_sha256[:12]}"
        + (f", {versions}" if versions else ""),
        markup=False,
    )

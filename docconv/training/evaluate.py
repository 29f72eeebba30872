"""Measure a package on the held-out sets and letters, and write the table into its model card.

usage: python -m docconv.training.evaluate PACKAGE --data DIR [--letters DIR] [--card]
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docconv
from docconv.training.augment import mark_note, protect
from docconv.training.card import write_table
from docconv.training.genre import held_out_phrases
from docconv.training.sources import read_dev
from docconv.training.symbols import PLACEHOLDER
from docconv.translation.ctranslate import CTranslateDecoder, processors
from docconv.translation.units import cut


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table: a set, how many texts it has, and its figures as printed."""

    name: str
    count: int
    figures: str


def measure(package: CTranslateDecoder, data: Path, letters: Path | None, *, quick: bool = False) -> Iterator[Measure]:
    """Every row, as it is measured; `quick` stops after the parliamentary set and FLORES."""
    started = time.perf_counter()
    package.translate(["Ja."])
    load = Measure("load", 1, f"{time.perf_counter() - started:.2f} s")
    sets = read_dev(data)
    first = [name for name in ("parliament", "flores-test") if name in sets]
    rest = [name for name in sets if name not in (*first, "flores-dev")]
    for name in first if quick else first + rest:
        yield _quality(package, name, sets[name])
    if "parliament" in sets:
        yield _placeholders(package, sets["parliament"])
    if not quick:
        yield _phrases(package)
    if letters is not None and not quick:
        yield _letters(package, list(letter_sentences(letters)))
    yield load


def has_loop(source: str, target: str) -> bool:
    """Whether one to four words stand three times in a row in the target, in a way that the source has not.

    >>> has_loop("een twee", "of the of the of the house"), has_loop("ja ja ja", "yes yes yes")
    (True, False)
    """
    return _longest_run(target.split()) >= max(3, _longest_run(source.split()) + 1)


def letter_sentences(folder: Path) -> Iterator[str]:
    """The sentences of every letter of a folder, as the translation stage cuts them, without their note marks."""
    for path in sorted(folder.glob("*.txt")):
        for sentence in cut(docconv.parse(docconv.read(path))):
            if any(map(str.isalpha, text := sentence.rich.plain(note=""))):
                yield text


def _longest_run(words: list[str]) -> int:
    """The most often that any one to four words follow themselves; 1 where none repeats."""
    best = 1
    for size in range(1, 5):
        run = 0
        for place in range(size, len(words)):
            run = run + 1 if words[place] == words[place - size] else 0
            best = max(best, run // size + 1)
    return best


def _quality(package: CTranslateDecoder, name: str, pairs: list[tuple[str, str]]) -> Measure:
    import sacrebleu

    hypotheses = package.translate([nl for nl, _ in pairs])
    references = [[en for _, en in pairs]]
    bleu, chrf = (
        sacrebleu.corpus_bleu(hypotheses, references).score,
        sacrebleu.corpus_chrf(hypotheses, references).score,
    )
    loops = sum(has_loop(nl, hypothesis) for (nl, _), hypothesis in zip(pairs, hypotheses, strict=True))
    return Measure(name, len(pairs), f"BLEU {bleu:.1f}, chrF {chrf:.1f}, loops {loops}, empty {hypotheses.count('')}")


def _placeholders(package: CTranslateDecoder, pairs: list[tuple[str, str]]) -> Measure:
    """How many placeholders come out exactly once, over sentences in which spans and footnotes were protected."""
    chance = random.Random(0)  # noqa: S311 - no secret is made here
    sources = [mark_note(*protect(nl, en, chance), chance)[0] for nl, en in pairs]
    wanted = kept = whole = 0
    for source, target in zip(sources, package.translate(sources), strict=True):
        here = sorted(PLACEHOLDER.findall(source))
        found = PLACEHOLDER.findall(target)
        wanted, kept = wanted + len(here), kept + sum(found.count(mark) == 1 for mark in here)
        whole += here == sorted(found)
    return Measure(
        "placeholders (parliament)",
        wanted,
        f"kept once {kept / max(1, wanted):.1%}, sentences whole {whole / len(sources):.1%}",
    )


def _phrases(package: CTranslateDecoder) -> Measure:
    pairs = held_out_phrases()
    right = sum(made == en for made, (_, en) in zip(package.translate([nl for nl, _ in pairs]), pairs, strict=True))
    return Measure("fixed phrases and title blocks", len(pairs), f"exact {right / len(pairs):.1%}")


def _letters(package: CTranslateDecoder, sentences: list[str]) -> Measure:
    started = time.perf_counter()
    made = package.translate(sentences)
    speed = sum(len(s.split()) for s in sentences) / (time.perf_counter() - started)
    loops = sum(map(has_loop, sentences, made))
    return Measure(
        "corpus letters (sentences)",
        len(sentences),
        f"loops {loops}, empty {made.count('')}, {speed:.0f} source words/s on {processors()} processors",
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure and report; with `--card`, write the table into the package's README.md."""
    parser: Any = argparse.ArgumentParser(
        prog="python -m docconv.training.evaluate", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("package", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--letters", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--card", action="store_true")
    chosen = parser.parse_args(arguments)
    rows = []
    for row in measure(CTranslateDecoder(chosen.package, "embedded"), chosen.data, chosen.letters, quick=chosen.quick):
        sys.stdout.write(f"{row.name:32} {row.count:6}  {row.figures}\n")
        sys.stdout.flush()
        rows.append((row.name, row.count, row.figures))
    if chosen.card:
        write_table(chosen.package / "README.md", rows)


if __name__ == "__main__":
    main()

"""What becomes of glossary terms over letters and sentence pairs, as tables in Markdown.

    python tests/translation_terms/bench_terms.py --letters samples/*/letter.txt --pairs pairs.tsv --engine embedded

`--letters` are letters in any format; `--pairs` is a file of Dutch, tab, English. The terms are counted by a matcher of its
own (regular expressions over the glossary's printed forms), so that docconv's matcher is checked and not believed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import docconv
from docconv.model import GlossaryEntry, Span
from docconv.protocols import DecodeOptions, Decoder
from docconv.terminology import TermBase, load
from docconv.terminology.targets import occurrences, words
from docconv.translation import ctranslate, enforcement, pipeline
from docconv.translation.engines import engine_for
from docconv.translation.work import Enforced, SentenceWork

GAP = r"(?:\W+\w+){0,12}?\W+"


@dataclass
class Tally:
    """What became of the terms of many sentences."""

    sentences: int = 0
    rungs: Counter[str] = field(default_factory=Counter)
    honoured: int = 0
    flagged: int = 0
    both: list[str] = field(default_factory=list)
    changed: int = 0  # sentences without terms that are not the engine's own
    seconds: float = 0.0

    @property
    def terms(self) -> int:
        return sum(self.rungs.values())

    def row(self, name: str) -> str:
        n = max(self.terms, 1)
        return (
            f"| {name} | {self.terms:,} | {self.honoured / n:.1%} | {self.flagged / n:.1%} | {len(self.both)} | "
            f"{self.changed} | {self.seconds:.1f} |"
        )


COLUMNS = ("run", "terms", "honoured", "flagged", "right beside wrong", "changed without terms", "seconds")
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"


def tally(letters: Sequence[Sequence[SentenceWork]], base: TermBase, engine: Decoder) -> tuple[Tally, list[Enforced]]:
    """Enforce letter by letter, and count."""
    works = [one for letter in letters for one in letter]
    result = Tally(sentences=len(works))
    begun = time.perf_counter()
    made = [enforced for letter in letters for enforced in enforcement.enforce(letter, base, engine)]
    result.seconds = time.perf_counter() - begun
    for one, enforced in zip(works, made, strict=True):
        result.rungs.update(term.method for term in enforced.terms)
        result.honoured += sum(term.honoured for term in enforced.terms)
        result.flagged += sum(term.flagged for term in enforced.terms)
        result.changed += not enforced.terms and enforced.text != one.free[0].text
        result.both += _both(one, enforced)
    return result, made


def _both(one: SentenceWork, enforced: Enforced) -> Iterable[str]:
    """Yield what has a right rendering, unflagged, beside more known wrong ones than other Dutch can account for."""
    text = words(enforced.text)
    spans = [term.target_span for term in enforced.terms if term.target_span]
    for term in enforced.terms:
        if term.honoured and not term.flagged:
            for wrong in occurrences(term.entry, text, wrong=True):
                if not any(s.start < wrong.span.end and wrong.span.start < s.end for s in spans):
                    yield f"{term.entry.id}: {wrong.form.text!r} in {enforced.text!r} ← {one.plain!r}"


# -- a matcher of its own ----------------------------------------------------------------------------


def plain_matcher(entries: Iterable[GlossaryEntry]) -> re.Pattern[str]:
    """Give one expression for every printed form, the longest first; nouns also with the commonest endings."""
    forms: dict[str, None] = {}
    for entry in entries:
        ending = "(?:en|s|n)?" if entry.match == "lemma" and entry.pos == "noun" else ""
        for form in (entry.nl, *entry.nl_variants):
            parts = [re.escape(part.strip()).replace(r"\ ", r"\s+") for part in form.split("…") if part.strip()]
            if parts:
                flag = "" if entry.case == "sensitive" else "i"
                body = GAP.join(parts) + ending
                forms[f"(?{flag}:{body})" if flag else f"(?:{body})"] = None
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(ordered) + r")(?![\w-]|\.\w)")


def unrecorded(
    works: Sequence[SentenceWork], made: Sequence[Enforced], pattern: re.Pattern[str]
) -> tuple[int, list[str]]:
    """Give how many occurrences the plain matcher finds, and those of which docconv says nothing."""
    total, lost = 0, []
    for one, enforced in zip(works, made, strict=True):
        known = [term.source_span for term in enforced.terms] + list(one.protected)
        for found in pattern.finditer(one.plain):
            total += 1
            if not any(s.start < found.end() and found.start() < s.end for s in known):
                lost.append(f"{found.group()!r} in {one.plain!r}")
    return total, lost


# -- what is measured --------------------------------------------------------------------------------


def translated(paths: Sequence[Path], engine: Decoder) -> list[list[SentenceWork]]:
    """Give the sentences of letters as the translation stage makes them, with their free translations."""
    letters: list[list[SentenceWork]] = []
    real = pipeline.enforce

    def keep(sentences: Sequence[SentenceWork], termbase: TermBase, decoder: Decoder) -> list[Enforced]:
        letters.append(list(sentences))
        return [Enforced(one.free[0].text) for one in sentences]

    pipeline.enforce = keep
    try:
        for path in paths:
            docconv.translate(docconv.parse(docconv.read(path)), engine=engine)
    finally:
        pipeline.enforce = real
    return letters


def pairs(path: Path, engine: Decoder) -> tuple[list[SentenceWork], list[str]]:
    """Give the Dutch sentences with their free translations, and the references."""
    rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines() if "\t" in line]
    free = engine.decode([nl for nl, _ in rows], DecodeOptions())
    works = [
        SentenceWork(nl, nl, ((Span(0, len(nl)), Span(0, len(nl))),), found)
        for (nl, _), found in zip(rows, free, strict=True)
    ]
    return works, [en for _, en in rows]


def fewer_wrong(base: TermBase, share: float) -> TermBase:
    """Give the glossary with only a share of its known wrong renderings, American spellings apart."""
    cut = [
        replace(e, wrong=tuple(w for n, w in enumerate(e.wrong) if (n * share) % 1 + share >= 1)) for e in base.entries
    ]
    return TermBase(cut)


def shuffled(base: TermBase) -> TermBase:
    """Give the glossary with each term's English taken from another term of its part of speech, and nothing else known."""
    pool: dict[str, list[str]] = {}
    for entry in base.entries:
        pool.setdefault(entry.pos, []).append(entry.en)
    for texts in pool.values():
        random.Random(7).shuffle(texts)  # noqa: S311 - a control, no secret
    bare = {"en_variants": (), "en_plural": "", "wrong": (), "forbidden": (), "first_mention": "", "dnt": False}
    return TermBase([replace(entry, en=pool[entry.pos].pop(), **bare) for entry in base.entries])


def cost(base: TermBase, text: str) -> list[str]:
    """Give rows for finding the terms of a long letter with glossaries of 700 and 7,000 entries."""
    approved = [entry for entry in base.entries if entry.status == "approved"]
    many = [
        replace(
            e,
            id=f"{e.id}-{n}",
            nl=f"{e.nl} {'abcdefghij'[n]}" if n else e.nl,
            nl_variants=e.nl_variants if not n else (),
        )
        for n in range(10)
        for e in approved[:700]
    ]
    rows = ["| entries | index | 10,000 characters | 60,000 characters |", "|---|---|---|---|"]
    for size in (700, 7000):
        begun = time.perf_counter()
        made = TermBase(many[:size])
        made.find("x")
        built = time.perf_counter() - begun
        timed = []
        for length in (10_000, 60_000):
            runs = []
            for _ in range(3):
                begun = time.perf_counter()
                made.find(text[:length])
                runs.append(time.perf_counter() - begun)
            timed.append(min(runs) * 1000)
        rows.append(f"| {len(made.entries):,} | {built * 1000:.0f} ms | {timed[0]:.0f} ms | {timed[1]:.0f} ms |")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=Path, nargs="*", default=[])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--engine", default="embedded", help="embedded, argos, or a folder with a package's files")
    parser.add_argument("--only", default="letters,ablation,chrf,cost", help="which parts")
    parser.add_argument("--show", type=int, default=0, help="how many sentences of each rung to print")
    given = parser.parse_args()
    base, parts = load(), given.only.split(",")
    folder = Path(given.engine)
    engine = ctranslate.load(folder, "embedded") if folder.is_dir() else engine_for(given.engine)
    assert isinstance(engine, Decoder)
    out = sys.stdout.write
    done = translated(given.letters, engine) if given.letters and {"letters", "ablation"} & {*parts} else []
    works = [one for letter in done for one in letter]
    if works and "letters" in parts:
        result, made = tally(done, base, engine)
        out(f"{len(given.letters)} letters, {result.sentences:,} sentences\n\n{HEAD}\n{result.row('letters')}\n\n")
        found, lost = unrecorded(works, made, plain_matcher(e for e in base.entries if e.status == "approved"))
        out(
            f"plain matcher: {found:,} occurrences, {found - len(lost):,} on record ({1 - len(lost) / max(found, 1):.1%})\n\n"
        )
        out(
            "| rung | terms |\n|---|---|\n"
            + "".join(f"| {r} | {n:,} |\n" for r, n in result.rungs.most_common())
            + "\n"
        )
        for line in [*lost[: given.show], *result.both[: given.show]]:
            out(f"- {line}\n")
        _show(works, made, given.show)
    if works and "ablation" in parts:
        out(f"{HEAD}\n")
        for name, other in (
            ("known renderings 0 %", fewer_wrong(base, 0)),
            ("known renderings 50 %", fewer_wrong(base, 0.5)),
            ("known renderings 100 %", base),
            ("random glossary", shuffled(base)),
        ):
            result, _ = tally(done, other, engine)
            out(result.row(name) + "\n")
            out(f"  {dict(result.rungs.most_common())}\n")
    if given.pairs and "chrf" in parts:
        _chrf(given.pairs, base, engine, given.show)
    if given.letters and "cost" in parts:
        text = "\n".join(docconv.read(path).text for path in given.letters)
        out("\n".join(cost(base, text)) + "\n")


def _chrf(path: Path, base: TermBase, engine: Decoder, show: int) -> None:
    import sacrebleu

    # each pair stands alone, so that no name counts as said before, and names stay short as the references have them
    short = TermBase([replace(entry, first_mention="") for entry in base.entries])
    works, references = pairs(path, engine)
    result, made = tally([works], short, engine)
    touched = [n for n, (w, m) in enumerate(zip(works, made, strict=True)) if m.text != w.free[0].text]
    out = sys.stdout.write
    out(f"\n{HEAD}\n{result.row(path.name)}\n\n{dict(result.rungs.most_common())}\n\n")
    out("| chrF | free | enforced |\n|---|---|---|\n")
    for name, chosen in (("all", range(len(works))), ("changed", touched)):
        gold = [[references[n] for n in chosen]]
        free = sacrebleu.corpus_chrf([works[n].free[0].text for n in chosen], gold).score
        kept = sacrebleu.corpus_chrf([made[n].text for n in chosen], gold).score
        out(f"| {name} ({len(chosen)}) | {free:.2f} | {kept:.2f} |\n")
    for rung in result.rungs:
        chosen = [n for n in touched if rung in {t.method for t in made[n].terms}]
        if chosen and rung != "free":
            gold = [[references[n] for n in chosen]]
            free = sacrebleu.corpus_chrf([works[n].free[0].text for n in chosen], gold).score
            kept = sacrebleu.corpus_chrf([made[n].text for n in chosen], gold).score
            out(f"| {rung} ({len(chosen)}) | {free:.2f} | {kept:.2f} |\n")
    _show(works, made, show)


def _show(works: Sequence[SentenceWork], made: Sequence[Enforced], most: int) -> None:
    shown: Counter[str] = Counter()
    for one, result in zip(works, made, strict=True):
        for term in result.terms:
            if term.method != "free" and shown[term.method] < most:
                shown[term.method] += 1
                sys.stdout.write(f"- {term.method}: {term.entry.nl!r}: {term.before!r} → {term.after!r}\n")
                sys.stdout.write(f"  - {one.plain}\n  - {one.free[0].text}\n  - {result.text}\n")


if __name__ == "__main__":
    main()

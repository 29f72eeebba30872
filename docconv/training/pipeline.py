# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""From a data folder to a package: pairs, vocabulary, lexicon, training, export, each kept in the output folder.

A step whose result is there already is not done again, so that the same command resumes a run that was stopped.
"""

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from docconv.training.alignment import Lexicon
from docconv.training.augment import vary
from docconv.training.batches import Stream, Vary
from docconv.training.everyday import made_everyday
from docconv.training.export import export_package, zip_package
from docconv.training.filters import clean
from docconv.training.genre import made_pairs
from docconv.training.network import Shape
from docconv.training.sources import SOURCES, Pair, read_dev, read_pairs
from docconv.training.terms import SHARE, TermAnnotator
from docconv.training.train import Log, Plan, Run, train
from docconv.training.vocabulary import load_vocabulary, train_vocabulary
from docconv.training.warmstart import network_from_package
from docconv.training.workers import Recipe, helpers

LEXICON_PAIRS = 150_000


@dataclass(frozen=True, slots=True)
class Preset:
    """Sizes for one kind of machine: the network, target tokens in a batch, and minutes when none are asked for."""

    width: int
    heads: int
    inner: int
    encoders: int
    decoders: int
    tokens: int
    minutes: float

    def shape(self, vocabulary: int) -> Shape:
        """The network of this size over so many pieces."""
        return Shape(vocabulary, self.width, self.heads, self.inner, self.encoders, self.decoders)


PRESETS = {
    "cpu": Preset(width=256, heads=4, inner=1024, encoders=3, decoders=2, tokens=3072, minutes=110),
    "gpu": Preset(width=512, heads=8, inner=2048, encoders=6, decoders=2, tokens=16_384, minutes=110),
    "toy": Preset(width=32, heads=2, inner=64, encoders=1, decoders=1, tokens=512, minutes=0.2),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a caller decides about a run: size, minutes of training in all, device, and a package to begin from."""

    preset: Preset
    minutes: float
    device: str = "cpu"
    warm_start: Path | None = None
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Workplace:
    """The files of one run."""

    folder: Path

    @property
    def pairs(self) -> Path:
        """The filtered pairs, one a line: Dutch, English, source."""
        return self.folder / "pairs.tsv"

    @property
    def vocabulary(self) -> Path:
        """The SentencePiece model."""
        return self.folder / "sentencepiece.model"

    @property
    def lexicon(self) -> Path:
        """The table of piece translations."""
        return self.folder / "lexicon.pt"

    @property
    def checkpoint(self) -> Path:
        """The last saved state of the run."""
        return self.folder / "checkpoint.pt"

    @property
    def package(self) -> Path:
        """The folder of the exported package."""
        return self.folder / "package"


def prepare(data: Path, work: Workplace, *, log: Log, pieces: int) -> None:
    """Filter the pairs, learn the vocabulary and the lexicon, each unless it is there."""
    work.folder.mkdir(parents=True, exist_ok=True)
    if not work.pairs.exists():
        write_pairs(data, work.pairs, log=log)
    pairs = load_pairs(work.pairs)
    if not work.vocabulary.exists():
        log("vocabulary …")
        train_vocabulary(
            (text for pair in weighted(pairs, 200_000) for text in (pair.nl, pair.en)), work.vocabulary, size=pieces
        )
    if not work.lexicon.exists():
        log("lexicon …")
        vocabulary = load_vocabulary(work.vocabulary)
        chosen = [
            (vocabulary.encode(pair.nl)[:100], vocabulary.encode(pair.en)[:100])
            for pair in weighted(pairs, LEXICON_PAIRS)
        ]
        Lexicon.learn([s for s, _ in chosen], [t for _, t in chosen], vocabulary.vocab_size()).save(work.lexicon)


def run(work: Workplace, choices: Choices, *, log: Log) -> Run:
    """Train, from the checkpoint where there is one, else from a package where one is given, else from nothing."""
    vocabulary, lexicon = load_vocabulary(work.vocabulary), Lexicon.load(work.lexicon)
    stream = open_stream(work, choices.preset.tokens, lexicon)
    if work.checkpoint.exists():
        state, stream.position = Run.load(work.checkpoint, choices.device)
        log(f"resumed at step {state.step}, {state.minutes:.1f} minutes")
    elif choices.warm_start:
        network = network_from_package(choices.warm_start)
        state = Run(network.shape, choices.device, network=network)
    else:
        state = Run(choices.preset.shape(vocabulary.vocab_size()), choices.device)
    state.lexicon = lexicon
    plan, others = Plan(choices.minutes), choices.workers - 1 if choices.device == "cpu" else 0
    with helpers(state, Recipe(work.folder, choices.preset.tokens, plan, others)):
        train(state, stream, plan, work.checkpoint, log=log)
    return state


def open_stream(work: Workplace, tokens: int, lexicon: Lexicon) -> Stream:
    """The stream of a run's pairs, varied and with term constraints, from its beginning."""
    vocabulary = load_vocabulary(work.vocabulary)
    return Stream(
        load_pairs(work.pairs), vocabulary, tokens=tokens, vary=with_terms(TermAnnotator(lexicon, vocabulary))
    )


def finish(state: Run, work: Workplace, *, log: Log) -> None:
    """Export the moving average of the weights as a package, unpacked and zipped."""
    export_package(state.average.cpu(), work.vocabulary, work.package)
    zip_package(work.package, work.folder / "nl_en.argosmodel")
    log(f"package in {work.package}")


def write_pairs(data: Path, path: Path, *, log: Log) -> None:
    """Write the filtered pairs of `data` with those made for the project, and log how many each source gave."""
    held_out = [text for pairs in read_dev(data).values() for pair in pairs for text in pair]
    pairs = [*clean(read_pairs(data), held_out), *made_pairs(), *made_everyday()]
    if len(pairs) == 0:
        raise ValueError(f"{data}: expected train.tsv.zst or parliament_nl_en.tsv, found no pairs")
    log(
        "pairs: "
        + ", ".join(f"{name} {count:,}" for name, count in Counter(pair.source for pair in pairs).most_common())
    )
    partial = path.with_suffix(".part")
    partial.write_text("".join(f"{pair.nl}\t{pair.en}\t{pair.source}\n" for pair in pairs), encoding="utf-8")
    partial.replace(path)


def load_pairs(path: Path) -> list[Pair]:
    """The pairs that `write_pairs` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [Pair(*line.rstrip("\n").split("\t")) for line in lines]


def weighted(pairs: list[Pair], count: int) -> list[Pair]:
    """About `count` pairs, each at most once, sources by their weight at the start of a run."""
    weights = {source.name: source.start for source in SOURCES}
    total = sum(weights[pair.source] for pair in pairs)
    chance = random.Random(0)  # noqa: S311 - no secret is made here
    return [pair for pair in pairs if chance.random() < weights[pair.source] * count / total]


def with_terms(annotator: TermAnnotator) -> Vary:
    """The usual variants, a share of them with term constraints as well."""

    def varied(nl: str, en: str, chance: random.Random) -> tuple[str, str]:
        nl, en = vary(nl, en, chance)
        if chance.random() < SHARE and "⟦" not in nl:
            nl = annotator.annotate(nl, en, chance)
        return nl, en

    return varied


def default_device() -> str:
    """`cuda` where a device is at hand, else `cpu`."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"

# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""Which pairs may train a published model, and how often each source is drawn.

Licences and quality are those of the data folder's MANIFEST.tsv and README; a source that is not listed here is not used.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OWN_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Source:
    """How many times a pass draws each pair of one source, at the start of a run and in its last part."""

    name: str
    start: float
    finish: float
    licence: str


SOURCES: tuple[Source, ...] = (
    Source("parliament", 3, 4, "public domain originals, translated for this project"),
    Source("general", 5, 5, "written for this project"),
    Source("genre", 0.5, 0.7, "made for this project"),
    Source("everyday", 1.5, 1, "made for this project"),
    Source("europarl_wmt_dev", 3, 4, "European Parliament, reuse authorised"),
    Source("minvws", 2, 3, "EUPL-1.2, CC0"),
    Source("internet_nl", 2, 2, "Apache-2.0, CC-BY-4.0"),
    Source("civil_procedure", 2, 2, "CC-BY-4.0"),
    Source("be_constitutional_court", 2, 2, "official texts"),
    Source("gdpr", 2, 2, "EU reuse, CC-BY-4.0"),
    Source("jrc_acquis", 0.7, 0.5, "EU reuse"),
    Source("esco_occupations", 1, 1, "EU reuse"),
    Source("eforms_sdk", 0.5, 0.5, "CC-BY-4.0, EU reuse"),
    Source("eu_kohesio_europeana", 1, 1, "EU reuse, EUPL-1.2"),
    Source("nl_treaties", 0.1, 0.05, "public domain"),
    Source("tatoeba", 0.9, 0.7, "CC-BY-2.0-FR"),
    Source("ms_docs", 0.15, 0.05, "CC-BY-4.0"),
    Source("libreoffice_help", 0.15, 0.05, "MPL-2.0"),
    Source("terms", 0.5, 0.3, "EU reuse, CC-BY-4.0, CC0, EUPL-1.2"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A Dutch text, its English, and the source it came from."""

    nl: str
    en: str
    source: str


def read_pairs(data: Path) -> Iterator[Pair]:
    """Every pair of the listed sources under `data` and in the project's own data, unfiltered."""
    names = {source.name for source in SOURCES}
    yield from (pair for pair in _read_mixed(data / "train.tsv.zst") if pair.source in names and pair.source != "terms")
    yield from _read_columns(data / "parliament_nl_en.tsv", "parliament", columns=(1, 2))
    for name in ("parliament", "general"):
        for own in sorted(OWN_DATA.glob(f"{name}*.tsv.zst")):
            yield from _read_columns(own, name, columns=(0, 1))
    for terms in sorted([*data.glob("terms/*.tsv"), *data.parent.glob("terms/*.tsv")]):
        yield from _read_terms(terms)


def read_dev(data: Path) -> dict[str, list[tuple[str, str]]]:
    """The held-out pairs by set: one for each file of dev/, and the line-aligned sets of eval/. Never trained on."""
    sets = {
        path.stem: [(p.nl, p.en) for p in _read_columns(path, "dev", columns=(0, 1))]
        for path in sorted((data / "dev").glob("*.tsv"))
    }
    for dutch in sorted((data / "eval").glob("*.nl")):
        english = dutch.with_suffix(".en").read_text("utf-8").splitlines()
        sets[dutch.stem] = list(zip(dutch.read_text("utf-8").splitlines(), english, strict=True))
    return sets


def open_text(path: Path) -> io.TextIOBase:
    """A text stream over a plain or Zstandard-compressed file."""
    if path.suffix != ".zst":
        return path.open(encoding="utf-8")
    import zstandard

    return io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(path.open("rb")), encoding="utf-8")


def _read_mixed(path: Path) -> Iterator[Pair]:
    if not path.exists():
        return
    with open_text(path) as lines:
        for line in lines:
            nl, en, source = line.rstrip("\n").split("\t")
            yield Pair(nl, en, source)


def _read_columns(path: Path, source: str, *, columns: tuple[int, int]) -> Iterator[Pair]:
    if not path.exists():
        return
    with open_text(path) as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > max(columns):
                yield Pair(cells[columns[0]], cells[columns[1]], source)


def _read_terms(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("source") != "business.gov.nl" and row["nl"] and row["en"]:
                yield Pair(row["nl"], row["en"].split(" / ")[0], "terms")

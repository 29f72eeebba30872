"""What a model has said before, kept in one SQLite file in the user's cache folder, so that a second run is quick.

A sentence's translation does not depend on what else is translated with it (see ctranslate), so that what is kept is what would
be made again. Every batch is written at once: what a crash leaves behind serves. The variable DOCCONV_CACHE names another file,
or is "off". A file that is damaged is dropped with a warning, and so is a place where none can be written.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import docconv
from docconv.protocols import DecodeOptions, Decoder, Engine, EngineIdentity, Hypothesis

MOST = 500_000  # answers; the oldest go first
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def cached(engine: Engine, glossary: str) -> Engine:
    """Give an engine that remembers, where it is one whose model has a digest; else the engine itself.

    `glossary` is the digest of the glossary in force.
    """
    place = cache_file()
    if place is None or not isinstance(engine, Decoder) or not engine.identity.sha256:
        return engine
    return CachedDecoder(engine, place, glossary)


def cache_file() -> Path | None:
    """Give the file in which translations are kept, None where that is off."""
    chosen = os.environ.get("DOCCONV_CACHE", "")
    if chosen.lower() == "off":
        return None
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("docconv") / "translations.sqlite"


class CachedDecoder:
    """A decoder that asks the cache first. Safe to use from several threads and processes."""

    def __init__(self, decoder: Decoder, place: Path, glossary: str) -> None:
        """Take the decoder, the file, and the digest of the glossary."""
        self._decoder, self._place = decoder, place
        identity = decoder.identity
        self._base = json.dumps([docconv.__version__, identity.sha256, identity.coverage, identity.versions, glossary])

    @property
    def identity(self) -> EngineIdentity:
        """Give the decoder's."""
        return self._decoder.identity

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Give the best translation of each sentence."""
        return [hypotheses[0].text for hypotheses in self.decode(sentences, DecodeOptions())]

    def decode(self, sentences: Sequence[str], options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:
        """Give the hypotheses of each sentence, best first."""

        def part(numbers: Sequence[int]) -> list[tuple[Hypothesis, ...]]:
            return self._decoder.decode([sentences[n] for n in numbers], _part(options, numbers))

        keys = [
            ["decode", sentence, options.beam, options.hypotheses, options.no_repeat_ngram, *_constraints(options, n)]
            for n, sentence in enumerate(sentences)
        ]
        return self._through(keys, part, lambda kept: tuple(Hypothesis(text, score) for text, score in kept), _plain)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Give the scores of pairs."""
        keys = [["score", *pair] for pair in pairs]
        return self._through(keys, lambda numbers: self._decoder.score([pairs[n] for n in numbers]), float, float)

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[int, int, float], ...]]:
        """Give the links of pairs."""
        keys = [["align", *pair] for pair in pairs]
        return self._through(
            keys,
            lambda numbers: self._decoder.align([pairs[n] for n in numbers]),
            lambda kept: tuple((a, b, weight) for a, b, weight in kept),
            list,
        )

    def _through(
        self,
        keys: Sequence[Sequence[Any]],
        ask: Callable[[Sequence[int]], list[_T]],
        load: Callable[[Any], _T],
        dump: Callable[[_T], Any],
    ) -> list[_T]:
        """Give the answers to questions: kept ones from the file, the rest by asking, which are then kept."""
        digests = [hashlib.sha256(json.dumps([self._base, *key]).encode()).digest() for key in keys]
        found = {digest: load(json.loads(text)) for digest, text in self._read(digests).items()}
        new = [n for n, digest in enumerate(digests) if digest not in found]
        if new:
            answers = ask(new)
            fresh = {digests[n]: answer for n, answer in zip(new, answers, strict=True)}
            self._write({digest: json.dumps(dump(answer)) for digest, answer in fresh.items()})
            found |= fresh
        return [found[digest] for digest in digests]

    def _read(self, digests: Sequence[bytes]) -> dict[bytes, str]:
        def look(file: sqlite3.Connection) -> dict[bytes, str]:
            found: dict[bytes, str] = {}
            for n in range(0, len(digests), 500):
                part = digests[n : n + 500]
                marks = ",".join("?" * len(part))
                found |= dict(file.execute(f"SELECT key, value FROM answers WHERE key IN ({marks})", part))  # noqa: S608
            return {key: value for key, value in found.items() if _sound(value)}

        return self._with(look) or {}

    def _write(self, answers: dict[bytes, str]) -> None:
        def keep(file: sqlite3.Connection) -> None:
            with file:
                file.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", answers.items())
                file.execute("DELETE FROM answers WHERE rowid <= (SELECT MAX(rowid) FROM answers) - ?", (MOST,))

        self._with(keep)

    def _with(self, use: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Use the file; what is damaged is dropped, what can't be written is done without."""
        for attempt in range(2):
            try:
                self._place.parent.mkdir(parents=True, exist_ok=True)
                with closing(sqlite3.connect(self._place, timeout=10)) as file:
                    file.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB UNIQUE, value TEXT)")
                    return use(file)
            except sqlite3.OperationalError as error:  # locked, read-only, full
                _log.warning("can't use the cache of translations %s: %s", self._place, error)
                return None
            except (sqlite3.DatabaseError, OSError) as error:
                _log.warning("dropped the cache of translations %s: %s", self._place, error)
                if attempt or not _dropped(self._place):
                    return None
        return None


def _constraints(options: DecodeOptions, n: int) -> list[Any]:
    return [
        options.prefixes[n] if options.prefixes else "",
        list(options.suppress[n]) if options.suppress else [],
    ]


def _part(options: DecodeOptions, numbers: Sequence[int]) -> DecodeOptions:
    return DecodeOptions(
        beam=options.beam,
        hypotheses=options.hypotheses,
        no_repeat_ngram=options.no_repeat_ngram,
        prefixes=tuple(options.prefixes[n] for n in numbers) if options.prefixes else (),
        suppress=tuple(options.suppress[n] for n in numbers) if options.suppress else (),
    )


def _plain(hypotheses: tuple[Hypothesis, ...]) -> list[tuple[str, float]]:
    return [(hypothesis.text, hypothesis.score) for hypothesis in hypotheses]


def _sound(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    """Tell whether a kept value is JSON: a file may be damaged where SQLite does not look."""
    try:
        json.loads(value)
    except (TypeError, ValueError):
        return False
    return True


def _dropped(place: Path) -> bool:
    try:
        place.unlink(missing_ok=True)
    except OSError:
        return False
    return True

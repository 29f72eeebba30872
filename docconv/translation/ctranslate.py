"""Decoding with a CTranslate2 model and its tokenizer, as Argos Translate packages hold them; docconv's own model is one too.

Sentences go to the model in batches of equal length in tokens: padding changes a translation now and then (2 of 500 in batches
of 16), and equal lengths need none, so that a sentence's English never depends on what else is translated with it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

from docconv.errors import EngineError, ModelMissingError
from docconv.protocols import DecodeOptions, EngineIdentity, Hypothesis
from docconv.translation.packages import digest
from docconv.translation.tokens import Tokenizer, tokenizer_of

BATCH = 32  # sentences
LONGEST = 256  # tokens of English that one sentence may become

_loaded: dict[Path, CTranslateDecoder] = {}
_loading = Lock()


def load(folder: Path, engine: str) -> CTranslateDecoder:
    """Give the decoder for the model in a package folder, loaded once a process. Raises EngineError."""
    place = folder.resolve()
    with _loading:
        if place not in _loaded:
            _loaded[place] = CTranslateDecoder(place, engine)
        return _loaded[place]


class CTranslateDecoder:
    """An engine over one model. Safe to use from several threads; the model is loaded on first use."""

    def __init__(self, folder: Path, engine: str) -> None:
        """Take the package folder; `engine` names the choice that led here. Raises ModelMissingError."""
        if not (folder / "model" / "model.bin").is_file():
            raise ModelMissingError(f"no model in {folder}: it needs model/model.bin; install the package again")
        self._folder, self._engine, self._lock = folder, engine, Lock()

    @cached_property
    def identity(self) -> EngineIdentity:
        """Give what the package's metadata and the model's digest say."""
        metadata = _metadata(self._folder)
        own = _own(metadata)
        return EngineIdentity(
            engine=self._engine,
            model=f"{self._folder.name} {metadata.get('package_version', '0')}",
            sha256=digest(self._folder / "model" / "model.bin"),
            draft=self._engine == "embedded",
            placeholders=int(own.get("placeholders", 0)),
            terms=bool(own.get("terms", False)),
            coverage=self._coverage,
            versions=(("ctranslate2", version("ctranslate2")), ("sentencepiece", version("sentencepiece"))),
        )

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Give the best translation of each sentence."""
        return [hypotheses[0].text for hypotheses in self.decode(sentences, DecodeOptions())]

    def decode(self, sentences: Sequence[str], options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:
        """Give the hypotheses of each sentence, best first by the search; scores need not fall. Raises EngineError."""
        jobs = [self._job(n, sentence, options) for n, sentence in enumerate(sentences)]
        waiting = [(batch, self._submit(batch, options)) for batch in _batches(jobs)]
        done = [(job, _result(one)) for batch, pending in waiting for job, one in zip(batch, pending, strict=True)]
        anew = self._coverage or any(job.prefix for job in jobs)
        scores = self._scores(done) if anew else [result.scores if result else () for _, result in done]
        found: list[tuple[Hypothesis, ...]] = [()] * len(jobs)
        for (job, result), of in zip(done, scores, strict=True):
            found[job.number] = self._hypotheses(result, of)
        return found

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Give the mean log probability per token of each English sentence, its end included, given its Dutch one."""
        scores = []
        for nl, en in pairs:
            source, target = self._tokens.encode(nl), self._tokens.encode(en)
            if not source or not target:
                scores.append(0.0 if source == target else float("-inf"))
                continue
            scores.append(_mean(self._call("score_batch", [source], [target])[0]))
        return scores

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[int, int, float], ...]]:
        """Give for each target token the source token that the last layer's heads look at most.

        The attention is that of decoding the English again as a forced prefix.
        """
        return [self._aligned(nl, en) for nl, en in pairs]

    def _aligned(self, nl: str, en: str) -> tuple[tuple[int, int, float], ...]:
        source, target = self._tokens.encode(nl), self._tokens.encode(en)
        if not source or not target:
            return ()
        result = self._call(
            "translate_batch",
            [source],
            target_prefix=[target],
            beam_size=1,
            max_decoding_length=len(target) + 1,
            return_attention=True,
        )[0]
        origins, places = self._tokens.offsets(nl, source), self._tokens.offsets(en, target)
        links = []
        for place, weights in zip(places, result.attention[0], strict=False):
            inner = weights[: len(source)]
            best = max(range(len(inner)), key=inner.__getitem__)
            links.append((origins[best], place, float(inner[best])))
        return tuple(links)

    def _job(self, number: int, sentence: str, options: DecodeOptions) -> _Job:
        prefix = options.prefixes[number] if options.prefixes else ""
        suppress = options.suppress[number] if options.suppress else ()
        forms = {form for text in suppress for form in (text, text[:1].upper() + text[1:])}
        banned = [tokens for form in sorted(forms) for tokens in self._tokens.forms(form)]
        return _Job(number, self._tokens.encode(sentence), self._tokens.encode(prefix) if prefix else None, banned)

    def _submit(self, batch: Sequence[_Job], options: DecodeOptions) -> list[Any]:
        """Hand a batch to the model's own threads; an empty sentence never reaches it."""
        if not batch[0].source:
            return [None] * len(batch)
        prefixed = any(job.prefix for job in batch)
        results: list[Any] = self._call(
            "translate_batch",
            [job.source for job in batch],
            target_prefix=[job.prefix for job in batch] if prefixed else None,
            suppress_sequences=list(batch[0].banned) or None,
            beam_size=max(options.beam, options.hypotheses),
            num_hypotheses=options.hypotheses,
            no_repeat_ngram_size=options.no_repeat_ngram,
            coverage_penalty=self._coverage,
            max_decoding_length=LONGEST,
            return_scores=True,
            replace_unknowns=True,
            asynchronous=True,
        )
        return results

    def _scores(self, done: Sequence[tuple[_Job, Any]]) -> list[list[float]]:
        """Give the scores of all hypotheses, forced beginnings included and without the penalty that chose them.

        They are taken in groups of equal length on both sides, as the translations are.
        """
        scores = [[0.0] * len(result.hypotheses) if result else [] for _, result in done]
        alike: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for n, (job, result) in enumerate(done):
            for k, made in enumerate(result.hypotheses if result else ()):
                alike.setdefault((len(job.source), len(made)), []).append((n, k))
        parts = [places[at : at + BATCH] for places in alike.values() for at in range(0, len(places), BATCH)]
        pending = [
            self._call(
                "score_batch",
                [done[n][0].source for n, _ in part],
                [done[n][1].hypotheses[k] for n, k in part],
                asynchronous=True,
            )
            for part in parts
        ]
        for part, results in zip(parts, pending, strict=True):
            for (n, k), one in zip(part, results, strict=True):
                scores[n][k] = _mean(_result(one))
        return scores

    def _hypotheses(self, result: Any, scores: Sequence[float]) -> tuple[Hypothesis, ...]:  # noqa: ANN401 - of CTranslate2
        if result is None:
            return (Hypothesis("", 0.0),)
        found: dict[str, float] = {}
        for tokens, score in zip(result.hypotheses, scores, strict=True):
            found.setdefault(self._tokens.decode(tokens), float(score))
        return tuple(Hypothesis(text, score) for text, score in found.items())

    def _call(self, name: str, *given: Any, **options: Any) -> Any:  # noqa: ANN401 - CTranslate2 is untyped
        try:
            return getattr(self._model, name)(*given, **options)
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"the model in {self._folder} failed: {error}") from error

    @property
    def _model(self) -> Any:  # noqa: ANN401 - a ctranslate2.Translator
        with self._lock:
            return self._translator

    @cached_property
    def _translator(self) -> Any:  # noqa: ANN401 - a ctranslate2.Translator
        import ctranslate2

        try:
            return ctranslate2.Translator(
                str(self._folder / "model"), device="cpu", inter_threads=processors(), intra_threads=1
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"the model in {self._folder} is damaged: {error}; install the package again") from error

    @cached_property
    def _coverage(self) -> float:
        """Give how much the search should mind Dutch that the attention passed over; 0 where it was not trained to align."""
        found = _own(_metadata(self._folder)).get("coverage_penalty", 0.0)
        if not isinstance(found, int | float) or not 0 <= found <= 1:
            raise EngineError(
                f"{self._folder}: expected a coverage_penalty from 0 to 1, found {found!r}; install the package again"
            )
        return float(found)

    @cached_property
    def _tokens(self) -> Tokenizer:
        return tokenizer_of(self._folder)


class _Job:
    """A sentence on its way through the model: its place in the call, its tokens, its forced beginning, what is banned."""

    __slots__ = ("banned", "number", "prefix", "source")

    def __init__(self, number: int, source: list[str], prefix: list[str] | None, banned: list[list[str]]) -> None:
        self.number, self.source, self.prefix, self.banned = number, source, prefix, banned


def processors() -> int:
    """Give how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        return os.cpu_count() or 1


def _batches(jobs: Sequence[_Job]) -> Iterable[list[_Job]]:
    """Yield batches of jobs alike in length and constraints, the longest first, so that no thread ends late alone."""
    groups: dict[tuple[int, int, tuple[tuple[str, ...], ...]], list[_Job]] = {}
    for job in jobs:
        alike = len(job.source), len(job.prefix or ()), tuple(tuple(tokens) for tokens in job.banned)
        groups.setdefault(alike, []).append(job)
    for key in sorted(groups, key=lambda key: -key[0]):
        group = groups[key]
        yield from (group[n : n + BATCH] for n in range(0, len(group), BATCH))


def _result(result: Any) -> Any:  # noqa: ANN401 - a CTranslate2 result, asynchronous or none
    if result is None:
        return None
    try:
        return result.result()
    except (RuntimeError, ValueError) as error:
        raise EngineError(f"the model failed: {error}") from error


def _mean(scored: Any) -> float:  # noqa: ANN401 - a CTranslate2 result
    return float(sum(scored.log_probs) / max(len(scored.log_probs), 1))


def _own(metadata: dict[str, Any]) -> dict[str, Any]:
    """Give what a package says of its training for docconv."""
    found = metadata.get("docconv")
    return found if isinstance(found, dict) else {}


def _metadata(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "metadata.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"{folder}/metadata.json can't be read: {error}; install the package again") from error
    return found if isinstance(found, dict) else {}

"""The cache of translations: the same with and without it, and never an error."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from docconv import translate
from docconv.protocols import DecodeOptions, EngineIdentity, Hypothesis
from docconv.translation.cache import CachedDecoder, cache_file, cached
from docconv.translation.pseudo import Pseudo

from .letters import letter


class Counted(Pseudo):
    """Pseudo as a model with a digest, which counts what it is asked."""

    identity = EngineIdentity(engine="counted", model="m", sha256="ab", placeholders=20)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def decode(self, sentences, options):
        self.asked += sentences
        return [(Hypothesis(f"{s} {options.beam}", -0.5), Hypothesis("other", -1.0)) for s in sentences]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "deep" / "cache.sqlite"
    monkeypatch.setenv("DOCCONV_CACHE", str(path))
    return path


def test_a_second_run_asks_nothing_and_says_the_same(place: Path):
    first, second = Counted(), Counted()
    made = translate(letter("De boot vaart.", "De boot ligt."), engine=first)
    assert first.asked
    assert translate(letter("De boot vaart.", "De boot ligt."), engine=second) == made
    assert second.asked == []


def test_only_what_is_new_is_asked(place: Path):
    engine = Counted()
    decoder = CachedDecoder(engine, place, "g")
    decoder.decode(["a", "b"], DecodeOptions())
    engine.asked.clear()
    found = decoder.decode(["b", "c", "a"], DecodeOptions())
    assert engine.asked == ["c"]
    assert [h[0].text for h in found] == ["b 4", "c 4", "a 4"]


@pytest.mark.parametrize(
    "other",
    [
        lambda engine, place: CachedDecoder(engine, place, "other glossary").decode(["a"], DecodeOptions()),
        lambda engine, place: CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions(beam=5)),
        lambda engine, place: CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions(prefixes=("x",))),
        lambda engine, place: CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions(suppress=(("x",),))),
    ],
)
def test_another_glossary_or_question_is_asked_anew(place: Path, other):
    engine = Counted()
    CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions())
    engine.asked.clear()
    other(engine, place)
    assert engine.asked == ["a"]


def test_scores_and_links_are_kept_too(place: Path):
    decoder = CachedDecoder(Counted(), place, "g")
    for _ in range(2):
        assert decoder.score([("a", "b")]) == [0.0]
        assert decoder.align([("ab", "ab")]) == [((0, 0, 1.0), (1, 1, 1.0))]


@pytest.mark.parametrize("bytes_", [b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_dropped_with_a_warning(place: Path, caplog: pytest.LogCaptureFixture, bytes_: bytes):
    place.parent.mkdir()
    place.write_bytes(bytes_)
    with caplog.at_level(logging.WARNING, "docconv"):
        found = CachedDecoder(Counted(), place, "g").decode(["a"], DecodeOptions())
    assert found[0][0].text == "a 4"
    assert "cache of translations" in caplog.text
    engine = Counted()
    CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions())
    assert engine.asked == []


def test_a_damaged_answer_is_asked_anew(place: Path):
    CachedDecoder(Counted(), place, "g").decode(["a"], DecodeOptions())
    with sqlite3.connect(place) as file:
        file.execute("UPDATE answers SET value = '[['")
    file.close()
    assert CachedDecoder(Counted(), place, "g").decode(["a"], DecodeOptions())[0][0].text == "a 4"


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    (tmp_path / "file").write_text("")
    with caplog.at_level(logging.WARNING, "docconv"):
        decoder = CachedDecoder(Counted(), tmp_path / "file" / "cache.sqlite", "g")
        assert decoder.decode(["a"], DecodeOptions())[0][0].text == "a 4"
    assert "cache of translations" in caplog.text


def test_what_was_done_before_a_crash_serves(place: Path):
    class Crashing(Counted):
        def decode(self, sentences, options):
            if "z" in sentences:
                raise KeyboardInterrupt
            return super().decode(sentences, options)

    decoder = CachedDecoder(Crashing(), place, "g")
    decoder.decode(["a"], DecodeOptions())
    with pytest.raises(KeyboardInterrupt):
        decoder.decode(["z"], DecodeOptions())
    engine = Counted()
    CachedDecoder(engine, place, "g").decode(["a"], DecodeOptions())
    assert engine.asked == []


def test_it_can_be_off_and_an_engine_without_a_digest_needs_none(monkeypatch: pytest.MonkeyPatch):
    assert cached(Pseudo(), "g").__class__ is Pseudo
    monkeypatch.setenv("DOCCONV_CACHE", "off")
    assert cache_file() is None
    engine = Counted()
    assert cached(engine, "g") is engine

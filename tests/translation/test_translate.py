"""The translation of whole letters: what it records, what it refuses, and that it is the same each time."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import docconv
from docconv import EngineError, translate
from docconv.errors import ModelMissingError
from docconv.model import Span, paragraphs
from docconv.protocols import DecodeOptions, EngineIdentity, Hypothesis
from docconv.translation.ctranslate import CTranslateDecoder
from docconv.translation.engines import engine_for, identity_of

from .letters import HOSTILE, Spoken, echo, letter


class Unsure:
    """A decoder that always says the same, with the score it is given."""

    identity = EngineIdentity("test", "unsure", "")

    def __init__(self, score):
        self._score = score

    def translate(self, sentences):
        return ["The sun is shining today."] * len(sentences)

    def decode(self, sentences, options):
        return [(Hypothesis(text, self._score),) for text in self.translate(sentences)]

    def score(self, pairs):
        return [self._score for _ in pairs]

    def align(self, pairs):
        return [() for _ in pairs]


@pytest.fixture(scope="module")
def oeigoeren():
    path = Path(__file__).parents[2] / "samples" / "oeigoeren" / "letter.txt"
    return docconv.parse(docconv.read(path))


def test_every_paragraph_is_covered_by_its_units(oeigoeren):
    made = translate(oeigoeren, engine="pseudo")
    for paragraph in paragraphs(oeigoeren):
        units = made.units_of(paragraph)
        covered = {n for unit in units for n in range(unit.span.start, unit.span.end)}
        assert all(char.isspace() for n, char in enumerate(paragraph.text) if n not in covered)
        assert [unit.source.text for unit in units] == [unit.span.of(paragraph.text) for unit in units]
    assert len({unit.id for unit in made.units}) == len(made.units)


@pytest.mark.parametrize("engine", ["pseudo", *(Spoken(say, placeholders=20) for say in HOSTILE)], ids=str)
def test_the_spans_of_terms_and_placeables_hold(oeigoeren, engine):
    made = translate(oeigoeren, engine=engine)
    assert any(unit.terms for unit in made.units)
    for unit in made.units:
        for hit in unit.terms:
            assert hit.source_span.of(unit.source.text) == hit.source
            if hit.target_span is not None:
                assert hit.target_span.of(unit.target.text) == hit.target
            assert hit.honoured or hit.flagged
        for item in unit.placeables:
            if item.kind != "note":
                assert item.source_span.of(unit.source.text) == item.source
        assert Span(0, len(unit.target.text)).covers(Span(0, 0))
        doubtful = bool(unit.checks) or any(hit.flagged for hit in unit.terms)
        assert (unit.state == "needs-review") == doubtful


@pytest.mark.parametrize(("score", "codes"), [(-0.2, []), (-1.4, ["unsure"])])
def test_what_the_engine_is_unsure_of_is_for_review(score, codes):
    made = translate(letter("De zon schijnt vandaag."), engine=Unsure(score)).units[0]
    assert [check.code for check in made.checks] == codes
    assert (made.state == "needs-review") == bool(codes)


def test_the_signature_names_what_made_it(oeigoeren):
    signature = translate(oeigoeren, engine="pseudo").signature
    assert (signature.docconv, signature.engine) == (docconv.__version__, "pseudo")
    assert signature.source_sha256 == oeigoeren.source.sha256
    assert len(signature.glossary_sha256) == 64
    embedded = identity_of(engine_for("embedded"))
    assert embedded.draft
    assert len(embedded.sha256) == 64


def test_the_same_letter_gives_the_same_translation_from_several_threads(oeigoeren, monkeypatch):
    monkeypatch.setenv("DOCCONV_CACHE", "off")
    short = letter("Het kabinet kan dit niet bevestigen.", "Er zijn 1.250 meldingen, zo meldt de politie.", "Ja.")
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: translate(short, engine="embedded"), range(4)))
    assert made[0] == made[1] == made[2] == made[3]


def test_what_a_sentence_becomes_does_not_depend_on_its_company(monkeypatch):
    monkeypatch.setenv("DOCCONV_CACHE", "off")
    texts = [
        "Het kabinet kan dit niet bevestigen.",
        "Er zijn veel meldingen, zo meldt de politie in haar brief.",
        "Kunt u dat?",
    ]
    engine = engine_for("embedded")
    assert engine.translate(texts * 2) == [engine.translate([text])[0] for text in texts] * 2


def test_progress_is_told_up_to_the_end(oeigoeren):
    told = []
    translate(oeigoeren, engine="pseudo", progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} == {"translate"}
    assert told[-1][1] == told[-1][2]
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


class Short:
    def translate(self, sentences):
        return []


def test_a_wrong_engine_is_refused(monkeypatch, tmp_path):
    one = letter("Het regent.")
    with pytest.raises(ValueError, match="no engine is called 'google'"):
        translate(one, engine="google")
    with pytest.raises(TypeError, match="needs a method translate"):
        translate(one, engine=object())
    with pytest.raises(EngineError, match="one string a sentence"):
        translate(one, engine=Short())
    monkeypatch.setattr("docconv.translation.packages.packages_folder", lambda: tmp_path)
    monkeypatch.setattr("docconv.translation.packages.installed", tuple)
    with pytest.raises(ModelMissingError, match="model install"):
        translate(one, engine="argos")
    assert identity_of(engine_for("auto")).engine == "embedded"


def test_english_passages_and_bare_addresses_stay(oeigoeren):
    made = translate(letter("https://example.org/a", "12.", "–"), engine=Spoken(echo))
    assert [unit.target.text for unit in made.units] == ["https://example.org/a", "12.", "–"]
    assert {unit.origin for unit in made.units} == {"source"}


def test_pseudo_can_be_undone():
    text = "Het kabinet überlegt: één äccent, áéíóú en AEIOU."
    pseudo = engine_for("pseudo")
    assert pseudo.translate(pseudo.translate([text])) == [text]


def test_a_very_long_sentence_loses_nothing():
    words = [f"woord{n}" for n in range(400)]
    made = translate(letter("Dit is " + " ".join(words) + "."), engine=Spoken(echo))
    assert [w for w in words if w not in made.units[0].target.text] == []


def test_a_decoded_sentence_has_the_score_that_the_model_gives_it():
    embedded = engine_for("embedded")
    nl = ["Ja.", "De minister heeft de Kamer op 3 mei geïnformeerd over de gevolgen van het besluit.", ""]
    for source, hypotheses in zip(nl, embedded.decode(nl, DecodeOptions(hypotheses=3)), strict=True):
        for one in hypotheses:
            assert one.score == pytest.approx(embedded.score([(source, one.text)])[0], abs=0.02)


def test_a_score_does_not_depend_on_what_else_is_decoded():
    embedded = engine_for("embedded")
    nl = [
        "De minister heeft de Kamer op 3 mei geïnformeerd.",
        "De Kamer heeft de minister op 3 mei geïnformeerd.",
        "Ja.",
    ]
    together = embedded.decode(nl, DecodeOptions(hypotheses=4))
    assert together == [embedded.decode([one], DecodeOptions(hypotheses=4))[0] for one in nl]


@pytest.mark.parametrize("penalty", ["high", None, [], -1, float("nan")])
def test_a_package_with_a_coverage_penalty_that_is_none_is_refused(tmp_path, penalty):
    shutil.copytree(Path(docconv.__file__).parent / "embedded", tmp_path / "own")
    (tmp_path / "own" / "metadata.json").write_text(json.dumps({"docconv": {"coverage_penalty": penalty}}))
    with pytest.raises(EngineError, match="coverage_penalty from 0 to 1"):
        CTranslateDecoder(tmp_path / "own", "embedded").translate(["Ja."])


def test_a_row_of_figures_keeps_its_date():
    row = docconv.parse(docconv.from_text("Vraag 1\nHoeveel?\nAntwoord 1\n2024 (tot 1 juni 2024) 2 1 331\n"))
    assert translate(row, engine="embedded").units[-1].target.plain() == "2024 (until 1 June 2024) 2 1 331"

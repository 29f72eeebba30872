"""Translation memories: exact matches used, numbers adapted, what is alike offered; TMX written and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docconv import ReadError, translate
from docconv.translation import tmx
from docconv.translation.memory import Memory
from docconv.translation.tmx import Pair

from .letters import Spoken, letter


def say(nl: str) -> str:
    return f"Said: {nl}"


def memory_file(folder: Path, *pairs: tuple[str, str], lang: tuple[str, str] = ("nl-NL", "en-GB")) -> Path:
    units = "".join(
        f'<tu><tuv xml:lang="{lang[0]}"><seg>{nl}</seg></tuv><tuv xml:lang="{lang[1]}"><seg>{en}</seg></tuv></tu>'
        for nl, en in pairs
    )
    path = folder / "memory.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>', encoding="utf-8")
    return path


def unit(text: str, path: Path):
    return translate(letter(text), engine=Spoken(say), memory=[path]).units[0]


def test_a_known_sentence_comes_from_the_memory_with_its_note(tmp_path: Path):
    path = memory_file(tmp_path, ("De boot  ligt stil.", "The boat lies still."))
    found = unit("De boot ligt stil.⌑", path)
    assert (found.origin, found.target.plain(), found.state) == ("memory", "The boat lies still.[^1]", "translated")


def test_other_numbers_are_adapted(tmp_path: Path):
    path = memory_file(tmp_path, ("Er liggen 12 boten van 1.250 kilo.", "There are 12 boats of 1,250 kilos."))
    found = unit("Er liggen 15 boten van 2.300,5 kilo.", path)
    assert (found.origin, found.target.text) == ("memory", "There are 15 boats of 2,300.5 kilos.")
    assert found.suggestions[0].target == "There are 12 boats of 1,250 kilos."


@pytest.mark.parametrize("nl", ["Er ligt 1 boot bij 4 boten.", "Er liggen 3 boten bij 3 boten."])
def test_one_and_many_and_equal_numbers_are_not_adapted(nl: str):
    memory = Memory(
        [Pair("Er ligt 2 boot bij 4 boten.", "2 boat near 4 boats."), Pair("Er liggen 5 boten bij 5 boten.", "5, 5")]
    )
    assert memory.recall(nl) is None


def test_what_is_alike_is_offered_and_not_used(tmp_path: Path):
    path = memory_file(tmp_path, ("De boot ligt stil in de haven.", "The boat lies still in the harbour."))
    found = unit("De boot ligt stil in de havens.", path)
    assert found.origin == "engine"
    assert found.target.text.startswith("Said:")
    offered = [s for s in found.suggestions if s.origin == "memory"]
    assert offered[0].target == "The boat lies still in the harbour."
    assert 0.9 < offered[0].score < 1


def test_the_first_file_serves(tmp_path: Path):
    (tmp_path / "a").mkdir()
    first = memory_file(tmp_path / "a", ("De boot.", "The ship."))
    second = memory_file(tmp_path, ("De boot.", "The boat."))
    found = translate(letter("De boot."), engine=Spoken(say), memory=[first, second]).units[0]
    assert found.target.text == "The ship."


def test_inline_codes_are_no_text(tmp_path: Path):
    path = memory_file(
        tmp_path, ("De <ph x='1'>{b}</ph><hi>boot</hi>.", "The <bpt i='1'>&lt;b></bpt>boat<ept i='1'/>.")
    )
    assert tmx.read(path) == (Pair("De boot.", "The boat."),)


@pytest.mark.parametrize(
    "text",
    ["<tmx", "<tbx/>", '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"><body>&a;</body></tmx>'],
)
def test_what_is_no_sound_tmx_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "bad.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=r"bad\.tmx"):
        tmx.read(path)
    with pytest.raises(ReadError, match="can't read"):
        tmx.read(tmp_path / "absent.tmx")


def test_a_letter_written_as_tmx_translates_itself_anew(tmp_path: Path):
    texts = ("De boot ligt & vaart.⌑", "Er varen 12 boten <snel>.", "Ja.")
    first = translate(letter(*texts), engine=Spoken(say))
    path = tmp_path / "out.tmx"
    path.write_bytes(tmx.write([first], everything=True))
    again = translate(letter(*texts), engine=Spoken(say), memory=[path])
    assert [u.target.plain() for u in again.units] == [u.target.plain() for u in first.units]
    assert {u.origin for u in again.units} == {"memory"}
    assert path.read_bytes() == tmx.write([first], everything=True)


def test_what_needs_review_stays_out_unless_asked_for():
    made = translate(letter("De boten liggen niet op het water."), engine=Spoken(lambda nl: ""))
    assert made.units[0].state == "needs-review"
    assert b"<tu " not in tmx.write([made])


def test_the_file_keeps_to_tmx():
    made = translate(letter("De boot ligt stil.⌑"), engine=Spoken(lambda nl: "The boat lies still."))
    root = etree.fromstring(tmx.write([made]))
    assert root.get("version") == "1.4"
    assert set(root.find("header").keys()) >= {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in root.iter("tuv")] == ["nl", "en"]
    assert [ph.get("type") for ph in root.iter("ph")] == ["fnote", "fnote"]

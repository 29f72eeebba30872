"""Reading glossaries: CSV as spreadsheets write it, TSV, both dialects of TBX; what is wrong is told with its place."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docconv.errors import GlossaryError
from docconv.model import GlossaryEntry
from docconv.terminology import load
from docconv.terminology.columns import read_rows, write_rows
from docconv.terminology.formats import read_glossary
from docconv.terminology.tabs import read_tabs, write_tabs
from docconv.terminology.tbx import read_tbx, write_tbx


def bare(entry: GlossaryEntry) -> GlossaryEntry:
    return replace(entry, origin="", line=0)


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        "nl,en\nkabinet,cabinet\nmotie,motion\n",
        "nl;en\r\nkabinet;cabinet\r\n\r\nmotie;motion\r\n",
        "\ufeffNL;EN\nkabinet;cabinet\nmotie;motion",
        "nl,en\nkabinet,cabinet\nmotie,motion".encode("utf-16"),
        "en,nl,note\ncabinet,kabinet,\nmotion,motie,\n",
    ],
    ids=["comma", "semicolon", "bom", "utf-16", "other order"],
)
def test_two_columns_are_enough(tmp_path: Path, data: str | bytes):
    entries = read_glossary(written(tmp_path, "mine.csv", data))
    assert [(e.nl, e.en, e.match, e.status) for e in entries] == [
        ("kabinet", "cabinet", "lemma", "approved"),
        ("motie", "motion", "lemma", "approved"),
    ]
    assert entries[0].origin == "mine.csv"
    assert entries[0].line == 2


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("a.csv", "nl,en\nkabinet,cabinet\nmotie,\n", 3, ["'en'", "the English term"]),
        ("a.csv", "nl,en,match\nkabinet,cabinet,lema\n", 2, ["'match'", "lemma, exact, idiom", "'lema'"]),
        ("a.csv", "nl,en,match\naangifte … doen,file,exact\n", 2, ["'match'", "idiom"]),
        ("a.csv", "nl,en,valid_from\na,b,14-10-2010\n", 2, ["'valid_from'", "2010-10-14"]),
        ("a.csv", "nl,engels,dit\n", 1, ["'dit'"]),
        ("a.csv", "nl\nkabinet\n", 1, ["'en'", "missing"]),
        ("a.csv", "nl,en,nl\n", 1, ["'nl'", "twice"]),
        ("a.csv", "nl,en\na,b,c\n", 2, ["2 cells", "found 3"]),
        ("a.csv", 'nl,en\n"a\nb",c\n"d,e\n', 4, ["well-formed"]),
        ("a.csv", "id,nl,en\nx,a,b\nx,c,d\n", 3, ["'x'", "line 2"]),
        ("a.csv", "nl,en\nmotie,a\nMotie,b\n", 3, ["'Motie'", "line 2"]),
        ("a.csv", b"nl,en\nco\xf6rdinator,c\n", 2, ["UTF-8", "0xf6"]),
        ("a.csv", "", 0, ["empty"]),
        ("a.tsv", "motie\tmotion\nkabinet\n", 2, ["a tab"]),
        ("a.tbx", "<html/>", 1, ["tbx or martif", "html"]),
        ("a.tbx", "<tbx><text></tbx>", 0, ["well-formed"]),
        ("a.tbx", "<tbx/>", 0, ["found none"]),
        ("a.tbx", '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', 0, ["ENTITY"]),
    ],
)
def test_a_bad_file_is_an_error_with_its_place(
    tmp_path: Path, name: str, data: str | bytes, line: int, words: list[str]
):
    path = written(tmp_path, name, data)
    with pytest.raises(GlossaryError) as raised:
        read_glossary(path)
    message = str(raised.value)
    assert raised.value.line == line
    assert message.startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert all(word in message for word in words), message


def test_a_missing_file_is_an_error(tmp_path: Path):
    with pytest.raises(GlossaryError, match="cannot be read"):
        load([tmp_path / "none.csv"])


def test_the_built_in_glossary_comes_back_whole_from_csv_and_tbx():
    entries = load().entries
    assert len(entries) > 90
    assert [bare(e) for e in read_rows(write_rows(entries), "x")] == [bare(e) for e in entries]
    assert [bare(e) for e in read_tbx(write_tbx(entries), "x")] == [bare(e) for e in entries]


def test_pairs_come_back_from_tabs():
    entries = [e for e in load().entries if e.status == "approved" and "…" not in e.nl]
    back = read_tabs(write_tabs(entries, remarks=True), "x")
    assert [(e.nl, e.en) for e in back] == list({e.nl: (e.nl, e.en) for e in entries}.values())
    assert {e.nl: e.note for e in back}.items() <= {e.nl: " ".join(e.note.split()) for e in reversed(entries)}.items()


PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="|…\ufeff", exclude_categories=["C", "Z"]), min_size=1)


@given(nl=PLAIN, en=PLAIN, wrong=st.lists(PLAIN, unique=True, max_size=3), note=PLAIN)
@settings(max_examples=100, deadline=None)
def test_any_entry_comes_back_from_csv_and_tbx(nl: str, en: str, wrong: list[str], note: str):
    entry = GlossaryEntry(
        "a", nl, en, wrong=tuple(wrong), note="n " + note, pos="noun", case="initial", valid_from="2010"
    )
    row = read_rows(write_rows([entry]), "x")
    if "..." in nl + en + note + "".join(wrong):
        return  # three points are read as the sign of a gap
    assert [bare(e) for e in row] == [entry]
    assert [bare(e) for e in read_tbx(write_tbx([entry]), "x")] == [entry]


MARTIF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>
 <termEntry id="c1"><descrip type="subjectField">parl</descrip>
  <langSet xml:lang="nl-NL"><tig><term>motie</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
  <langSet xml:lang="en-GB">
   <ntig><termGrp><term>motion</term></termGrp></ntig>
   <tig><term>resolution</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
  <langSet xml:lang="fr"><tig><term>motion (fr)</term></tig></langSet>
 </termEntry>
 <termEntry id="c2"><langSet xml:lang="nl"><tig><term>alleen Nederlands</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_the_martif_dialect_is_read(tmp_path: Path):
    (entry,) = read_glossary(written(tmp_path, "old.tbx", MARTIF))
    assert (entry.id, entry.nl, entry.en, entry.pos, entry.domain) == ("c1", "motie", "motion", "noun", "parl")
    assert entry.wrong == ("resolution",)


@pytest.mark.parametrize("header", ["", "nl\ten\n", "source\ttarget\n"])
def test_tabs_are_read_as_deepl_google_and_omegat_write_them(tmp_path: Path, header: str):
    path = written(tmp_path, "a.tsv", header + "motie\tmotion\nkabinet\tgovernment\n")
    assert [(e.nl, e.en) for e in read_glossary(path)] == [("motie", "motion"), ("kabinet", "government")]
    path = written(tmp_path, "b.txt", "# remarks\nmotie\tmotion\tnot binding\n")
    assert [(e.nl, e.en, e.note) for e in read_glossary(path)] == [("motie", "motion", "not binding")]

"""What `glossary check` finds, code by code; and the built-in glossary has none of it."""

from pathlib import Path

import pytest

from docconv.data import glossary_file
from docconv.model import GlossaryEntry
from docconv.terminology import TermBase, load
from docconv.terminology.checks import CODES, check
from docconv.terminology.sources import named_sources
from docconv.terminology.targets import accepted, known_wrong

MOTIE = GlossaryEntry("motie", "motie", "motion", pos="noun", en_plural="motions", source=("usage",))

CASES = {
    "duplicate": [MOTIE, GlossaryEntry("motie2", "Motie", "resolution")],
    "ambiguous": [MOTIE, GlossaryEntry("voorstel", "voorstel", "proposal", ("motie",))],
    "never-matches": [
        GlossaryEntry("gat", "… doen", "do", match="idiom"),
        GlossaryEntry("leeg", "…", "x", match="idiom"),
    ],
    "plural-missing": [GlossaryEntry("raad", "adviesraad", "advisory council", ("adviesraden",), pos="noun")],
    "collision": [
        GlossaryEntry("kabinet", "kabinet", "government", pos="noun", wrong=("governments",), en_plural="governments")
    ],
    "first-mention": [GlossaryEntry("aivd", "AIVD", "AIVD", match="exact", first_mention="the secret service")],
    "unknown-source": [GlossaryEntry("motie", "motie", "motion", source=("hearsay",))],
    "no-source": [GlossaryEntry("motie", "motie", "motion")],
    "unused": [GlossaryEntry("aivd", "AIVD", "AIVD", match="exact", dnt=True, en_plural="AIVDs")],
}


@pytest.mark.parametrize("code", CODES)
def test_a_fault_is_found(code: str):
    found = check(CASES[code], sources=["usage"])
    assert code in {finding.code for finding in found}


@pytest.mark.parametrize("code", CODES)
def test_a_sound_entry_has_no_fault(code: str):
    assert code not in {finding.code for finding in check([MOTIE], sources=["usage"])}


def test_names_that_followed_each_other_are_no_duplicates():
    entries = [
        GlossaryEntry(
            "v-and-j",
            "Ministerie van Veiligheid en Justitie",
            "Ministry of Security and Justice",
            valid_until="2017-10-26",
        ),
        GlossaryEntry(
            "j-and-v",
            "Ministerie van Veiligheid en Justitie",
            "Ministry of Justice and Security",
            valid_from="2017-10-26",
        ),
    ]
    assert "duplicate" not in {finding.code for finding in check(entries)}


def test_a_finding_names_file_line_and_column():
    entry = GlossaryEntry("motie", "motie", "motion", source=("hearsay",), origin="mine.csv", line=7)
    assert str(check([entry], sources=[])[0]).startswith("mine.csv:7: column 'source': ")


def test_the_built_in_glossary_is_clean():
    found = check(load().entries, sources=named_sources())
    assert [str(finding) for finding in found] == []


def test_every_entry_of_the_built_in_glossary_contradicts_itself_nowhere():
    for entry in load().entries:
        assert not {f.text for f in known_wrong(entry)} & {f.text for f in accepted(entry)}, entry.id


def _examples() -> list[tuple[str, str, str]]:
    rows = Path(glossary_file("examples.tsv")).read_text("utf-8").splitlines()[1:]
    return [(cells[0], cells[1], cells[2]) for cells in (row.split("\t") for row in rows)]


def test_every_approved_entry_is_found_in_a_sentence_that_shows_it_in_use():
    base = load()
    shown = {key for key, nl, _ in _examples() if key in {m.entry.id for m in base.find(nl)}}
    missing = [entry.id for entry in base.entries if entry.status == "approved" and entry.id not in shown]
    assert missing == []


def test_every_example_sentence_has_its_term():
    base = load()
    approved = {entry.id: entry for entry in base.entries if entry.status == "approved"}
    lost = [(key, nl) for key, nl, _ in _examples() if key in approved and not TermBase([approved[key]]).find(nl)]
    assert lost == []

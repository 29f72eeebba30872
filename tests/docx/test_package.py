"""Both documents of every letter are sound packages, the same at each run, with every word tagged by language."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx_cases import FORMATS, Case
from docx_package import Package, W, faults, is_mark

from docconv.exporters import export
from docconv.protocols import ExportOptions


@pytest.mark.parametrize("format", FORMATS)
def test_the_package_is_sound(case: Case, format: str):
    assert faults(case.package(format)) == []


@pytest.mark.parametrize("format", FORMATS)
def test_the_package_with_comments_is_sound(case: Case, format: str):
    package = Package(export(case.bilingual, format, ExportOptions(comments=True)))
    assert faults(package) == []


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_letter_gives_the_same_bytes(case: Case, format: str):
    assert export(case.bilingual, format) == case.files[format]
    assert case.package(format).times == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("format", FORMATS)
def test_every_run_of_text_says_its_language(case: Case, format: str):
    package = case.package(format)
    runs = [run for part in ("document", "footnotes") for run in package.root(part).iter(f"{W}r")]
    bare = [r for r in runs if r.find(f"{W}t") is not None and r.find(f"{W}rPr/{W}lang") is None]
    marks = {f"{W}footnoteReference", f"{W}footnoteRef", f"{W}fldChar"}
    assert [r.find(f"{W}t").text for r in bare if not marks & {one.tag for one in r} and not is_mark(r)] == []


def test_dutch_and_english_are_tagged_apart(oeigoeren: Case):
    rows = oeigoeren.package("bilingual-docx").root("document").findall(f"{W}body/{W}tbl")[-1].findall(f"{W}tr")
    pairs = [row.findall(f"{W}tc") for row in rows if len(row.findall(f"{W}tc")) == 2][1:]
    assert len(pairs) > 28
    for dutch, english in pairs:
        assert {one.get(f"{W}val") for one in dutch.iter(f"{W}lang")} <= {"nl-NL", "en-GB"}
        assert "nl-NL" in {one.get(f"{W}val") for one in dutch.iter(f"{W}lang")}
        assert "en-GB" in {one.get(f"{W}val") for one in english.iter(f"{W}lang")}


def test_characters_that_xml_forbids_and_turned_text_reach_no_output(by_hand: Case):
    unit = by_hand.bilingual.units[0]
    hostile = replace(unit, target=replace(unit.target, text="a\x0cb\x00\u202ec\ud800\ufffe &<d>"))
    bilingual = replace(by_hand.bilingual, units=(hostile, *by_hand.bilingual.units[1:]))
    for file in FORMATS:
        package = Package(export(bilingual, file))
        assert faults(package) == []
        assert "abc &<d>" in package.paragraphs()


def test_the_check_finds_what_is_broken(oeigoeren: Case):
    """A check that finds nothing in a broken package would prove nothing."""
    breaks = {
        "word/footnotes.xml": (b'w:id="2"', b'w:id="7"'),
        "word/document.xml": (b'w:val="Heading2"', b'w:val="Heading9"'),
        "word/_rels/document.xml.rels": (b'Target="styles.xml"', b'Target="none.xml"'),
        "[Content_Types].xml": (b'PartName="/word/footnotes.xml"', b'PartName="/word/other.xml"'),
        "word/settings.xml": (b"<w:footnotePr", b"<w:updateFields/><w:footnotePr"),
        "word/styles.xml": (b'w:styleId="TableGrid"', b'w:styleId="TableLost"'),
    }
    for name, (old, new) in breaks.items():
        package = oeigoeren.package("en-docx")
        assert old in package.parts[name], name
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as broken:
            for part, data in package.parts.items():
                broken.writestr(part, data.replace(old, new) if part == name else data)
        assert faults(Package(made.getvalue())), name

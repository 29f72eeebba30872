"""What docconv writes it reads back: the tree, the notes, the metadata, every unit with its record."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import letters
import pytest
from letters import translated

import docconv
from docconv.errors import DamagedFileError, ReadError
from docconv.exporters import export
from docconv.model import BilingualLetter, Letter, Link, RichText, leaves, paragraphs
from docconv.readers import akn
from docconv.readers import read as read_any

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def placeless(value: Any) -> Any:
    """The plain values of a tree, without where they stood and without ids that derive from that."""
    if isinstance(value, dict):
        return {k: placeless(v) for k, v in value.items() if k not in {"span", "leaves", "offsets", "label_leaves"}}
    return [placeless(item) for item in value] if isinstance(value, list | tuple) else value


def words(rich: RichText) -> tuple:
    return rich.text, sorted((type(i).__name__, i.span) for i in rich.inlines)


def tree(letter: Letter) -> Any:
    """The children without the notes' places among them: in the file a note stands at its reference."""
    body = [child for child in letter.children if type(child).__name__ != "Footnote"]
    return [(type(c).__name__, shape(c)) for c in (*body, *letter.footnotes)]


def shape(node: Any) -> Any:
    match type(node).__name__:
        case "Paragraph":
            return words(node.rich)
        case "ListBlock":
            return [(item.marker, [shape(b) for b in item.blocks]) for item in node.items]
        case "Table":
            rows = [[(c.header, c.colspan, c.rowspan, [shape(b) for b in c.blocks]) for c in row] for row in node.rows]
            return node.caption and shape(node.caption), rows
        case _:
            own = [getattr(node, name, None) for name in ("role", "numbers", "label", "kind", "marker", "id")]
            return own, [shape(block) for block in node.blocks]


def units(bilingual: BilingualLetter) -> Any:
    texts = {p.id: p.text for p in paragraphs(bilingual.letter)}
    return sorted(
        (
            *(texts[u.paragraph], u.span, words(u.source), words(u.target), u.state, u.origin, u.score, u.by),
            *(u.terms, u.placeables, u.checks, u.suggestions),
        )
        for u in bilingual.units
    )


def files(bilingual: BilingualLetter, folder: Path) -> list[Path]:
    made = {folder / "letter.nld.xml": "akn-nld", folder / "letter.eng.xml": "akn-eng"}
    for path, file in made.items():
        path.write_bytes(export(bilingual, file))
    return list(made)


def test_the_letter_comes_back(rich: BilingualLetter, tmp_path: Path):
    """All but two things: a link's address is written as an address, and an inline that was cut comes back in parts."""
    whole = replace(rich, letter=rich.letter)
    back = akn.load(files(whole, tmp_path))
    assert placeless(asdict(back.letter.metadata)) == placeless(asdict(rich.letter.metadata))
    assert back.signature == rich.signature
    assert back.entries == rich.entries
    assert [n.marker for n in back.letter.footnotes] == [n.marker for n in rich.letter.footnotes]
    assert [q.numbers for q in back.letter.questions] == [q.numbers for q in rich.letter.questions]
    assert [(a.numbers, a.kind) for a in back.letter.answers] == [(a.numbers, a.kind) for a in rich.letter.answers]
    assert [p.text for p in paragraphs(back.letter)][:4] == [p.text for p in paragraphs(rich.letter)][:4]
    assert sorted(p.text for p in paragraphs(back.letter)) == sorted(p.text for p in paragraphs(rich.letter))
    links = [i for p in paragraphs(back.letter) for i in p.rich.inlines if isinstance(i, Link)]
    assert [link.href for link in links] == ["https://example.org/a%20b"]


@pytest.mark.parametrize("state", ["translated", "needs-review", "reviewed"])
def test_tree_and_units_come_back_whole(state: str, tmp_path: Path):
    made = translated(letters.plain_letter(), state=state)
    back = akn.load(files(made, tmp_path))
    assert tree(back.letter) == tree(made.letter)
    assert units(back) == units(made)


def test_the_leaves_of_what_comes_back_tile_its_text(rich: BilingualLetter, tmp_path: Path):
    back = akn.load(files(rich, tmp_path)).letter
    at = 0
    for leaf in leaves(back):
        assert leaf.span.start == at
        at = leaf.span.end
    assert at == len(back.source.text)


def test_what_comes_back_is_exported_to_the_same_bytes(tmp_path: Path):
    made = translated(letters.plain_letter())
    paths = files(made, tmp_path)
    back = akn.load(paths)
    assert [export(back, "akn-nld"), export(back, "akn-eng")] == [path.read_bytes() for path in paths]


@pytest.mark.parametrize("file", ["akn-collection"])
def test_one_file_with_both_expressions_is_enough(file: str, rich: BilingualLetter, tmp_path: Path):
    path = tmp_path / "letter.akn.xml"
    path.write_bytes(export(rich, file))
    assert units(akn.load(path)) == units(akn.load(files(rich, tmp_path)))


def test_packages_are_read_too(rich: BilingualLetter, tmp_path: Path):
    paths = [tmp_path / "letter.nld.akn", tmp_path / "letter.eng.akn"]
    for path, file in zip(paths, ("akn-package-nld", "akn-package-eng"), strict=True):
        path.write_bytes(export(rich, file))
    assert units(akn.load(paths)) == units(akn.load(files(rich, tmp_path)))


def test_the_sample_letter_comes_back_through_parser_and_translation(sample: Path, tmp_path: Path):
    made = docconv.translate(docconv.parse(docconv.read(sample)), engine="pseudo")
    back = akn.load(files(made, tmp_path))
    assert len(made.letter.questions) == len(made.letter.answers) == 14
    assert [len(note.blocks) for note in back.letter.footnotes] == [1, 1, 1]
    assert [q.numbers for q in back.letter.questions] == [q.numbers for q in made.letter.questions]
    assert placeless(asdict(back.letter.metadata)) == placeless(asdict(made.letter.metadata))
    texts = [(u.source.text, u.target.text, u.terms) for u in made.units]
    assert sorted((u.source.text, u.target.text, u.terms) for u in back.units) == sorted(texts)


def test_a_dutch_file_is_a_source_that_parses_to_the_same_letter(sample: Path):
    letter = docconv.parse(docconv.read(sample))
    data = export(docconv.translate(letter, engine="pseudo"), "akn-nld")
    source = read_any(data, name="letter.nld.xml")
    assert source.format == "akn"
    again = docconv.parse(source)
    assert [q.numbers for q in again.questions] == [q.numbers for q in letter.questions]
    assert [n.marker for n in again.footnotes] == [n.marker for n in letter.footnotes]
    body = [p.text for c in letter.children if not hasattr(c, "marker") for p in paragraphs(c)]
    assert [p.text for c in again.children if not hasattr(c, "marker") for p in paragraphs(c)] == body


def test_a_pair_that_docconv_did_not_write_is_read_paragraph_by_paragraph(pair, tmp_path: Path):
    import re

    for name, data in pair.items():
        bare = re.sub(rb"(?s)<proprietary.*?</proprietary>", b"", data)
        (tmp_path / name).write_bytes(re.sub(rb' dc:\w+="[^"]*"', b"", bare))
    back = akn.load([tmp_path / name for name in pair])
    assert [q.numbers for q in back.letter.questions] == [("1",), ("2", "3"), ("4",), ("5",)]
    assert [a.numbers for a in back.letter.answers] == [("1",), ("2", "3"), ("5",), ("4",), ("12",)]
    assert len(back.units) == len(list(paragraphs(back.letter)))
    assert back.signature.engine == "unknown"
    assert [m.name for m in back.letter.metadata.members] == ["Van Ojik"]


def test_half_a_pair_is_refused_with_what_is_missing(pair, tmp_path: Path):
    path = tmp_path / "letter.eng.xml"
    path.write_bytes(pair["letter.eng.xml"])
    with pytest.raises(ReadError, match="found no nld"):
        akn.load(path)
    with pytest.raises(ReadError, match=r"expected the Dutch expression.*found eng"):
        akn.read(pair["letter.eng.xml"], "letter.eng.xml")


def test_two_letters_are_no_pair(rich: BilingualLetter, tmp_path: Path):
    dutch, english = files(rich, tmp_path)
    other = tmp_path / "other.nld.xml"
    other.write_bytes(dutch.read_bytes().replace(b"2019Z25123", b"2019Z25124"))
    with pytest.raises(ReadError, match="two expressions of one work"):
        akn.load([other, english])


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [(b'start="0"', b'start="x"'), (b'source_span="0:1"', b'source_span="0-1"'), (b"</debate>", b"")],
)
def test_a_damaged_file_is_refused(pattern: bytes, instead: bytes, rich: BilingualLetter, tmp_path: Path):
    dutch, english = files(rich, tmp_path)
    broken = english.read_bytes().replace(pattern, instead, 1)
    assert broken != english.read_bytes()
    english.write_bytes(broken)
    with pytest.raises(DamagedFileError):
        akn.load([dutch, english])

"""What holds for every file: nothing printed is lost, hints lie in the text, no byte makes a reader fail otherwise."""

from __future__ import annotations

import contextlib
import threading
import time
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docconv.errors import ReadError
from docconv.readers import read

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = ("ah-tk-20142015-698.pdf", "ah-tk-20232024-1314.pdf", "jenv-03.pdf", "jenv-03.docx", "ah-tk-20232024-1314.xml")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def content(name: str) -> bytes:
    return (CORPUS / name).read_bytes()


def signs(text: str) -> Counter[str]:
    """The letters and marks of a text, accents apart from their letters, as they are printed."""
    folded = unicodedata.normalize("NFD", text.replace("´", "\u0301").replace("\ufffe", "-"))
    return Counter(c for c in folded if not c.isspace())


def printed(name: str) -> Counter[str]:
    """What another program finds in the file."""
    if name.endswith(".pdf"):
        import pypdfium2

        with pypdfium2.PdfDocument(content(name)) as document:
            pages = [page.get_textpage() for page in document]
            return signs("".join(page.get_text_range() for page in pages))
    if name.endswith(".docx"):
        with zipfile.ZipFile(CORPUS / name) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        shown = [t for t in root.iter(f"{W}t") if not any("Fallback" in a.tag for a in t.iterancestors())]
        return signs("".join(t.text or "" for t in shown))
    return signs("".join(etree.fromstring(content(name)).itertext()))


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_is_printed_is_lost(name):
    assert not printed(name) - signs(read(CORPUS / name).text)


@pytest.mark.parametrize("name", FILES[:3])
def test_nothing_that_is_not_printed_is_put_in(name):
    assert not signs(read(CORPUS / name).text) - printed(name)


@pytest.mark.parametrize("name", FILES)
def test_the_same_bytes_give_the_same_source(name):
    assert read(content(name), name=name) == read(content(name), name=name)


@pytest.mark.parametrize("name", FILES)
def test_hints_are_sorted_and_lie_in_the_text(name):
    source = read(CORPUS / name)
    assert source.hints
    assert [hint.span.start for hint in source.hints] == sorted(hint.span.start for hint in source.hints)
    assert all(hint.span.end <= len(source.text) for hint in source.hints)
    assert all(len(hint.span) for hint in source.hints if hint.role != "cell")
    assert [anchor.offset for anchor in source.anchors] == sorted(anchor.offset for anchor in source.anchors)


@pytest.mark.parametrize("name", FILES)
def test_every_reference_has_its_note(name):
    source = read(CORPUS / name)
    notes = {hint.value for hint in source.hints if hint.role == "note"}
    references = {hint.value for hint in source.hints if hint.role == "note-reference"}
    assert references
    assert references <= notes


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(FILES),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=8)), min_size=1, max_size=20),
)
def test_damage_never_makes_a_reader_fail_otherwise_than_in_words(name, changes):
    data = bytearray(content(name))
    for place, piece in changes:
        at = int(place * len(data))
        data[at : at + len(piece)] = piece
    with contextlib.suppress(ReadError):
        source = read(bytes(data), name=name)
        assert all(hint.span.end <= len(source.text) for hint in source.hints)


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="<>&"), max_size=9),
        lambda inner: st.tuples(
            st.sampled_from(
                [
                    "al",
                    "vraag",
                    "antwoord",
                    "nr",
                    "lijst",
                    "li",
                    "li.nr",
                    "noot",
                    "noot.nr",
                    "noot.al",
                    "table",
                    "tgroup",
                    "row",
                    "entry",
                    "x",
                ]
            ),
            st.lists(inner, max_size=4),
        ),
        max_leaves=25,
    )
)
def test_any_nesting_of_elements_keeps_its_words(tree):
    def xml(node) -> str:
        return node if isinstance(node, str) else f"<{node[0]}>{''.join(map(xml, node[1]))}</{node[0]}>"

    data = f"<kamervragen>{xml(tree)}</kamervragen>".encode()
    words = signs("".join(etree.fromstring(data).itertext()))
    try:
        text = read(data).text
    except ReadError:
        assert not words
    else:
        assert not words - signs(text)


def test_threads_read_pdfs_side_by_side():
    expected = {name: read(CORPUS / name) for name in FILES[:3]}
    got = []
    threads = [threading.Thread(target=lambda n=name: got.append((n, read(CORPUS / n)))) for name in FILES[:3] * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 9
    assert all(source == expected[name] for name, source in got)


@pytest.mark.benchmark
def test_thirty_five_pages_take_less_than_two_seconds(pdf):
    line = "Een regel van het antwoord die de kolom geheel vult en dus doorloopt op de volgende re"
    data = pdf([[(60, 790 - 13 * n, 10, line) for n in range(45)] for _ in range(35)])
    start = time.process_time()
    source = read(data)
    assert time.process_time() - start < 2
    assert source.text.count(line) == 35 * 45

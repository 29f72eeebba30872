"""Whatever the text, parsing keeps every character, ends, and gives the same letter again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docconv.model import Hint, Letter, Paragraph, Source, Span, paragraphs
from docconv.model.span import HintRole
from docconv.model.walk import leaves
from docconv.parsing import inspect, parse
from docconv.readers import from_text, read

ROOT = Path(__file__).parents[2]
LETTERS = [ROOT / "samples/oeigoeren/letter.txt", *sorted((ROOT / "tests/corpus").glob("*.txt"))]
TEXTS = [path.read_text(encoding="utf-8") for path in LETTERS]
SHORT = [text for text in TEXTS if len(text) < 2_500]
FORBIDDEN = set(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))
NOISE = [
    "1",
    "2 ",
    "\f",
    "\n\n",
    "Vraag 3\n",
    "Antwoord\n",
    "1) ",
    "[1] ",
    "- ",
    "a. ",
    "| a | b |\n",
    "\x00",
    "\u00ad",
    "ﬁ",
    "   ",
    "?",
    "’",
]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_tiled(letter: Letter) -> None:
    at = 0
    for leaf in leaves(letter):
        assert leaf.span.start == at, f"a gap or an overlap at {at}"
        assert len(leaf.span), "an empty leaf"
        at = leaf.span.end
    assert at == len(letter.source.text)


def assert_sound(letter: Letter) -> None:
    assert_tiled(letter)
    ids = [paragraph.id for paragraph in paragraphs(letter)]
    assert len(ids) == len(set(ids)), "two paragraphs with one id"
    for paragraph in paragraphs(letter):
        assert_readable(paragraph, letter.source.text)
    notes = [note.id for note in letter.footnotes]
    assert len(notes) == len(set(notes))


def assert_readable(paragraph: Paragraph, source: str) -> None:
    text = paragraph.text
    assert text.strip()
    assert len(text) == len(paragraph.offsets)
    assert list(paragraph.offsets) == sorted(paragraph.offsets)
    assert not FORBIDDEN & set(text)
    assert "  " not in text
    assert "\n" not in text
    assert all(0 <= inline.span.start < inline.span.end <= len(text) for inline in paragraph.rich.inlines)
    owned = {at for leaf in paragraph.leaves for at in range(leaf.span.start, leaf.span.end)}
    for char, at in zip(text, paragraph.offsets, strict=True):
        assert char in {source[at], " ", "\ufffc"} or source[at] in "ﬀﬁﬂﬃﬄﬅﬆĲĳ", "a character that the source has not"
        assert at in owned or char == " "


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A letter with lines dropped, doubled, joined and broken, pages turned anywhere, and noise."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        match draw(st.sampled_from(["drop", "double", "join", "break", "turn", "noise", "move", "furniture"])):
            case "drop":
                del lines[at : at + draw(st.integers(1, 5))]
            case "double":
                lines.insert(at, lines[at] if lines else "")
            case "join":
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case "break" if lines:
                cut = draw(st.integers(0, len(lines[at])))
                lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
            case "turn":
                lines.insert(at, "\f")
            case "noise" if lines:
                cut = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:cut] + draw(st.sampled_from(NOISE)) + lines[at][cut:]
            case "move" if lines:
                lines.append(lines.pop(at))
            case "furniture":
                lines.insert(at, "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 3")
            case _:
                pass
    return "\n".join(lines)


@quick
@given(mutated())
def test_a_mutated_letter_keeps_every_character(text: str) -> None:
    assert_sound(parse(from_text(text)))


@quick
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 \n\f.?[()]-aV")), max_size=400))
def test_any_text_can_be_parsed(text: str) -> None:
    assert_sound(parse(from_text(text)))


@quick
@given(
    st.lists(
        st.sampled_from(
            [
                "Vraag 1",
                "Antwoord",
                "1",
                "1) NOS, 1 mei 2024",
                "- een",
                "a. twee",
                "b. drie",
                "• vier",
                "",
                "\f",
                "Ja?1",
                "2",
            ]
        )
    )
)
def test_any_sequence_of_telling_lines_can_be_parsed(lines: list[str]) -> None:
    assert_sound(parse(from_text("\n".join(lines))))


@st.composite
def hinted(draw: st.DrawFn) -> Source:
    """A letter whose format says things of it that need not be true."""
    text = draw(st.sampled_from([*SHORT, "Vraag 1\nJa?\nAntwoord\na\tb\nc\td\n1 Noot\n"]))
    hints = []
    for role in draw(st.lists(st.sampled_from(get_args(HintRole)), max_size=14)):
        start = draw(st.integers(0, len(text)))
        end = draw(st.one_of(st.integers(start, len(text)), st.integers(start, min(len(text), start + 40))))
        value = draw(st.sampled_from(["", "1", "1,2", "0 -", "3 a.", "header colspan=2", "x", "https://nos.nl"]))
        hints.append(Hint(Span(start, end), role, value))
    return replace(from_text(text), hints=tuple(sorted(hints, key=lambda hint: hint.span)))


@quick
@given(hinted())
def test_wrong_hints_lose_nothing_either(source: Source) -> None:
    assert_sound(parse(source))


@settings(max_examples=15, deadline=None)
@given(mutated())
def test_parsing_twice_gives_the_same_letter(text: str) -> None:
    first, second = parse(from_text(text)), parse(from_text(text))
    assert first == second
    assert inspect(first) == inspect(second)


@pytest.mark.parametrize("path", [*LETTERS, *sorted((ROOT / "tests/corpus").glob("*.md"))], ids=lambda path: path.name)
def test_the_letters_themselves_are_sound(path: Path) -> None:
    assert_sound(parse(read(path)))

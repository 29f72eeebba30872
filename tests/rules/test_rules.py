"""The parser's rules as specimens: title · dot · what a letter prints · dot · what docconv makes of it · dot.

Each line of the second part is a child of the letter: Q and A with their numbers, N with its marker, S with its role, "!"
a diagnostic. Blocks are parted by " ¶ ", list items begin with their marker in brackets, table cells are parted by " | ".
"""

from __future__ import annotations

from pathlib import Path

import pytest

from docconv.model import Answer, Block, Footnote, Letter, ListBlock, Paragraph, Question, Section, Table
from docconv.parsing import parse
from docconv.readers import from_text

HERE = Path(__file__).parent


def specimens() -> list:
    found = []
    for path in sorted(HERE.glob("*.txt")):
        parts = path.read_text(encoding="utf-8").replace("␌", "\f").split("\n.\n")
        assert parts.pop().strip() == "", f"{path.name} does not end with a dot"
        assert len(parts) % 3 == 0, f"{path.name}: a specimen has no three parts"
        for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            found.append(pytest.param(source, expected, id=f"{path.stem}: {title.strip()}"))
    return found


def render(letter: Letter) -> str:
    lines = []
    for child in letter.children:
        match child:
            case Question() | Answer():
                word = "Q" if isinstance(child, Question) else "M" if child.kind == "notice" else "A"
                lines.append(f"{word} {' '.join(child.numbers)}: {blocks(child.blocks)}")
            case Footnote():
                lines.append(f"N {child.marker}: {blocks(child.blocks)}")
            case Section():
                lines.append(f"S {child.role}: {blocks(child.blocks)}")
    lines += [f"! {found.code}: {found.message}" for found in letter.diagnostics]
    return "\n".join(line.rstrip() for line in lines)


def blocks(found: tuple[Block, ...]) -> str:
    return " ¶ ".join(map(block, found))


def block(found: Block) -> str:
    match found:
        case Paragraph():
            return found.rich.plain()
        case ListBlock():
            return " ".join(f"[{item.marker}] {blocks(item.blocks)}" for item in found.items)
        case Table():
            return " / ".join(" | ".join(blocks(cell.blocks) for cell in row) for row in found.rows)


@pytest.mark.parametrize(("source", "expected"), specimens())
def test_a_specimen_reads_as_it_says(source: str, expected: str) -> None:
    assert render(parse(from_text(source))) == expected.strip("\n")

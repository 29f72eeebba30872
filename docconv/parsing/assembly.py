"""The draft made into a letter: the last pass, in which every leaf gets its place and the rest becomes layout.

What no block owns is layout by construction, so the leaves tile the source whatever the rules did.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import assert_never

from docconv.model import Answer, Child, Footnote, Leaf, Letter, Metadata, Question, Section, Span
from docconv.model.block import SectionRole
from docconv.model.walk import leaves as leaves_of
from docconv.parsing.blocks import Builder
from docconv.parsing.draft import Draft, Label, Line
from docconv.parsing.joining import vocabulary
from docconv.parsing.sections import closing_start, opens_title, section_roles


def assemble(draft: Draft) -> Letter:
    """Give the letter that the draft describes, without its metadata."""
    ids = {n: f"n{n + 1}" for n in range(len(draft.notes))}
    builder = Builder(draft, vocabulary(draft.text), ids)
    lines = [line for line in draft.lines if line.role == "text"]
    first = next((n for n, line in enumerate(lines) if line.label), len(lines))
    children: list[Child] = _front(draft, builder, lines[:first])
    starts = [n for n in range(first, len(lines)) if lines[n].label]
    for start, end in pairwise([*starts, len(lines)]):
        children += _labelled(builder, lines[start:end], last=end == len(lines) and not draft.structured)
    children += [_footnote(draft, builder, n) for n in range(len(draft.notes))]
    children = sorted((c for c in children if _begin(c) is not None), key=lambda c: _begin(c) or 0)
    letter = Letter(draft.source, Metadata(), tuple(children))
    return Letter(draft.source, Metadata(), letter.children, _layout(letter))


def _front(draft: Draft, builder: Builder, lines: list[Line]) -> list[Child]:
    """Give the sections before the first label."""
    roles = section_roles(draft, lines)
    children: list[Child] = []
    for role, group in groupby(zip(roles, lines, strict=True), key=lambda pair: pair[0]):
        part = [line for _, line in group]
        if role == "title":  # two titles, "Vragen van …" and "Antwoord van …", may stand one upon the other
            blocks = tuple(block for title in _titles(part) for block in builder.blocks(title))
        else:
            blocks = builder.blocks(part)
        children.append(Section(role, blocks))
    return children


def _titles(lines: list[Line]) -> list[list[Line]]:
    starts = [n for n, line in enumerate(lines) if n == 0 or opens_title(lines, n)]
    return [lines[start:end] for start, end in pairwise([*starts, len(lines)])]


def _labelled(builder: Builder, lines: list[Line], *, last: bool) -> list[Child]:
    """Give the child that the label on the first line opens, and the closing and signature behind the last."""
    label = lines[0].label
    assert label is not None  # noqa: S101 - the caller cut the lines at labels
    end, signature = closing_start(lines) if last else (len(lines), len(lines))
    end, signature = max(end, 1), max(signature, 1)
    body = _body(lines[:end], label)
    children: list[Child] = [_child(builder, label, body)]
    tail: tuple[tuple[SectionRole, list[Line]], ...] = (
        ("closing", lines[end:signature]),
        ("signature", lines[signature:]),
    )
    return children + [Section(role, builder.blocks(part)) for role, part in tail if part]


def _body(lines: list[Line], label: Label) -> list[Line]:
    """Give the lines behind a label; what stands beside it is a line of its own."""
    first = lines[0]
    if label.span.end >= first.end:
        return lines[1:]
    rest = first.text[label.span.end - first.start :]
    start = label.span.end + len(rest) - len(rest.lstrip())
    return [Line(start, first.end, rest.lstrip(), first.indent, first.gap, first.turn), *lines[1:]]


def _child(builder: Builder, label: Label, body: list[Line]) -> Child:
    blocks = builder.blocks(body)
    leaves = (Leaf(label.span, "label"),) if len(label.span) else ()
    match label.kind:
        case "question":
            return Question(label.numbers, label.printed, leaves, blocks)
        case "signature" | "heading" | "other" as role:
            return Section(role, blocks)
        case "remark" if label.style == "hint":
            return Section("remark", blocks)
        case "remark":
            span = label.span
            head = builder.paragraph([Line(span.start, span.end, builder.draft.text[span.start : span.end])])
            return Section("remark", (*head, *blocks))
        case "answer" | "notice" as kind:
            return Answer(label.numbers, label.printed, leaves, blocks, kind)
        case _:
            assert_never(label.kind)


def _footnote(draft: Draft, builder: Builder, n: int) -> Child:
    note = draft.notes[n]
    lines = [Line(span.start, span.end, span.of(draft.text)) for span in note.parts]
    blocks = tuple(builder.paragraph(lines, note=True)) if lines else ()
    return Footnote(f"n{n + 1}", note.marker, (Leaf(note.mark, "label"),) if len(note.mark) else (), blocks)


def _begin(child: Child) -> int | None:
    """Give where a child begins in the source; None where it owns nothing."""
    alone = Letter.__new__(Letter)
    object.__setattr__(alone, "layout", ())
    object.__setattr__(alone, "children", (child,))
    found = leaves_of(alone)
    return found[0].span.start if found else None


def _layout(letter: Letter) -> tuple[Leaf, ...]:
    """Give the leaves for whatever the tree does not own."""
    gaps, at = [], 0
    for leaf in leaves_of(letter):
        if leaf.span.start > at:
            gaps.append(Leaf(Span(at, leaf.span.start), "layout"))
        at = leaf.span.end
    if at < len(letter.source.text):
        gaps.append(Leaf(Span(at, len(letter.source.text)), "layout"))
    return tuple(gaps)

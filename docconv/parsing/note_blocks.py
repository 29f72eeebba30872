"""Notes at the foot of a page: which lines they are, and which lines belong to which marker.

`pdftotext` sets raised markers before, behind or between the lines that they belong to ("2", "3", then two texts); the
texts themselves keep their order, so markers are put in order and the lines shared out among them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from docconv.model import Span
from docconv.parsing.draft import Draft, Line, NoteDraft

MARKER = re.compile(r"(\d{1,3})(?:\s+(?=\S)|(?=[A-ZÀ-Þ«“‘„'\"(]|https?:|www\.)|$)")
_SOURCE = re.compile(
    r"https?:|www\.|Kamerstuk|Aanhangsel|Tweede Kamer|Stb\.|Stcrt|Staatsblad|Staatscourant|Zie |Idem|Ibid"
    r"|Handelingen|Bijlage|ECLI|Rapport"
    r"|\b(?:19|20)\d\d\b|\.(?:nl|com|org|eu|html?|pdf)\b"
)
_PAPER = re.compile(
    r"https?:|www\.|Kamerstuk|Aanhangsel|Tweede Kamer|Stb\.|Stcrt|Handelingen|ECLI|\.(?:nl|com|org|eu)\b"
)
_LONGEST_CELL = 45
_BEGINS = re.compile(r"[A-ZÀ-Þ«“‘„'\"(]|https?:|www\.|\d")


def looks_like_source(words: str) -> bool:
    """Tell whether words read like what notes hold: a paper, an address, a year."""
    return bool(_SOURCE.search(words))


def marker_of(line: Line) -> tuple[int, int] | None:
    """Give the number that the line may be a note's marker for, and where its text begins on the line."""
    if line.label or line.role != "text" or not (m := MARKER.match(line.text)):
        return None
    rest = line.text[m.end() :]
    if rest[:1].islower() and not rest.startswith(("http", "www.")):
        return None
    return int(m[1]), m.end()


def page_block(lines: list[Line], start: int, end: int, expected: int) -> tuple[int, dict[int, int]] | None:
    """Find the notes that close the page `lines[start:end]`: their first line, and the line of each marker by number."""
    last_label = max((n for n in range(start, end) if lines[n].label), default=start - 1)
    places: dict[int, list[int]] = {}
    for n in range(last_label + 1, end):
        if found := marker_of(lines[n]):
            places.setdefault(found[0], []).append(n)
    if expected not in places:
        return None
    chosen = {expected: places[expected][-1]}
    while (following := max(chosen) + 1) in places:
        run = _run_start(lines, min(chosen.values()), last_label)
        place = next((n for n in reversed(places[following]) if n not in chosen.values()), None)
        if place is None or place < run:
            break
        chosen[following] = place
    # A marker of the block may stand before the first only where its own text was pulled up: in the same run of lines.
    first = min(chosen.values())
    bare = first == end - 1 and lines[first].text.isdigit()
    if chosen[expected] != first or bare:
        first = _run_start(lines, first, last_label)
    return first, chosen


def _run_start(lines: list[Line], n: int, last_label: int) -> int:
    """Give the first line of the run, without blank lines, that line `n` is in."""
    while n > last_label + 1 and not lines[n].gap and not lines[n].turn:
        n -= 1
    return n


def pass_over_table(lines: list[Line], first: int, end: int) -> int:
    """Give the line where the text of a lone marker begins: behind the cells of a table that was set in between."""
    starts = [n for n in range(first + 1, end) if lines[n].gap] + [end]
    for start, stop in pairwise(starts):
        run = lines[start:stop]
        if _PAPER.search(" ".join(line.text for line in run)):
            return start
        if any(len(line.text) > _LONGEST_CELL for line in run):
            break
    return first + 1


def share_lines(draft: Draft, first: int, end: int, chosen: dict[int, int]) -> list[NoteDraft]:
    """Make the notes of a block and give each its lines; they get the role of notes."""
    lines = draft.lines
    skipped: range = range(0)
    if len(chosen) == 1 and first in chosen.values() and MARKER.fullmatch(lines[first].text):
        skipped = range(first + 1, pass_over_table(lines, first, end))
    numbers = sorted(chosen)
    texts: list[tuple[int, int, int]] = []  # (line, start, end) of every stretch of note text
    at: dict[int, int] = {}  # number → index in `texts` where its marker stands
    marked = {place: number for number, place in chosen.items()}
    notes = {}
    for n in range(first, end):
        line = lines[n]
        if line.role != "text" or n in skipped:
            continue
        start = line.start
        if n in marked:
            found = marker_of(line)
            width = len(str(marked[n]))
            at[marked[n]] = len(texts)
            notes[marked[n]] = NoteDraft(str(marked[n]), Span(line.start, line.start + width), "plain")
            start = line.start + (found[1] if found else width)
        if start < line.end:
            texts.append((n, start, line.end))
        line.role = "note"
    starts = _starts(draft, numbers, at, texts)
    for k, number in enumerate(numbers):
        stop = starts[k + 1] if k + 1 < len(starts) else len(texts)
        notes[number].parts = [Span(s, e) for _, s, e in texts[starts[k] : stop]]
    return [notes[number] for number in numbers]


def _starts(draft: Draft, numbers: list[int], at: dict[int, int], texts: list[tuple[int, int, int]]) -> list[int]:
    """Give for each note, in order, the index of its first text."""
    fixed: dict[int, int] = {0: 0}
    for k, number in enumerate(numbers[1:], start=1):
        before = [at[other] for other in numbers[:k]]
        after = [at[other] for other in numbers[k + 1 :]]
        in_order = all(place < at[number] for place in before) and all(place > at[number] for place in after)
        if in_order and at[number] < len(texts):
            fixed[k] = at[number]
    anchors = sorted(fixed.items())
    starts: list[int] = []
    for (k, low), (following, high) in pairwise([*anchors, (len(numbers), len(texts))]):
        starts += [low, *_split(draft, texts, low, high, following - k)]
    return starts


def _split(draft: Draft, texts: list[tuple[int, int, int]], low: int, high: int, shares: int) -> list[int]:
    """Give the `shares - 1` places between `low` and `high` where a new note most likely begins."""
    if shares < 2:
        return []
    places = sorted(range(low + 1, high), key=lambda k: (-_break(draft, texts, k), k))[: shares - 1]
    return sorted(places) + [high] * (shares - 1 - len(places))


def _break(draft: Draft, texts: list[tuple[int, int, int]], k: int) -> int:
    """Tell how much it looks as if a new note began with `texts[k]`."""
    before, words = (draft.text[s:e].strip() for _, s, e in texts[k - 1 : k + 1])
    score = 3 * bool(_BEGINS.match(words)) + 2 * before.endswith((".", ")", "»", "’", '"'))
    score += 2 * words.startswith(("http", "www.", "Kamerstuk", "Tweede Kamer", "Zie ", "Idem", "Aanhangsel"))
    longest = max(e - s for _, s, e in texts)
    score += 2 * (len(before) < 0.7 * longest) + bool(re.search(r"\d$|/$|\.\w{2,4}$", before))
    return score - 4 * before.endswith(("-", ",", "/", " de", " van", " en", " het"))

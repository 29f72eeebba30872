"""Lines into paragraphs: where one ends and the next begins.

A line that had room for the first word of the next was broken on purpose; a page turn, a note or a blank line inside a
sentence was not.
"""

from __future__ import annotations

from docconv.parsing.draft import Draft, Line

_END = (".", "?", "!", ":", ";", "»", "”", "’", '"', ")", "]")
_STOP = (".", "?", "!", ":", ";")


def starts_paragraph(draft: Draft, before: Line, line: Line, *, interrupted: bool = False) -> bool:
    """Tell whether `line` starts a paragraph behind `before`; `interrupted` where a note or a page's edge lies between."""
    if draft.marks_paragraphs:
        return draft.paragraph_of(line.start) != draft.paragraph_of(before.start)
    ended = _ended(before.text)
    begins = not _goes_on(line.text)
    if interrupted or line.turn:
        return (
            ended
            and begins
            and (line.gap > 0 or not before.text.endswith(("»", "”", "’", '"', ")", "]")) or _short(draft, before))
        )
    if line.gap:
        return ended or begins
    if not draft.width or len(before.text) > draft.width * 1.4:
        return (
            (ended and begins)
            or (begins and len(before.text) > 200)
            or (begins and len(before.text) < 45 and draft.width == 0)
        )
    if not begins or not _roomy(draft, before, line):
        return False
    return ended or len(before.text) < 0.7 * draft.width


def _ended(words: str) -> bool:
    """Tell whether a sentence may have ended with these words; a reference behind its stop counts as part of it."""
    bare = words.rstrip("0123456789, ") or words
    return words.endswith(_END) or (bare != words and bare.endswith(_STOP))


def _goes_on(words: str) -> bool:
    """Tell whether these words carry a sentence on: a small letter, a closing mark, but not an item's "a."."""
    return (words[0].islower() and words[1:2] not in {".", ")"}) or words[0] in ",;()»”"


def _short(draft: Draft, line: Line) -> bool:
    return len(line.text) < 0.8 * (draft.width or 100)


def _roomy(draft: Draft, before: Line, line: Line) -> bool:
    """Tell whether the first word of `line` would have fitted behind `before`."""
    first = line.text.split(None, 1)[0]
    return len(before.text) + 1 + len(first) < draft.width - 3

"""Readings of labels that the letter as a whole speaks against: words of the grammar that only begin a line of running text."""

from __future__ import annotations

from docconv.parsing.draft import Draft, Line
from docconv.parsing.labels import Reading
from docconv.parsing.numbering import value

_SENTENCE_END = (".", "?", "!", ":", "”", "’", "»", ")", '"', "'")


def withdraw(draft: Draft, readings: dict[int, Reading]) -> None:
    """Take back readings that the letter as a whole speaks against."""
    questions = [n for n, found in readings.items() if found.kind == "question"]
    named = {found.printed.split()[0].lower() for found in readings.values() if found.kind == "answer"}
    last = max((n for n, found in readings.items() if found.kind in {"question", "answer"}), default=-1)
    highest = 0
    plain = any(found.kind == "question" and not _is_odd(found) for found in readings.values())
    paired = not plain and _paired(readings)
    figures = any(found.kind == "question" and found.numbers and not found.worded for found in readings.values())
    ads = _by_ad(readings)
    worded: set[str] = set()
    for n, found in list(readings.items()):
        if (_is_odd(found) and not paired) or (found.aside and _goes_on(draft, n)):
            del readings[n]
            continue
        if found.kind == "question" and found.numbers:
            fits = found.alone or found.marked or value(found.numbers[0]) == highest + 1
            next_word = value(found.numbers[0]) == highest + 1 and (found.alone or found.marked or not figures)
            fits = fits and (not found.worded or next_word)
            worded.update(found.numbers if fits and found.worded else ())
            highest = max(highest, *(value(number) for number in found.numbers)) if fits else highest
        elif found.kind == "answer":
            fits = not (found.printed.lower().startswith("reactie") and "antwoord" in named)
            fits = fits and (found.alone or found.marked or _opens(draft, n))
            fits = fits and (ads or found.printed[:2] != "Ad")
            fits = fits and (not found.worded or worded.issuperset(found.numbers))
        elif found.kind == "notice":
            fits = bool(questions) and n > questions[0]
        else:
            fits = n > last if found.kind == "remark" else found.alone
        if not fits or _in_sentence(draft.lines, n):
            del readings[n]


def _is_odd(found: Reading) -> bool:
    """Tell a label of one letter ("V1:", "A1:") or with its number first ("1. Vraag:")."""
    return found.printed[0].isdigit() or (found.printed[0] in "VA" and found.printed[1:].strip()[:1].isdigit())


def _paired(readings: dict[int, Reading]) -> bool:
    """Tell whether each question so labelled has its answer: with the same label, or, behind "1. Vraag:", with a plain one."""
    asked, answered = (
        [found.numbers for found in readings.values() if found.kind == kind and _is_odd(found)]
        for kind in ("question", "answer")
    )
    plain = sum(found.kind == "answer" and not _is_odd(found) for found in readings.values())
    return asked == answered or (not answered and len(asked) == plain)


def _by_ad(readings: dict[int, Reading]) -> bool:
    """Tell whether "Ad 1" opens the letter's answers: where others do, it only takes up a point of the answer itself."""
    ads = {n for n, found in readings.items() if found.printed[:2] == "Ad"}
    others = [n for n, found in readings.items() if found.kind == "answer" and n not in ads]
    return all(n + 1 in ads and not readings[n].numbers for n in others)


def _goes_on(draft: Draft, n: int) -> bool:
    """Tell whether the line behind a label goes on with its sentence: "Vraag 1 van het lid Jansen / gaat over …"."""
    following = draft.lines[n + 1 : n + 2]
    return bool(following) and following[0].gap == 0 and following[0].text[0].islower()


def _opens(draft: Draft, n: int) -> bool:
    """Tell whether the line stands where something new begins: after a blank line or the end of a sentence."""
    return n == 0 or draft.lines[n].gap > 0 or draft.lines[n - 1].text.endswith(_SENTENCE_END)


def _in_sentence(lines: list[Line], n: int) -> bool:
    """Tell whether a label only begins its line because a sentence was wrapped there ("het antwoord op / vraag 6. Verder …")."""
    if n == 0 or lines[n].gap or lines[n].turn or not lines[n - 1].whole:
        return False
    before = lines[n - 1].text
    wrapped = before.endswith((",", " het", " de", " op", " in", " en", " van", " bij", " mijn", " zie", "Zie"))
    return wrapped or (lines[n].text[0].islower() and not before.endswith(_SENTENCE_END))

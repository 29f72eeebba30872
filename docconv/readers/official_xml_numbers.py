"""The numbers in a printed label: "Vraag 3, 4 en 5", "Antwoord 1 t/m 4", "Vraag 2a". Labels as the Handelingen print them."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\d,.])(?P<number>\d{1,3}[a-z]?)\b")
_RANGE = re.compile(r"\s*(?:t/m|tot en met|[-–—])\s*")
_LONGEST = 60


def label_numbers(label: str) -> tuple[str, ...]:
    """Give the numbers that a label names, ranges filled in, in the order printed.

    >>> label_numbers("Vraag 1, 2 en 4 t/m 6")
    ('1', '2', '4', '5', '6')
    >>> label_numbers("Antwoord op vraag 2a")
    ('2a',)
    """
    numbers: list[str] = []
    end = 0
    for m in _NUMBER.finditer(label):
        if numbers and _RANGE.fullmatch(label, end, m.start()):
            numbers += _between(numbers[-1], m["number"])
        numbers.append(m["number"])
        end = m.end()
    return tuple(dict.fromkeys(numbers))


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST:
        return [str(n) for n in range(int(first) + 1, int(last))]
    return []

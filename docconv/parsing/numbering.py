"""Lists of numbers as labels print them: "3, 4 en 5", "1 t/m 5", "7–9 en 11–13", "7, 8, en 9", "1a tot en met 1g".

Read by a cursor that moves over numbers and the words between them, so that no input costs more than its length.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?:nr\.? ?)?(\d{1,3})(?: ?([a-z])(?![a-zà-ÿ0-9/]))?(?![0-9])", re.IGNORECASE)
_WORDS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
_ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
_WORD = re.compile(rf"(?:één|{'|'.join(_WORDS)})\b|(?:{'|'.join(_ROMANS)})\b")
_RANGE = re.compile(r"\s*(?:t/m|t/|t\.e\.m\.|tm\b|tot en met|tot|[-–—−])\s*")
_AND = re.compile(
    r"(?:\s*(?:,\s*)?(?:en|&|\+|of|alsmede)\s+|\s*[,;/&+]\s*)(?:(?:op\s+)?(?:de\s+)?[Vv]ra(?:ag|gen)\s+(?=\d))?|\s+(?=\d)"
)
_LEADING = re.compile(r"[0-9]{1,9}")
_LONGEST_RANGE = 80


def read_numbers(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Give the numbers that are printed from `at` on, ranges written out, and the offset behind them.

    >>> read_numbers("3, 4 en 5", 0)
    (('3', '4', '5'), 9)
    >>> read_numbers("7–9 en 11 t/m 13:", 0)
    (('7', '8', '9', '11', '12', '13'), 16)
    >>> read_numbers("1a t/m 1c", 0)[0]
    ('1a', '1b', '1c')
    >>> read_numbers("Waarom", 0)
    ((), 0)
    """
    numbers: list[str] = []
    end, ranging = at, False
    while m := _NUMBER.match(text, at):
        number = str(int(m[1])) + (m[2] or "").lower()
        numbers += _between(numbers[-1], number) if ranging and numbers else []
        if number not in numbers:
            numbers.append(number)
        end = m.end()
        ranging = False
        if joint := _RANGE.match(text, end):
            ranging, at = True, joint.end()
        elif joint := _AND.match(text, end):
            at = joint.end()
        else:
            break
    return tuple(numbers), end


def read_word(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Give the number that is written at `at` in words or in Roman figures, and the offset behind it.

    >>> read_word("twee", 0), read_word("IV:", 0), read_word("veel", 0)
    ((('2',), 4), (('4',), 2), ((), 0))
    """
    numbers: list[str] = []
    end, ranging = at, False
    while m := _WORD.match(text, at):
        word = m[0].replace("één", "een")
        number = str((_WORDS if word in _WORDS else _ROMANS).index(word) + 1)
        numbers += [*(_between(numbers[-1], number) if ranging else []), number]
        end = m.end()
        joint = _RANGE.match(text, end)
        ranging = joint is not None
        joint = joint or _AND.match(text, end)
        if joint is None:
            break
        at = joint.end()
    return tuple(dict.fromkeys(numbers)), end


def value(number: str) -> int:
    """Give a printed number's place in the count: 1 for "1a", 0 for what is no number."""
    m = _LEADING.match(number)
    return int(m[0]) if m else 0


def _between(first: str, last: str) -> list[str]:
    """Give the numbers that lie between the ends of a range; none where it is no range."""
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        return [str(n) for n in range(low + 1, high)] if 0 < high - low <= _LONGEST_RANGE else []
    if value(first) == value(last) and first[-1] < last[-1]:
        return [f"{value(first)}{chr(n)}" for n in range(ord(first[-1]) + 1, ord(last[-1]))]
    return []

"""Which characters may stand in an output: not those that XML 1.0 (section 2.2) forbids, nor controls that turn the direction.

A form feed comes from a PDF, a lone surrogate from an edited letter.json; a bidirectional control can make a text read
otherwise than it is stored (Unicode Technical Report 36, section 2.4).
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def legible(text: str) -> str:
    r"""Give `text` without what no output may hold.

    >>> legible("a\x0cb\u202ec\ud800")
    'abc'
    """
    return _FORBIDDEN.sub("", text)

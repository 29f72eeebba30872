"""Words of a text with their places: what counts as a word when terms are looked for, in Dutch and in English alike.

A hyphen, an apostrophe or a point between letters belongs to the word ("EU-lidstaat", "AIVD's", "m.b.t"), and so does the
hyphen at the end of "inlichtingen-"; any other sign is a token of its own, so that a term never reaches across a comma.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTER = r"[^\W_]"
_INSIDE = r"(?:[\u0300-\u036f\u00ad]|(?:[-\u2010\u2011'\u2019\u02bc]|\.(?=[^\W\d_]))(?=[^\W_]))"
# "EU-lidstaat", "AIVD's", "m.b.t", "inlichtingen-", "coördinator", "3.000"; not "en/of" (two words), not "Kamer." (the point)
TOKEN = re.compile(rf"{_LETTER}(?:{_LETTER}|{_INSIDE})*(?:[-\u2010\u2011](?=\s))?|\S")

_FOLDED = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2019": "'", "\u02bc": "'", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign. `start` and `end` count code points of the text; `folded` is the lower-case form to compare."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def is_word(self) -> bool:
        """Tell a word or number from a sign."""
        return self.text[0].isalnum()


def tokens(text: str) -> list[Token]:
    """Give the words and signs of a text, in order.

    >>> [t.text for t in tokens("De AIVD's rol (m.b.t. EU-lidstaten).")]
    ['De', "AIVD's", 'rol', '(', 'm.b.t', '.', 'EU-lidstaten', ')', '.']
    """
    return [Token(m.group(), m.start(), m.end(), fold(m.group())) for m in TOKEN.finditer(text)]


def fold(word: str) -> str:
    """Give the form under which a word is compared: lower case, composed, plain hyphens and apostrophes.

    >>> fold("EU\u2011Lidstaat\u2019s")
    "eu-lidstaat's"
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).translate(_FOLDED).lower()

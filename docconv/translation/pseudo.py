"""The engine `pseudo`: English that is the Dutch with its plain vowels accented, for golden files and for trying a layout.

It changes nothing else, so that everything which is not translation can be read off its output, and accenting twice gives the
Dutch back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docconv.protocols import DecodeOptions, EngineIdentity, Hypothesis

_PLAIN, _ACCENTED = "aeiouAEIOU", "áéíóúÁÉÍÓÚ"
_SWAP = str.maketrans(_PLAIN + _ACCENTED, _ACCENTED + _PLAIN)
_TERM = re.compile(r"⟦t⟧ [^⟦]* ⟦=⟧ ([^⟦]*) ⟦/⟧")  # yes: ⟦t⟧ kabinet ⟦=⟧ government ⟦/⟧   no: ⟦0⟧


class Pseudo:
    """An engine that needs no model. A term that is asked for inline is written as asked."""

    identity = EngineIdentity(engine="pseudo", model="accented vowels", sha256="", placeholders=1000, terms=True)

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Give each sentence with its vowels accented.

        >>> Pseudo().translate(["Het ⟦t⟧ kabinet ⟦=⟧ government ⟦/⟧ zag ⟦0⟧."])
        ['Hét government zág ⟦0⟧.']
        """
        return [_accented(sentence) for sentence in sentences]

    def decode(self, sentences: Sequence[str], options: DecodeOptions) -> list[tuple[Hypothesis, ...]]:  # noqa: ARG002
        """Give the one translation that there is."""
        return [(Hypothesis(text, 0.0),) for text in self.translate(sentences)]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Give 0 for each: nothing is likelier than anything else."""
        return [0.0 for _ in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[int, int, float], ...]]:
        """Link each code point with the one at the same place."""
        return [tuple((n, n, 1.0) for n in range(min(len(nl), len(en)))) for nl, en in pairs]


def _accented(sentence: str) -> str:
    parts, end = [], 0
    for term in _TERM.finditer(sentence):
        parts += [sentence[end : term.start()].translate(_SWAP), term[1]]
        end = term.end()
    return "".join(parts) + sentence[end:].translate(_SWAP)

"""The inline symbols that docconv and the model agree on: placeholders for protected spans, and term constraints.

Each is one user-defined SentencePiece piece that no normalisation changes; `docconv/embedded/README.md` shows their use.
"""

import re

PLACEHOLDERS: tuple[str, ...] = tuple(f"⟦{number}⟧" for number in range(20))
TERM_START = "⟦t⟧"
TERM_TARGET = "⟦=⟧"
TERM_END = "⟦/⟧"
SYMBOLS: tuple[str, ...] = (*PLACEHOLDERS, TERM_START, TERM_TARGET, TERM_END)

# yes: ⟦0⟧ ⟦19⟧   no: [0] ⟦t⟧
PLACEHOLDER = re.compile(r"⟦\d{1,2}⟧")


def annotated(source: str, target: str) -> str:
    """A source span that asks for its English.

    >>> annotated("kabinet", "government")
    '⟦t⟧ kabinet ⟦=⟧ government ⟦/⟧'
    """
    return f"{TERM_START} {source} {TERM_TARGET} {target} {TERM_END}"

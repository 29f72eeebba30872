"""Letters of a few sentences, built without the parser, and engines of every character."""

from __future__ import annotations

import random

from docconv.model import (
    OBJECT,
    FootnoteRef,
    Leaf,
    Letter,
    Member,
    Metadata,
    Paragraph,
    RichText,
    Section,
    Source,
    Span,
)
from docconv.protocols import EngineIdentity


def rich(text: str, *inlines) -> RichText:
    """Rich text in which each ⌑ is a reference to the note of its number."""
    refs = [n for n, char in enumerate(text) if char == "⌑"]
    marks = [FootnoteRef(Span(at, at + 1), str(k), f"n{k}") for k, at in enumerate(refs, 1)]
    return RichText(text.replace("⌑", OBJECT)).adding([*marks, *inlines])


def letter(*texts: str | RichText, names: tuple[str, ...] = ()) -> Letter:
    """A letter of paragraphs."""
    paragraphs, whole = [], ""
    for text in texts:
        content = text if isinstance(text, RichText) else rich(text)
        start = len(whole)
        leaf = Leaf(Span(start, start + len(content.text)), "text")
        paragraphs.append(Paragraph((leaf,), content, tuple(range(start, start + len(content.text)))))
        whole += content.text.replace(OBJECT, "*") + "\n"
    members = tuple(Member(name, Span(0, 0)) for name in names)
    source = Source("hand.txt", whole, "0" * 64)
    return Letter(source, Metadata(members=members), (Section("other", tuple(paragraphs)),))


class Spoken:
    """An engine that says what a function makes of each sentence, and remembers what it was given."""

    def __init__(self, say, *, placeholders: int = 0):
        self.say, self.heard = say, []
        self.identity = EngineIdentity("test", say.__name__, "", placeholders=placeholders)

    def translate(self, sentences):
        self.heard += sentences
        return [self.say(sentence) for sentence in sentences]


def echo(nl: str) -> str:
    return nl


def drop_marks(nl: str) -> str:
    return "".join(c for c in nl if c not in "⟦⟧[]0123456789")


def double(nl: str) -> str:
    return f"{nl} {nl}"


def shuffle(nl: str) -> str:
    words = nl.split()
    random.Random(nl).shuffle(words)  # noqa: S311
    return " ".join(words)


def backwards(nl: str) -> str:
    return " ".join(reversed(nl.split()))


def translate_marks(nl: str) -> str:
    return nl.replace("⟦", "<").replace("⟧", ">").replace("[", "(").replace("]", ")").replace("1", "one")


def squeeze(nl: str) -> str:
    return nl.replace(" ", "")


def invent(nl: str) -> str:
    return f"⟦7⟧ {nl} ⟦t⟧ [3] ⟦19⟧"


def silent(nl: str) -> str:
    return ""


def break_lines(nl: str) -> str:
    return nl.replace(" ", "\n")


HOSTILE = (echo, drop_marks, double, shuffle, backwards, translate_marks, squeeze, invent, silent, break_lines)

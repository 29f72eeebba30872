"""The letter: metadata with the places they were read from, the tree, and the pairing of questions with answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docconv.model.block import Answer, Child, Footnote, Leaf, Question
from docconv.model.span import Diagnostic, Source, Span

LetterKind = Literal["answers", "questions", "notice", "other"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A value and where it was printed, in code points of `Source.text`."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Minister:
    """A member of the government who answers, or on whose behalf the answer is given too.

    `title` is as printed ("Minister van Buitenlandse Zaken"), `name` None where not printed, `ministry` the Dutch name
    of the ministry without "Ministerie van", `tooi` its code in the TOOI register of government organisations.
    """

    title: str
    span: Span
    name: str | None = None
    ministry: str | None = None
    tooi: str | None = None
    on_behalf: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A member of parliament who asks, with the party as printed."""

    name: str
    span: Span
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the letter says of itself. None and empty mean: not printed.

    Dates are YYYY-MM-DD; `vergaderjaar` is "2018-2019".
    """

    kind: LetterKind = "other"
    title: Printed | None = None
    subject: Printed | None = None
    ministers: tuple[Minister, ...] = ()
    members: tuple[Member, ...] = ()
    date_asked: Printed | None = None
    date_answered: Printed | None = None
    zaaknummer: Printed | None = None
    aanhangsel: Printed | None = None
    vergaderjaar: Printed | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. The leaves of `children` and `layout` together tile `source.text`: none overlaps, none is missing."""

    source: Source
    metadata: Metadata
    children: tuple[Child, ...]
    layout: tuple[Leaf, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give the questions in source order."""
        return tuple(c for c in self.children if isinstance(c, Question))

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Give the answers in source order."""
        return tuple(c for c in self.children if isinstance(c, Answer))

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """Give the notes in source order."""
        return tuple(c for c in self.children if isinstance(c, Footnote))


@dataclass(frozen=True, slots=True)
class Exchange:
    """Questions and what was answered to them: "Antwoord op vragen 3 en 4" is one answer to two questions."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]


def exchanges(letter: Letter) -> tuple[Exchange, ...]:
    """Give the questions of `letter` in groups that were answered together, in the order of their first questions.

    An answer belongs to the open questions that bear its numbers, else to the last questions that do.
    """
    groups: list[tuple[list[Question], list[Answer]]] = []
    for child in letter.children:
        if isinstance(child, Question):
            groups.append(([child], []))
        elif isinstance(child, Answer):
            _file(child, groups)
    return tuple(Exchange(tuple(q), tuple(a)) for q, a in groups)


def _file(answer: Answer, groups: list[tuple[list[Question], list[Answer]]]) -> None:
    """Put `answer` to its questions, and join the groups that it answers together."""
    wanted = set(answer.numbers)
    mine = [g for g in groups if not g[1] and any(wanted & set(q.numbers) for q in g[0])]
    if not mine:
        mine = [g for g in groups if any(wanted & set(q.numbers) for q in g[0])][-1:]
    if not mine:
        groups.append(([], [answer]))
        return
    first, *others = mine
    first[1].append(answer)
    for group in others:
        first[0].extend(group[0])
        groups.remove(group)

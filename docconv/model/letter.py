"""The letter: metadata with the places they were read from, the tree, and the pairing of questions with answers."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    An answer belongs to the open questions that bear its numbers, else to the last question that does. One that belongs to
    none stands alone.
    """
    groups: list[_Group] = []
    bearing: dict[str, list[_Group]] = {}
    for child in letter.children:
        if isinstance(child, Question):
            groups.append(_Group(len(groups), [child]))
            for number in child.numbers:
                bearing.setdefault(number, []).append(groups[-1])
        elif isinstance(child, Answer) and not _filed(child, bearing):
            groups.append(_Group(len(groups), [], [child]))
    return tuple(Exchange(tuple(g.questions), tuple(g.answers)) for g in groups if g.questions or g.answers)


@dataclass(slots=True)
class _Group:
    """An exchange in the making: where it stands among the others; `into` is the group that it was joined to."""

    place: int
    questions: list[Question]
    answers: list[Answer] = field(default_factory=list)
    into: _Group | None = None

    def whole(self) -> _Group:
        """Give the group that this one is part of now. One that has an answer is never joined to another."""
        return self if self.into is None else self.into


def _filed(answer: Answer, bearing: dict[str, list[_Group]]) -> bool:
    """Put `answer` to its questions, and join the groups that it answers together; tell whether there are any."""
    found = {id(g): g for number in answer.numbers for group in bearing.get(number, ()) for g in [group.whole()]}
    in_order = sorted(found.values(), key=lambda group: group.place)
    mine = [group for group in in_order if not group.answers] or in_order[-1:]
    if not mine:
        return False
    first, *others = mine
    first.answers.append(answer)
    for other in others:
        first.questions += other.questions
        other.questions, other.into = [], first
    return True

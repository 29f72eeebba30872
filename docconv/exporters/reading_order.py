"""The order in which a reader meets a letter: exchanges as wholes, each where its first part stands, and what stands between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from docconv.model import Answer, Exchange, Footnote, Letter, Question, Section, exchanges


def passages(letter: Letter) -> Iterator[Exchange | Section]:
    """Yield the exchanges and the sections of a letter; notes go with their references and are left out."""
    owner: dict[int, Exchange] = {}
    for exchange in exchanges(letter):
        owner |= {id(part): exchange for part in (*exchange.questions, *exchange.answers)}
    done: set[int] = set()
    for child in letter.children:
        match child:
            case Question() | Answer():
                exchange = owner[id(child)]
                if id(exchange) not in done:
                    done.add(id(exchange))
                    yield exchange
            case Section():
                yield child
            case Footnote():
                pass
            case _:
                assert_never(child)


def numbers_of(exchange: Exchange) -> tuple[str, ...]:
    """Give the numbers that an exchange is known by: those of its questions, else those of its answers."""
    asked = tuple(number for question in exchange.questions for number in question.numbers)
    return asked or tuple(number for answer in exchange.answers for number in answer.numbers)

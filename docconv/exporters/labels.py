"""The words that docconv itself puts into an output: headings of questions and answers, kinds of answer, states.

They follow the source's own numbering. English as the House of Representatives' translations write it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from docconv.model import Answer, paragraphs

Language = Literal["nl", "en"]
AnswerKind = Literal["yes", "no", "see-answer", "notice", "other"]

QUESTION = {"nl": ("Vraag", "Vragen"), "en": ("Question", "Questions")}
ANSWER = {"nl": "Antwoord", "en": "Answer"}
NOTICE = {"nl": "Mededeling", "en": "Notice"}
AND = {"nl": "en", "en": "and"}
TO = {"nl": ("op vraag", "op vragen"), "en": ("to question", "to questions")}

SECTION_NAMES = {
    "cover": "Covering letter",
    "title": "Title",
    "introduction": "Introduction",
    "heading": "Heading",
    "remark": "Remark",
    "closing": "Closing",
    "signature": "Signature",
    "other": "Other text",
}

# "other" has no word: such an answer must be read
KINDS = {
    "yes": "Yes",
    "no": "No",
    "see-answer": "Refers to another answer",
    "notice": "Notice: answer to follow",
}

# "Ja." "Ja, dat klopt." "Nee;" but not "Ja en nee" nor "Nee, tenzij"
_YES = re.compile(r"ja(?=[.,;:!–-]|\s*$)(?!,? (?:en|maar ook) nee)", re.IGNORECASE)
_NO = re.compile(r"nee(?=[.,;:!–-]|\s*$)(?!,? (?:tenzij|en ja))", re.IGNORECASE)
# "Zie het antwoord op vraag 3." "Zie antwoord 2." "Zie mijn antwoord op de vragen 1 en 2."
_SEE = re.compile(r"(?:zie|ik verwijs\w* (?:u )?naar)\b[^.]{0,60}\b(?:antwoord\w*|vragen|vraag)\b", re.IGNORECASE)


def numbers_phrase(numbers: Sequence[str], language: Language) -> str:
    """Give numbers as a phrase.

    >>> numbers_phrase(["3", "4", "8"], "en")
    '3, 4 and 8'
    """
    *head, last = numbers or ("",)
    return f"{', '.join(head)} {AND[language]} {last}" if head else last


def question_label(numbers: Sequence[str], language: Language) -> str:
    """Give the heading of a question.

    >>> question_label(["7", "8"], "en"), question_label(["4"], "nl")
    ('Questions 7 and 8', 'Vraag 4')
    """
    word = QUESTION[language][len(numbers) > 1]
    return f"{word} {numbers_phrase(numbers, language)}".rstrip()


def answer_label(numbers: Sequence[str], language: Language, kind: str = "answer") -> str:
    """Give the heading of an answer or a notice.

    >>> answer_label(["3", "8"], "en")
    'Answer to questions 3 and 8'
    """
    word = (NOTICE if kind == "notice" else ANSWER)[language]
    if not numbers:
        return word
    return f"{word} {TO[language][len(numbers) > 1]} {numbers_phrase(numbers, language)}"


def kind_of_answer(answer: Answer) -> AnswerKind:
    """Tell what an answer says, only where its first words say so; "other" for everything else."""
    if answer.kind == "notice":
        return "notice"
    text = first_words(answer)
    if _YES.match(text):
        return "yes"
    if _NO.match(text):
        return "no"
    return "see-answer" if _SEE.match(text) else "other"


def first_words(answer: Answer) -> str:
    """Give the text of an answer's first paragraph that has one."""
    texts = (paragraph.text.strip() for paragraph in paragraphs(answer))
    return next((text for text in texts if text), "")

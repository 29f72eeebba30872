"""The catalogue of diagnostics: the codes that a document can earn, and what each means to a reader of the report.

A diagnostic says what stands where; it never stops the work. `--strict` turns any of them into exit code 1.
"""

from __future__ import annotations

from docconv.model import Diagnostic, Span

CATALOGUE = {
    # reading
    "encoding-guessed": "the bytes were not UTF-8 and were read as another encoding",
    "wrong-extension": "the content is of another format than the file's name says",
    "character-replaced": "bytes that no encoding explains stand as U+FFFD",
    "page-without-text": "a page is a picture without text and was not read",
    "tracked-changes": "the document holds changes under review: insertions were read, deletions left out",
    "hidden-text": "the document holds hidden text, which is not printed and was left out",
    # parsing
    "no-questions": "no numbered question was found; the whole text is kept as paragraphs",
    "question-without-answer": "no answer was found for a question",
    "answer-without-question": "an answer's number belongs to no question",
    "number-skipped": "the numbering of the questions has a gap",
    "number-repeated": "a question's number was printed before",
    "note-without-mark": "a note has no reference in the text",
    "mark-without-note": "a reference has no note",
    "passage-unplaced": "a passage is neither question nor answer nor note and is kept as it stands",
    # translation
    "term-flagged": "a glossary term was not honoured, or honoured in a way that a person should see",
    "needs-review": "a segment fails a check",
    # export
    "date-unknown": "the letter prints no date; 0001-01-01 stands for it",
    "number-unknown": "the letter prints no case number; nn stands for it",
}


def diagnostic(code: str, span: Span, message: str = "") -> Diagnostic:
    """Give a diagnostic of the catalogue. Raises KeyError for a code that is not in it."""
    return Diagnostic(code, span, message or CATALOGUE[code])

"""What stands where in the files: structure, order, notes, labels, names, identification, bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import letters
import pytest
from lxml import etree

from docconv.errors import ExportError, SchemaError
from docconv.exporters import export
from docconv.exporters.akn import complaints
from docconv.model import (
    Answer,
    BilingualLetter,
    Citation,
    Letter,
    Metadata,
    Question,
    RichText,
    Source,
    paragraphs,
)
from docconv.protocols import ExportOptions

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.xpath(path, namespaces=NS)]


@pytest.fixture(scope="module")
def dutch(pair) -> etree._Element:
    return tree(pair["letter.nld.xml"])


@pytest.fixture(scope="module")
def english(pair) -> etree._Element:
    return tree(pair["letter.eng.xml"])


def test_every_paragraph_of_the_letter_stands_in_the_dutch_file_once(rich: BilingualLetter, dutch):
    there = [re.sub(r"\s+", "", words) for words in texts(dutch, "//a:debate/*[not(self::a:meta)]")]
    body = "".join(there)
    for paragraph in paragraphs(rich.letter):
        for run in re.split("￼", paragraph.text):
            words = re.sub(r"\s+", "", run)
            assert words in body
    assert body.count("Eennootzonderverwijzing.") == 1


def test_the_order_is_that_of_the_letter(dutch):
    labels = texts(dutch, "//a:question/a:num | //a:answer/a:heading")
    assert labels == [
        *("Vraag 1", "Antwoord", "Vragen 2 en 3", "Antwoord op vragen 2 en 3", "Vraag 4", "Vraag 5", "Mededeling"),
        *("Antwoord op vraag 4", "Antwoord op vraag 12"),
    ]


def test_questions_and_their_answer_share_a_section_where_they_stand_together(dutch):
    sections = dutch.xpath("//a:debateSection", namespaces=NS)
    assert [section.get("name") for section in sections] == [
        *("questionAnswer", "questionAnswer", "question", "questionAnswer", "answer", "answer"),
    ]


def test_an_answer_apart_from_its_question_is_linked_to_it(dutch):
    (link,) = dutch.xpath("//a:implicitReference", namespaces=NS)
    answer = dutch.xpath("//*[@eId=$id]", id=link.get("for")[1:])[0]
    question = dutch.xpath("//*[@eId=$id]", id=link.get("href")[1:])[0]
    assert texts(answer, "a:heading") == ["Antwoord op vraag 4"]
    assert texts(question, "a:num") == ["Vraag 4"]


def test_labels_are_english_in_the_english_file(english):
    assert texts(english, "//a:question/a:num | //a:answer/a:heading") == [
        *(
            "Question 1",
            "Answer",
            "Questions 2 and 3",
            "Answer to questions 2 and 3",
            "Question 4",
            "Question 5",
            "Notice",
        ),
        *("Answer to question 4", "Answer to question 12"),
    ]


def test_a_note_stands_at_its_first_reference_and_later_ones_point_to_it(dutch):
    (asked,) = dutch.xpath("//a:question[a:num='Vraag 1']/a:p", namespaces=NS)
    assert asked.find("a:authorialNote", NS).get("marker") == "1"
    (again,) = dutch.xpath("//a:answer//a:noteRef", namespaces=NS)
    assert again.get("href") == "#authorialNote_1"


def test_a_note_without_a_reference_is_kept_at_the_end(dutch):
    assert texts(dutch, "//a:container[@name='notes']//a:authorialNote[@marker='*']/a:p") == [
        "Een noot zonder verwijzing."
    ]


def test_a_reference_without_a_note_stays_as_printed(dutch):
    assert texts(dutch, "//a:sup[@class='noteReference']") == ["9"]


def test_a_note_that_the_translation_lost_is_put_back(rich: BilingualLetter):
    lost = tuple(replace(unit, target=RichText(unit.target.text.replace("￼", ""))) for unit in rich.units)
    root = tree(export(replace(rich, units=lost), "akn-eng"))
    assert len(root.findall(".//a:authorialNote", NS)) == 4
    assert texts(root, "//a:sup[@class='noteReference']") == ["9"]


def test_a_paragraph_without_english_stands_in_dutch_and_says_so(rich: BilingualLetter):
    none = replace(rich, units=tuple(unit for unit in rich.units if not unit.source.text.startswith("Wat doet u?")))
    root = tree(export(none, "akn-eng"))
    assert texts(root, "//a:p[@xml:lang='nl']") == ["Wat doet u?"]


def test_a_notice_is_told_from_an_answer(dutch):
    assert texts(dutch, "//a:answer[@refersTo='#notice']/a:heading") == ["Mededeling"]


def test_names_in_the_title_are_marked(dutch):
    (title,) = dutch.xpath("//a:docTitle", namespaces=NS)
    assert texts(title, "a:docProponent") == ["Minister van Buitenlandse Zaken"]
    assert texts(title, "a:role") == ["Minister van Defensie"]
    assert texts(title, "a:person") == ["Van Ojik"]
    assert texts(title, "a:organization") == ["GroenLinks"]


def test_who_speaks_is_who_the_metadata_names(dutch):
    question, answer = dutch.find(".//a:question", NS), dutch.find(".//a:answer", NS)
    assert (question.get("by"), question.get("as"), question.get("to")) == (
        *("#vanOjik", "#lid", "#ministerVanBuitenlandseZaken"),
    )
    assert (answer.get("by"), answer.get("as"), answer.get("to")) == (
        *("#mnre1013", "#ministerVanBuitenlandseZaken", "#vanOjik"),
    )


def test_citations_links_dates_quotations_and_languages_are_marked(dutch):
    assert texts(dutch, "//a:ref[@title='kst-30821-42']") == ["Kamerstuk 30 821, nr. 42"]
    assert texts(dutch, "//a:a[@href='https://example.org/a%20b']") == ["https://example.org/a b"]
    assert texts(dutch, "//a:date[@date='2019-12-07']") == ["7 december 2019"]
    assert "".join(texts(dutch, "//a:inline[@name='title']")) == "‘Beijings geheim’"
    assert texts(dutch, "//a:span[@xml:lang='nl']") == ["de Volkskrant"]


def test_english_ids_are_the_dutch_ids(dutch, english):
    left = {e.get("eId") for e in dutch.xpath("//a:debateBody//*[@eId]", namespaces=NS)}
    right = {e.get("eId") for e in english.xpath("//a:debateBody//*[@eId]", namespaces=NS)}
    assert left == right
    assert all(e.get("wId") == e.get("eId") for e in english.xpath("//a:debateBody//*[@eId]", namespaces=NS))


def test_a_question_printed_twice_gets_an_id_of_its_own():
    w = letters.Writer()
    w.question("Vraag 1", "Eerst?")
    w.question("Vraag 1", "Nog eens?")
    w.answer("Antwoord op vraag 1", "Ja.")
    root = tree(export(letters.translated(w.letter()), "akn-nld"))
    ids = [e.get("eId") for e in root.findall(".//a:question", NS)]
    assert len(set(ids)) == 2


def test_a_letter_without_date_and_number_says_so_and_an_archive_refuses_it():
    bare = letters.translated(letters.plain_letter(Metadata()), date=None)
    assert [complaint.code for complaint in complaints(bare)] == ["date-unknown", "number-unknown"]
    assert b"/akn/nl/debate/kamervragen/0001-01-01/nn/eng@0001-01-01" in export(bare, "akn-eng")
    for file in ("akn-nld", "akn-eng", "akn-collection", "akn-package-nld"):
        with pytest.raises(ExportError, match=r"letter\.txt: .*no date.*no case number"):
            export(bare, file, ExportOptions(archive=True))


def test_an_archive_takes_a_letter_that_prints_both(rich: BilingualLetter):
    assert complaints(rich) == ()
    assert export(rich, "akn-nld", ExportOptions(archive=True))


def test_questions_alone_bear_the_date_of_asking():
    w = letters.Writer()
    w.question("1", "Waarom?")
    data = replace(letters.METADATA, kind="questions", date_answered=None)
    root = tree(export(letters.translated(w.letter(data)), "akn-nld"))
    assert root.find(".//a:FRBRWork/a:FRBRuri", NS).get("value").endswith("/2019-12-12/2019Z25123")
    assert [author.get("href") for author in root.findall(".//a:FRBRWork/a:FRBRauthor", NS)] == [
        "#vanOjik",
        "#karabulut",
    ]


def test_an_unreviewed_translation_tells_its_reader(english):
    (block,) = english.xpath("//a:block[@status='editorial']", namespaces=NS)
    assert "machine translation" in block.text
    assert (
        texts(english, "//a:note")
        == ["Unofficial machine translation of the Dutch original. Only the Dutch text is authoritative."]
        or "Dutch text is authoritative" in texts(english, "//a:note")[0]
    )


def test_a_reviewed_translation_names_who_reviewed_it():
    reviewed = letters.translated(letters.plain_letter(), state="reviewed")
    root = tree(export(reviewed, "akn-eng"))
    assert "J. Jansen" in texts(root, "//a:meta//a:note")[0]
    assert root.find(".//a:step[@outcome='#reviewed']", NS).get("by") == "#JJansen"


@pytest.mark.parametrize("file", ["akn-nld", "akn-eng", "akn-collection", "akn-package-nld", "akn-package-eng"])
def test_the_same_letter_gives_the_same_bytes(file: str):
    first = export(letters.translated(letters.rich_letter()), file)
    assert first == export(letters.translated(letters.rich_letter()), file)


def test_a_package_holds_one_expression(rich: BilingualLetter, pair):
    with zipfile.ZipFile(io.BytesIO(export(rich, "akn-package-eng"))) as archive:
        assert archive.namelist() == ["main.xml"]
        assert archive.read("main.xml") == pair["letter.eng.xml"]


def test_characters_that_xml_forbids_never_reach_it():
    w = letters.Writer()
    w.question("Vraag 1\x0b", "Wat\x0c is\x01 dit \ud800 teken￿?")
    w.answer("Antwoord", "Ja\r\nen nee.", numbers=("1",))
    data = export(letters.translated(w.letter()), "akn-nld")
    assert texts(tree(data), "//a:question/a:p") == ["Wat is dit  teken?"]


def test_places_without_text_hold_an_editors_words_and_no_empty_element():
    w = letters.Writer()
    w.question("Vraag 1")
    w.answer("Antwoord", numbers=("1",))
    w.note()
    root = tree(export(letters.translated(w.letter()), "akn-nld"))
    assert len(root.xpath("//a:block[@status='editorial']", namespaces=NS)) == 3


@pytest.mark.parametrize("roles", [(), ("other",), ("title",), ("cover", "title", "closing"), ("closing",)])
def test_a_text_without_questions_is_kept_whole(roles: tuple[str, ...]):
    w = letters.Writer()
    for n, role in enumerate(roles):
        w.section(role, f"Alinea {n}.")
    root = tree(export(letters.translated(w.letter()), "akn-nld"))
    there = " ".join(texts(root, "//a:debate/*[not(self::a:meta)]"))
    assert all(f"Alinea {n}." in there for n in range(len(roles)))
    assert len(root.xpath("//a:debateBody//a:p | //a:debateBody//a:block", namespaces=NS)) >= 1


def test_a_file_that_fails_its_proof_is_not_given():
    """Two paragraphs of one id would be one in the file: a fault that only docconv itself could make."""
    letter = letters.plain_letter()
    question = letter.questions[0]
    twin = Question(question.numbers, question.label, question.leaves, (*question.blocks, *question.blocks))
    answers = [c for c in letter.children if isinstance(c, Answer)]
    note = letter.footnotes[0]
    broken = Letter(letter.source, letter.metadata, (twin, *answers, note, replace(note, id="n1")))
    with pytest.raises(SchemaError, match=r"letter\.txt: Akoma Ntoso was refused with"):
        export(letters.translated(broken), "akn-nld")


def test_a_letter_of_nothing_is_still_a_document():
    empty = BilingualLetter(
        Letter(Source("leeg.txt", "", ""), Metadata(), ()), (), letters.translated(letters.plain_letter()).signature
    )
    assert b"noText" in export(empty, "akn-nld")


def test_citations_together_are_one_reference_of_several():
    def exported(words: str) -> etree._Element:
        w = letters.Writer()
        w.question("Vraag 1", "Wat?")
        cited = [
            w.over(words, f"nr. {n}", Citation, "kamerstuk", f"kst-1-{n}", f"https://a.nl/kst-1-{n}") for n in "35"
        ]
        blocks = (w.p(words, *cited),)
        w.children.append(Answer(("1",), "Antwoord", w.label("Antwoord"), blocks))
        return tree(export(letters.translated(w.letter()), "akn-nld"))

    several = exported("Zie nr. 3 en nr. 5 hierover.")
    assert texts(several, "//a:mref") == ["nr. 3 en nr. 5"]
    assert texts(several, "//a:mref/a:ref") == ["nr. 3", "nr. 5"]
    (span,) = exported("Zie nr. 3 t/m nr. 5 hierover.").findall(".//a:rref", NS)
    assert (span.get("from"), span.get("upTo")) == ("https://a.nl/kst-1-3", "https://a.nl/kst-1-5")
    assert texts(exported("Zie nr. 3 over iets anders en nr. 5."), "//a:mref | //a:rref") == []

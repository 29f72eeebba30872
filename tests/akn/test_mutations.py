"""A valid file with one thing wrong is caught, with the code that names the fault."""

from __future__ import annotations

import re

import pytest

from docconv.exporters.akn_checks import check_files
from docconv.exporters.akn_findings import CATALOGUE

NLD, ENG = "letter.nld.xml", "letter.eng.xml"
WORK = "/akn/nl/debate/kamervragen/mnre1013/2020-01-20/2019Z25123"

# what is broken: (the code that says so, the file, the pattern, what stands in its place)
MUTATIONS: dict[str, tuple[str, str, str, str]] = {
    "an element that the schema does not know": ("schema", NLD, r"<docTitle>(.*)</docTitle>", r"<titel>\1</titel>"),
    "elements in a wrong order": ("schema", NLD, r"(<FRBRcountry[^>]*/>)\s*(<FRBRsubtype[^>]*/>)", r"\2\1"),
    "no identification": ("schema", NLD, r"(?s)<identification.*</identification>", ""),
    "a date that is none": ("schema", NLD, r'date="2019-12-07"', 'date="2019-13-07"'),
    "a question outside of a debate's body": (
        "schema",
        NLD,
        r"(?s)<debateBody(.*)</debateBody>",
        r"<mainBody\1</mainBody>",
    ),
    "xml:lang on the debate": ("schema", NLD, r"<debate name", '<debate xml:lang="nl" name'),
    "another root": ("not-akn", NLD, r"akomaNtoso(?=[ >])", "akomaNtosa"),
    "an older namespace": ("not-akn", NLD, r"ns/akn/3\.0", "ns/akn/2.0"),
    "a DOCTYPE": ("doctype", NLD, r"(\?>)", r"\1<!DOCTYPE akomaNtoso>"),
    "a comment": ("comment", NLD, r"<preface", "<!-- x --><preface"),
    "docconv's own record without its signature": ("provenance-schema", NLD, r"<dc:signature[^>]*/>", ""),
    "a unit in a state that is none": ("provenance-schema", ENG, r'state="translated"', 'state="good"'),
    "a speaker who is nobody": (
        "reference-dangling",
        NLD,
        r'<question([^>]*) by="#vanOjik"',
        r'<question\1 by="#vanOjijk"',
    ),
    "a role that is not there": ("reference-dangling", NLD, r'as="#lid" to', 'as="#leden" to'),
    "an addressee who is not there": ("reference-dangling", NLD, r'to="#vanOjik"', 'to="#ojik"'),
    "a name that refers to nothing": ("reference-dangling", NLD, r'refersTo="#groenLinks"', 'refersTo="#groen"'),
    "a link into nothing": ("reference-dangling", NLD, r'href="#authorialNote_1"', 'href="#authorialNote_77"'),
    "an outcome that is not there": ("reference-dangling", NLD, r'outcome="#asked"', 'outcome="#vraag"'),
    "an entry that nothing uses": (
        "reference-unused",
        NLD,
        r"(<TLCConcept)",
        r'<TLCConcept eId="x" href="/x" showAs="x"/>\1',
    ),
    "a speaker left empty": ("speaker-unknown", NLD, r'<question([^>]*) by="#vanOjik"', r'<question\1 by=""'),
    "a question without an eId": ("eid-missing", NLD, r' eId="questions_1__dbsect_1__question_1"', ""),
    "an eId twice": ("eid-repeated", NLD, r"preface__container_2__p_2", "preface__container_2__p_1"),
    "an eId with a blank of its own": ("eid-syntax", NLD, r'eId="preface__p_1"', 'eId="preface__p_1__"'),
    "an eId of another element": ("eid-element", NLD, r'eId="preface__p_1"', 'eId="preface__para_1"'),
    "an eId under a foreign prefix": ("eid-prefix", NLD, r'eId="preface__p_1"', 'eId="conclusions__p_9"'),
    "an eId without its prefix": ("eid-prefix", NLD, r'eId="preface__p_1"', 'eId="p_1"'),
    "an eId with another number": ("eid-number", NLD, r"<num>Vraag 1</num>", "<num>Vraag 6</num>"),
    "no wId": ("wid-missing", ENG, r' wId="preface__p_1"', ""),
    "a Work without a date": ("iri-syntax", NLD, f'(<FRBRuri value="){WORK}"', r'\1/akn/nl/debate/kamervragen/x"'),
    "FRBRthis of another Work": (
        "iri-syntax",
        NLD,
        f'(<FRBRthis value="){WORK}/!main"',
        r'\1/akn/nl/debate/2020-01-20/1/!main"',
    ),
    "another country": ("iri-differs", NLD, r'<FRBRcountry value="nl"', '<FRBRcountry value="be"'),
    "another number": ("iri-differs", NLD, r'<FRBRnumber value="2019Z25123"', '<FRBRnumber value="2019Z25124"'),
    "another subtype": ("iri-differs", NLD, r'<FRBRsubtype value="kamervragen"', '<FRBRsubtype value="vragen"'),
    "another date": (
        "iri-differs",
        NLD,
        r'<FRBRdate name="answered" date="2020-01-20"',
        '<FRBRdate name="answered" date="2020-01-21"',
    ),
    "another author than the IRI's": ("iri-differs", NLD, r'(<FRBRauthor[^>]* href=)"#mnre1013"', r'\1"#mnre1018"'),
    "another language than the IRI's": (
        "iri-differs",
        NLD,
        r'<FRBRlanguage language="nld"',
        '<FRBRlanguage language="fry"',
    ),
    "a manifestation of another expression": ("iri-syntax", NLD, r"nld@2020-01-20\.akn", "nld@2020-01-21.akn"),
    "a language of two letters": (
        "language-unknown",
        NLD,
        r'<FRBRlanguage language="nld"',
        '<FRBRlanguage language="nl"',
    ),
    "a body in another language": (
        "language-differs",
        ENG,
        r'<debateBody([^>]*) xml:lang="en"',
        r'<debateBody\1 xml:lang="nl"',
    ),
    "a digest that is none": ("digest", NLD, r">abab", ">zbab"),
    "no digest": ("digest-missing", NLD, r"(?s)<preservation>.*?</preservation>", ""),
    "a date that stands for none": ("date-unknown", NLD, r"2020-01-20", "0001-01-01"),
    "a number that stands for none": ("number-unknown", NLD, r"2019Z25123", "nn"),
    "a translation that claims authority": (
        "translation-contract",
        ENG,
        r'(<FRBRauthoritative value=)"false"',
        r'\1"true"',
    ),
    "a translation from its own language": ("translation-contract", ENG, r'fromLanguage="nld"', 'fromLanguage="eng"'),
    "a translation of another Work": (
        "translation-contract",
        ENG,
        f'(<FRBRtranslation[^>]*href="){WORK}',
        r"\1/akn/nl/doc/2020",
    ),
    "a translation without a master": ("translation-contract", ENG, r"<FRBRmasterExpression[^>]*/>", ""),
    "a translation that names no original": ("translation-contract", ENG, r"<FRBRtranslation[^>]*/>", ""),
    "a translation without a notice": ("translation-unmarked", ENG, r"<block[^>]*translationNotice.*?</block>", ""),
    "a unit longer than its text": ("unit-place", ENG, r'length="(\d+)"', r'length="9\1"'),
    "a unit beyond the Dutch text": ("unit-place", ENG, r'(<dc:unit [^>]*) end="(\d+)"', r'\1 end="9\2"'),
    "an empty paragraph": ("element-empty", NLD, r"Geachte voorzitter,", ""),
    "an empty note": ("element-empty", NLD, r"Een noot zonder verwijzing\.", ""),
    "an answer whose question is gone": (
        "answer-without-question",
        NLD,
        r"(?s)<question[^>]*question_5.*?</question>",
        "",
    ),
    "an answer whose link is gone": ("answer-without-question", NLD, r"(?s)<analysis.*?</analysis>", ""),
    "a number twice": ("number-repeated", NLD, r"<num>Vraag 5</num>", "<num>Vraag 4</num>"),
    "a number out of order": ("number-order", NLD, r"<num>Vraag 5</num>", "<num>Vraag 1</num>"),
    "a marker twice": ("marker-repeated", NLD, r'(eId="authorialNote_3") marker="3"', r'\1 marker="1"'),
    "a pointer with another marker": ("note-reference", NLD, r'(<noteRef[^>]*) marker="1"', r'\1 marker="2"'),
    "two works": ("pair-work", ENG, WORK, WORK.replace("25123", "25124")),
    "another original": ("pair-master", ENG, r"nld@2020-01-20", "nld@2020-01-19"),
    "a paragraph that the English lacks": (
        "pair-id",
        ENG,
        r'<p eId="preface__container_1__p_1".*?</p>',
        "",
    ),
    "a paragraph that only the English has": ("pair-id", ENG, r"(<p eId=\"preface__container_1__p_)2", r"\g<1>7"),
    "another speaker in English": ("pair-speaker", ENG, r'(<question[^>]*) by="#vanOjik"', r'\1 by="#karabulut"'),
    "another marker in English": ("pair-marker", ENG, r'(<authorialNote[^>]*) marker="3"', r'\1 marker="4"'),
    "another date in English": ("pair-date", ENG, r'<date date="2019-12-07"', '<date date="2019-12-08"'),
    "another link in English": ("pair-link", ENG, r"https://example.org/a%20b\"", 'https://example.org/b"'),
    "a citation that the English lacks": ("pair-mark", ENG, r"<ref[^>]*>(.*?)</ref>", r"\1"),
}


EVERYWHERE = ("pair-", "not-akn", "date-unknown", "number-unknown")  # these faults run through a whole file


def codes(files: dict[str, bytes]) -> set[str]:
    return {finding.code for finding in check_files(files)}


def test_the_files_as_they_are_have_no_errors(pair):
    assert [finding for finding in check_files(pair) if finding.severity == "error"] == []


@pytest.mark.parametrize("what", MUTATIONS)
def test_a_file_is_caught_with(what: str, pair):
    code, name, pattern, instead = MUTATIONS[what]
    broken, count = re.subn(pattern, instead, pair[name].decode(), count=0 if code.startswith(EVERYWHERE) else 1)
    assert count, "the mutation changes nothing"
    assert code not in codes(pair)
    assert code in codes({**pair, name: broken.encode()})


def test_every_code_of_the_catalogue_is_tried():
    tried = {code for code, *_ in MUTATIONS.values()}
    elsewhere = {"pair-incomplete", "pair-element", "author-unknown", "answer-alone", "text-differs"}
    assert set(CATALOGUE) - tried == elsewhere


def test_a_translation_alone_is_told_so(pair):
    assert "pair-incomplete" in codes({ENG: pair[ENG]})


def test_an_id_on_another_element_is_caught(pair):
    swapped = (
        pair[ENG]
        .replace(b'<p eId="preface__p_1"', b'<block name="x" eId="preface__p_1"')
        .replace(b"</docTitle></p>", b"</docTitle></block>")
    )
    assert "pair-element" in codes({**pair, ENG: swapped})

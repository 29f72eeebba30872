"""The briefing: what stands where, under which heading, and where its links lead."""

from __future__ import annotations

from itertools import pairwise

from docx_cases import Case, made
from docx_package import Package, W, paragraph_text

from docconv.model import exchanges


def styled(package: Package, *styles: str) -> list[str]:
    """The paragraphs in one of some styles, by ids."""
    found = []
    for p in package.root("document").iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in styles:
            found.append(paragraph_text(p))
    return found


def tables(package: Package) -> list[list[list[str]]]:
    found = []
    for table in package.root("document").iterfind(f"{W}body/{W}tbl"):
        rows = table.iterfind(f"{W}tr")
        found.append(
            [["\n".join(paragraph_text(p) for p in c.iter(f"{W}p")) for c in r.iterfind(f"{W}tc")] for r in rows]
        )
    return found


def test_the_head_says_who_asked_who_answered_and_when(by_hand: Case):
    facts = dict(tables(by_hand.package("en-docx"))[0])
    assert facts["Asked by"] == "Van Ojik (GroenLinks); Karabulut (SP)"
    assert facts["Answered by"] == "Minister of Foreign Affairs (Minister van Buitenlandse Zaken)"
    assert facts["Also on behalf of"] == "Minister of Defence, A.B. Voorbeeld (Minister van Defensie)"
    assert facts["Asked on"] == "12 December 2019"
    assert facts["Answered on"] == "20 January 2020"
    assert facts["Case number"] == "2019Z25123"
    assert facts["Status"].startswith("Machine translation, not reviewed by a person")


def test_the_notice_says_what_the_text_is_worth_and_what_made_it(oeigoeren: Case):
    notice = "\n".join(styled(oeigoeren.package("en-docx"), "Notice"))
    signature = oeigoeren.bilingual.signature
    assert "Unofficial machine translation. The Dutch text prevails." in notice
    for part in (signature.engine, signature.model, signature.glossary_sha256, signature.source_sha256):
        assert part
        assert part in notice


def test_each_exchange_has_a_heading_with_the_letters_own_numbers(by_hand: Case):
    assert styled(by_hand.package("en-docx"), "Heading2") == [
        "Question 1",
        "¿Tweede onderwerp",
        "Questions 2 and 3",
        "Question 4",
        "Question 5",
        "Remark",
        "Answer to question 12",
        "Note 2",
        "Note *",
    ]


def test_questions_answered_together_are_named_one_by_one_and_their_answer_once():
    package = made("joint").package("en-docx")
    heads = styled(package, "Heading2", "Heading3")
    at = heads.index("Questions 2 and 3")
    assert heads[at : at + 4] == ["Questions 2 and 3", "Question 2", "Question 3", "Answer to questions 2 and 3"]


def test_headings_never_skip_a_level(case: Case):
    styles = [one.get(f"{W}val") for one in case.package("en-docx").root("document").iter(f"{W}pStyle")]
    levels = [int(style[-1]) for style in styles if style in {"Heading1", "Heading2", "Heading3"}]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_are_there_on_opening_and_each_entry_is_a_link(case: Case):
    package = case.package("en-docx")
    entries = [p for p in package.root("document").iter(f"{W}p") if style_of(p) in {"TOC1", "TOC2"}]
    words = [paragraph_of_link(p) for p in entries]
    heads = styled(package, "Heading1", "Heading2")
    assert words == heads
    assert all(p.find(f"{W}hyperlink").get(f"{W}anchor") for p in entries)
    assert any("TOC " in one.text for one in package.root("document").iter(f"{W}instrText"))


def style_of(p) -> str:
    style = p.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


def paragraph_of_link(p) -> str:
    return "".join(t.text for t in p.find(f"{W}hyperlink").iter(f"{W}t"))


def test_at_a_glance_has_a_row_for_each_exchange_with_a_link_to_it(case: Case):
    package = case.package("en-docx")
    root = package.root("document")
    table = next(t for t in root.iterfind(f"{W}body/{W}tbl") if caption(t) == "The questions and answers at a glance")
    links = [one.get(f"{W}anchor") for one in table.iter(f"{W}hyperlink")]
    assert len(links) == len(exchanges(case.bilingual.letter))
    marked = {one.get(f"{W}name"): one.getparent() for one in root.iter(f"{W}bookmarkStart")}
    assert {style_of(marked[link]) for link in links} == {"Heading2"}


def caption(table) -> str:
    found = table.find(f"{W}tblPr/{W}tblCaption")
    return "" if found is None else found.get(f"{W}val")


def test_at_a_glance_gives_the_kind_of_answer_only_where_the_words_say_so(by_hand: Case):
    table = next(t for t in tables(by_hand.package("en-docx")) if t[0][0] == "Question")
    assert {row[0]: row[3] for row in table[1:]} == {
        "Question 1": "Yes",
        "Questions 2 and 3": "–",
        "Question 4": "–",
        "Question 5": "Notice: answer to follow",
        "Answer to question 12": "–",
    }


def test_every_table_repeats_its_head_and_breaks_no_row(case: Case):
    for file in ("en-docx", "bilingual-docx"):
        root = case.package(file).root("document")
        listed = [
            t
            for t in root.iterfind(f"{W}body/{W}tbl")
            if caption(t) not in {"What the letter says of itself", "Table of the letter"}
        ]
        assert listed
        heads = [t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for t in listed if not caption(t).startswith("¿")]
        assert all(heads)
        broken = [r for t in listed for r in t.iterfind(f"{W}tr") if r.find(f"{W}trPr/{W}cantSplit") is None]
        assert broken == []


def test_lists_are_words_own_with_the_markers_of_the_letter(by_hand: Case):
    package = by_hand.package("en-docx")
    texts = {paragraph_text(p): p for p in package.root("document").iter(f"{W}p")}
    assert [marker(package, texts[t]) for t in ("¿eerst dit", "¿dan dat:", "¿onder")] == ["a.", "a.", "-"]
    levels = [texts[t].find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") for t in ("¿eerst dit", "¿onder")]
    assert levels == ["0", "1"]


def marker(package: Package, p) -> str:
    """The first marker of the list that a paragraph is in."""
    number = p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    root = package.root("numbering")
    num = next(one for one in root.iterfind(f"{W}num") if one.get(f"{W}numId") == number)
    wanted = num.find(f"{W}abstractNumId").get(f"{W}val")
    level = next(one for one in root.iterfind(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == wanted)[1]
    text = level.find(f"{W}lvlText").get(f"{W}val")
    return text.replace("%1", {"lowerLetter": "a", "decimal": "1"}.get(level.find(f"{W}numFmt").get(f"{W}val"), ""))


def test_a_table_keeps_its_head_its_caption_and_what_spans_rows(by_hand: Case):
    root = by_hand.package("en-docx").root("document")
    table = next(t for t in root.iterfind(f"{W}body/{W}tbl") if caption(t) == "¿Tabel 1")
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert [one.get(f"{W}val") for one in table.iter(f"{W}vMerge")] == ["restart", "continue"]
    assert style_of(table.getprevious()) == "Caption"


def test_links_are_live_and_lead_nowhere_else(by_hand: Case):
    package = by_hand.package("en-docx")
    targets = [
        one.get("Target") for one in package.relationships("word/document.xml").values() if one.get("TargetMode")
    ]
    assert "https://zoek.officielebekendmakingen.nl/kst-30821-42.html" in targets


def test_an_address_that_could_run_something_is_no_link():
    import letters

    from docconv.exporters import export
    from docconv.model import Link, Paragraph, Question

    w = letters.Writer()
    words = "Zie javascript:alert(1) hier."
    w.children.append(
        Question(("1",), "", (), (w.p(words, w.over(words, "javascript:alert(1)", Link, "javascript:alert(1)")),))
    )
    package = Package(export(letters.translated(w.letter()), "bilingual-docx"))
    assert isinstance(w.children[0].blocks[0], Paragraph)
    assert words in package.paragraphs()
    assert [one for one in package.relationships("word/document.xml").values() if one.get("TargetMode")] == []


def test_the_annexes_list_terms_abbreviations_and_flagged_sentences(oeigoeren: Case):
    package = oeigoeren.package("en-docx")
    by_head = {tuple(t[0]): t[1:] for t in tables(package)}
    terms = by_head["Dutch", "English", "Note"]
    assert [row[:2] for row in terms if row[0] == "kabinet"] == [["kabinet", "government"]]
    shorts = by_head["Abbreviation", "Dutch", "English"]
    assert [
        "AIVD",
        "Algemene Inlichtingen- en Veiligheidsdienst",
        "General Intelligence and Security Service",
    ] in shorts
    flagged = by_head["Where", "Dutch", "English", "Why"]
    waiting = [u for u in oeigoeren.bilingual.units if u.state == "needs-review"]
    assert waiting
    assert len(flagged) == len(waiting)
    assert all(row[3] for row in flagged)


def test_a_reviewed_letter_says_by_whom():
    import letters

    from docconv.exporters import export

    package = Package(export(letters.translated(letters.plain_letter(), state="reviewed"), "en-docx"))
    said = "\n".join(styled(package, "Notice"))
    assert "every sentence reviewed by J. Jansen" in said
    assert "flagged" not in said


def test_each_page_says_page_x_of_y_and_that_the_dutch_prevails(case: Case):
    package = case.package("en-docx")
    foot = "".join(package.roots["word/footer1.xml"].itertext())
    codes = [one.text.strip() for one in package.roots["word/footer1.xml"].iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "Page " in foot
    assert " of " in foot
    assert "the Dutch text prevails" in "".join(package.roots["word/header1.xml"].itertext())

"""Letters made by hand for the tests of Akoma Ntoso: every kind of block, inline and metadata, without the parser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from docconv.model import (
    OBJECT,
    Answer,
    BilingualLetter,
    Cell,
    Check,
    Child,
    Citation,
    Date,
    Emphasis,
    Footnote,
    FootnoteRef,
    Foreign,
    GlossaryEntry,
    Inline,
    Leaf,
    Letter,
    Link,
    ListBlock,
    ListItem,
    Member,
    Metadata,
    Minister,
    Paragraph,
    PlaceableRecord,
    Printed,
    Question,
    Quote,
    RichText,
    Section,
    Signature,
    Source,
    Span,
    Suggestion,
    Table,
    TermHit,
    TranslationUnit,
    paragraphs,
)

HERE = Span(0, 0)


@dataclass
class Writer:
    """Writes a source and the blocks over it. `[^1]` in a text is a reference to the note with marker 1."""

    text: str = ""
    layout: list[Leaf] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    notes: int = 0

    def add(self, words: str, kind: str = "layout") -> Leaf:
        leaf = Leaf(Span(len(self.text), len(self.text) + len(words)), kind)
        self.text += words
        if kind == "layout":
            self.layout.append(leaf)
        return leaf

    def p(self, words: str, *inlines: Inline, lost: str = "") -> Paragraph:
        """Write a paragraph; references to the note `lost` have no note."""
        leaves, offsets, bare = [], [], ""
        refs: list[Inline] = []
        for part in re.split(r"(\[\^[^\]]+\])", words):
            if part.startswith("[^"):
                marker = part[2:-1]
                note = None if marker == lost else f"n{marker}"
                refs.append(FootnoteRef(Span(len(bare), len(bare) + 1), marker, note))
                offsets.append(len(self.text))
                bare += OBJECT
                leaves.append(self.add(marker, "note-reference"))
            elif part:
                offsets += range(len(self.text), len(self.text) + len(part))
                bare += part
                leaves.append(self.add(part, "text"))
        self.add("\n\n")
        return Paragraph(tuple(leaves), RichText(bare).adding([*refs, *inlines]), tuple(offsets))

    def over(self, words: str, part: str, kind: type, *args: object) -> Inline:
        """Give an inline over `part` of `words`, positions as `p` counts them."""
        bare = re.sub(r"\[\^[^\]]+\]", OBJECT, words)
        at = bare.index(part)
        return kind(Span(at, at + len(part)), *args)

    def label(self, words: str) -> tuple[Leaf, ...]:
        if not words:
            return ()
        leaf = self.add(words, "label")
        self.add("\n")
        return (leaf,)

    def section(self, role: str, *texts: str) -> None:
        self.children.append(Section(role, tuple(self.p(text) for text in texts)))

    def question(self, label: str, *texts: str, numbers: tuple[str, ...] | None = None) -> None:
        leaves = self.label(label)
        found = tuple(re.findall(r"\d+[a-z]?", label)) if numbers is None else numbers
        self.children.append(Question(found, label, leaves, tuple(self.p(text) for text in texts)))

    def answer(self, label: str, *texts: str, numbers: tuple[str, ...] = (), kind: str = "answer") -> None:
        leaves = self.label(label)
        found = tuple(re.findall(r"\d+[a-z]?", label)) or numbers
        self.children.append(Answer(found, label, leaves, tuple(self.p(text) for text in texts), kind))

    def note(self, *texts: str, marker: str | None = None) -> None:
        self.notes += 1
        marker = str(self.notes) if marker is None else marker
        leaves = self.label(marker)
        self.children.append(Footnote(f"n{self.notes}", marker, leaves, tuple(self.p(text) for text in texts)))

    def letter(self, metadata: Metadata | None = None, name: str = "letter.txt") -> Letter:
        source = Source(name, self.text, "ab" * 32)
        return Letter(source, metadata or METADATA, tuple(self.children), tuple(self.layout))


METADATA = Metadata(
    kind="answers",
    title=Printed(
        "Antwoorden van de Minister van Buitenlandse Zaken op vragen van het lid Van Ojik (GroenLinks)", HERE
    ),
    subject=Printed("de onderdrukking van Oeigoeren", HERE),
    ministers=(
        Minister("Minister van Buitenlandse Zaken", HERE, None, "Buitenlandse Zaken", "mnre1013"),
        Minister("Minister van Defensie", HERE, "A.B. Voorbeeld", "Defensie", "mnre1018", on_behalf=True),
    ),
    members=(Member("Van Ojik", HERE, "GroenLinks"), Member("Karabulut", HERE, "SP")),
    date_asked=Printed("2019-12-12", HERE),
    date_answered=Printed("2020-01-20", HERE),
    zaaknummer=Printed("2019Z25123", HERE),
    aanhangsel=Printed("1633", HERE),
    vergaderjaar=Printed("2019-2020", HERE),
)

QUOTED = "Op 7 december 2019 schreef de Volkskrant ‘Beijings geheim’, zie Kamerstuk 30 821, nr. 42 en https://example.org/a b."


def rich_letter() -> Letter:
    """A letter with everything in it: cover, joint answers, a notice, lists, a table, notes of every kind, all inlines."""
    w = Writer()
    w.section("cover", "Geachte voorzitter,", "Hierbij de antwoorden van de minister van Buitenlandse Zaken.")
    w.section("signature", "De Minister van Buitenlandse Zaken,", "C.D. Ander")
    w.section(
        "title",
        "Antwoorden van de Minister van Buitenlandse Zaken, mede namens de Minister van Defensie, op vragen van Van Ojik "
        "(GroenLinks) over < & > “tekens”.",
    )
    w.section("introduction", "Inleiding.")
    w.question("Vraag 1", "Kent u het bericht?[^1]")
    w.answer("Antwoord", "Ja. Dat bericht[^1] ken ik.", numbers=("1",))
    w.note("De Volkskrant, zie ook noot[^2].")
    w.note("Een noot bij een noot.")
    w.section("heading", "Tweede onderwerp")
    w.question("Vragen 2 en 3", "Wat doet u?", "En waarom?")
    words = QUOTED
    w.children.append(
        Answer(
            ("2", "3"),
            "Antwoord op vragen 2 en 3",
            w.label("Antwoord op vragen 2 en 3"),
            (
                w.p(
                    words,
                    w.over(words, "7 december 2019", Date, "2019-12-07"),
                    w.over(words, "december 2019", Date, "2019-12"),
                    w.over(words, "‘Beijings geheim’", Quote, True),
                    w.over(words, "schreef de Volkskrant ‘Beijings", Emphasis, "italic"),
                    w.over(words, "Kamerstuk 30 821, nr. 42", Citation, "kamerstuk", "kst-30821-42", KST),
                    w.over(words, "https://example.org/a b", Link, "https://example.org/a b"),
                    w.over(words, "de Volkskrant", Foreign, "nl"),
                ),
                ListBlock(
                    (
                        ListItem("a.", (w.add("a.", "label"),), (w.p("eerst dit"),)),
                        ListItem(
                            "b.",
                            (w.add("b.", "label"),),
                            (w.p("dan dat:"), ListBlock((ListItem("-", (w.add("-", "label"),), (w.p("onder"),)),))),
                        ),
                    )
                ),
                Table(
                    (
                        (Cell((w.p("Jaar"),), header=True), Cell((w.p("Aantal"),), header=True)),
                        (Cell((w.p("2019"),), rowspan=2), Cell(())),
                        (Cell((w.p("12[^3]"),)),),
                    ),
                    w.p("Tabel 1"),
                ),
            ),
        )
    )
    w.note("Noot in een tabel.")
    w.question("Vraag 4", "Wie?")
    w.question("Vraag 5", "Waar?")
    w.answer("Mededeling", "Het antwoord op vraag 5 volgt later.", numbers=("5",), kind="notice")
    w.section("remark", "Toelichting: deze vragen vullen andere aan.")
    w.answer("Antwoord op vraag 4", "Ik.[^9]")
    w.answer("Antwoord op vraag 12", "Er is geen vraag 12.")
    w.section("closing", "Hoogachtend,")
    w.section("signature", "De Minister van Buitenlandse Zaken,", "C.D. Ander")
    w.note("Een noot zonder verwijzing.", marker="*")
    letter = w.letter()
    lost = next(p for p in paragraphs(letter) if p.text.startswith("Ik."))
    refs = tuple(replace(i, note=None) if isinstance(i, FootnoteRef) else i for i in lost.rich.inlines)
    object.__setattr__(lost, "rich", RichText(lost.rich.text, refs))
    return letter


KST = "https://zoek.officielebekendmakingen.nl/kst-30821-42.html"


def plain_letter(metadata: Metadata | None = None) -> Letter:
    """Two questions, two answers, one note."""
    w = Writer()
    w.section("title", "Antwoorden van de Minister van Buitenlandse Zaken op vragen van Van Ojik (GroenLinks)")
    w.question("Vraag 1", "Kent u dit?[^1]")
    w.answer("Antwoord", "Ja.", numbers=("1",))
    w.note("De krant.")
    w.question("Vraag 2", "Wat nu?")
    w.answer("Antwoord", "Niets. Of toch.", numbers=("2",))
    return w.letter(metadata)


def translated(letter: Letter, *, state: str = "translated", date: str | None = "2026-01-02") -> BilingualLetter:
    """Translate by marking each sentence with "¿": what the tests need of a translation, and nothing of an engine."""
    units = [unit for p in paragraphs(letter) for unit in _units(p, state)]
    signature = Signature(
        "0.1.0",
        "pseudo",
        "marks",
        "0" * 64,
        "1" * 64,
        letter.source.sha256,
        date=date,
        versions=(("engine", "1.0"), ("lib", "2.1")),
    )
    entry = GlossaryEntry("gov.kabinet", "kabinet", "government", nl_variants=("het kabinet",), dnt=False, line=3)
    return BilingualLetter(letter, tuple(units), signature, (entry,))


def _units(p: Paragraph, state: str) -> list[TranslationUnit]:
    found = []
    for m in re.finditer(r"\S.*?(?:(?<!nr)[.?!](?=\s)|$)", p.text):
        span = Span(*m.span())
        source = p.rich.slice(span)
        moved = tuple(replace(i, span=i.span.shift(1)) for i in source.inlines)
        text = source.text.replace("Minister van Buitenlandse Zaken", "Minister of Foreign Affairs")
        same = text == source.text
        target = RichText("¿" + text, moved if same else ())
        found.append(
            TranslationUnit(
                f"u{p.source_span(span).start}",
                p.id,
                span,
                source,
                target,
                state=state,
                score=-0.25,
                by="J. Jansen" if state == "reviewed" else "",
                terms=(TermHit("gov.kabinet", "k", "g", Span(0, 1), Span(0, 2), "free", True, before="x|y"),),
                placeables=(PlaceableRecord("number", "3", "3", Span(0, 1), None),),
                checks=(Check("length", "too long"),),
                suggestions=(Suggestion("memory", "a", "b", 0.8),),
            )
        )
    return found

"""Reads a DOCX as a package, without python-docx: its parts, its text by paragraph, and what is wrong with it.

Open Packaging Conventions (ECMA-376 part 2) and WordprocessingML (part 1, 17 and annex A for the order of elements).
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The order that annex A gives, as far as docconv writes the elements
ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u vertAlign lang",
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs spacing ind outlineLvl rPr sectPr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
}
LOOSE = {"tc"}  # paragraphs and tables may take turns


@dataclass
class Package:
    """A DOCX; `roots` are the parsed XML parts by name."""

    data: bytes
    parts: dict[str, bytes] = field(init=False)
    roots: dict[str, etree._Element] = field(init=False)

    def __post_init__(self) -> None:
        with ZipFile(BytesIO(self.data)) as package:
            self.names = package.namelist()
            self.times = {entry.date_time for entry in package.infolist()}
            self.parts = {name: package.read(name) for name in self.names}
        self.roots = {n: etree.fromstring(b) for n, b in self.parts.items() if n.endswith((".xml", ".rels"))}

    def root(self, name: str) -> etree._Element:
        return self.roots[f"word/{name}.xml"]

    def relationships(self, part: str) -> dict[str, etree._Element]:
        folder, name = posixpath.split(part)
        rels = self.roots.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if rels is None else {one.get("Id"): one for one in rels}

    def paragraphs(self, part: str = "document") -> list[str]:
        """Give the text of each paragraph, notes' marks and what fields show left out."""
        return [paragraph_text(p) for p in self.root(part).iter(f"{W}p")]

    def notes(self) -> dict[str, list[str]]:
        """Give the paragraphs of each footnote by its id, without its own mark and the space behind it."""
        found = {}
        for note in self.root("footnotes"):
            if note.get(f"{W}type") is None:
                found[note.get(f"{W}id")] = [paragraph_text(p).removeprefix(" ") for p in note.iter(f"{W}p")]
        return found

    def references(self) -> list[str]:
        """Give the ids of the footnotes that the body refers to, in order."""
        return [one.get(f"{W}id") for one in self.root("document").iter(f"{W}footnoteReference")]


def paragraph_text(paragraph: etree._Element) -> str:
    """Give what a paragraph says: no instructions of fields, nothing that a field shows, no marks of notes."""
    text, depth = "", 0
    for run in paragraph.iter(f"{W}r"):
        kinds = [one.get(f"{W}fldCharType") for one in run.iter(f"{W}fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
        if depth or is_mark(run):
            continue
        for one in run:
            text += {"t": one.text or "", "tab": "\t", "br": "\n"}.get(etree.QName(one).localname, "")
    return text


def is_mark(run: etree._Element) -> bool:
    """Tell whether a run is the mark of a note, in the text or before the note itself."""
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == "FootnoteReference"


def faults(package: Package) -> list[str]:
    """Give all that is wrong with a package; an empty list for a sound one."""
    checks = (_content_types, _relationships, _styles, _ids, _notes, _order, _numbering, _anchors, _settings, _fields)
    return [fault for check in checks for fault in check(package)]


def _content_types(package: Package) -> Iterator[str]:
    types = package.roots["[Content_Types].xml"]
    overrides = Counter(one.get("PartName") for one in types.iter(f"{TYPES}Override"))
    defaults = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    yield from (f"{name} has two content types" for name, times in overrides.items() if times > 1)
    yield from (f"{name} is no part" for name in overrides if name.removeprefix("/") not in package.parts)
    for name in package.parts:
        if (
            name.endswith(".xml")
            and name != "[Content_Types].xml"
            and f"/{name}" not in overrides
            and not name.startswith("customXml")
        ):
            yield f"{name} has no content type of its own"
        if name.rsplit(".", 1)[-1] not in defaults and f"/{name}" not in overrides:
            yield f"{name} has no content type"
    if len(package.names) != len(set(package.names)):
        yield "a name stands twice in the zip"


def _relationships(package: Package) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for name, root in package.roots.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        base = posixpath.dirname(posixpath.dirname(name))
        for one in root:
            target = one.get("Target")
            if one.get("TargetMode") == "External":
                allowed = target.startswith(("http://", "https://", "mailto:"))
                if not allowed or not one.get("Type").endswith("/hyperlink"):
                    yield f"{name} leads outside to {target}"
                continue
            path = posixpath.normpath(posixpath.join(base, target)) if target[0] != "/" else target[1:]
            reached.add(path)
            if path not in package.parts:
                yield f"{name} leads to {path}, which is not there"
    yield from (f"{name} is not reached" for name in package.parts if name not in reached)
    for name, root in package.roots.items():
        if name.endswith(".rels") or not name.startswith("word/"):
            continue
        used = {value for one in root.iter() for key, value in one.attrib.items() if key == f"{R}id"}
        known = set(package.relationships(name))
        yield from (f"{name} uses the unknown relationship {key}" for key in used - known)
        external = {i for i, one in package.relationships(name).items() if one.get("TargetMode") == "External"}
        yield from (f"{name} has the idle link {key}" for key in external - used)


def _styles(package: Package) -> Iterator[str]:
    styles = list(package.root("styles").iter(f"{W}style"))
    ids = Counter(style.get(f"{W}styleId") for style in styles)
    yield from (f"style {key} is defined {times} times" for key, times in ids.items() if times > 1)
    kinds = {style.get(f"{W}styleId"): style.get(f"{W}type") for style in styles}
    for style in styles:
        for tag in ("basedOn", "next", "link"):
            for one in style.iter(f"{W}{tag}"):
                if one.get(f"{W}val") not in kinds:
                    yield f"style {style.get(f'{W}styleId')} names {one.get(f'{W}val')}, which is not defined"
    for name, root in package.roots.items():
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            for one in root.iter(f"{W}{tag}"):
                if kinds.get(one.get(f"{W}val")) != kind:
                    yield f"{name} uses the {kind} style {one.get(f'{W}val')}, which is not defined"


def _ids(package: Package) -> Iterator[str]:
    body = package.root("document")
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name"), ("commentRangeStart", "id")):
        values = Counter(one.get(f"{W}{attribute}") for one in body.iter(f"{W}{tag}"))
        yield from (f"{tag} {value} stands {times} times" for value, times in values.items() if times > 1)
    starts = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd")]
    if sorted(starts) != sorted(ends):
        yield "bookmarks are not closed"
    for name in (one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")):
        if len(name) > 40 or not (name[0].isalpha() or name[0] == "_") or not name.replace("_", "a").isalnum():
            yield f"bookmark {name} has a name that Word refuses"
    comments = package.roots.get("word/comments.xml")
    known = [] if comments is None else [one.get(f"{W}id") for one in comments]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [one.get(f"{W}id") for one in body.iter(f"{W}{tag}")]
        if sorted(found) != sorted(known):
            yield f"{tag} has {len(found)} of {len(known)} comments"


def _notes(package: Package) -> Iterator[str]:
    notes = package.root("footnotes")
    kinds = {one.get(f"{W}id"): one.get(f"{W}type") for one in notes}
    if len(kinds) != len(notes):
        yield "two footnotes have one id"
    separators = {key for key, kind in kinds.items() if kind}
    named = {one.get(f"{W}id") for one in package.root("settings").iterfind(f"{W}footnotePr/{W}footnote")}
    if separators != named or sorted(kind for kind in kinds.values() if kind) != ["continuationSeparator", "separator"]:
        yield f"the settings name the separators {named}, the part has {separators}"
    ids = [key for key, kind in kinds.items() if not kind]
    if package.references() != ids:
        yield f"the text refers to the footnotes {package.references()}, the part has {ids}"
    if ids != [str(n) for n in range(1, len(ids) + 1)]:
        yield f"footnotes are numbered {ids}"
    if any("endnote" in name for name in package.parts) or b"endnote" in package.parts["word/settings.xml"]:
        yield "endnotes are mentioned"


def _order(package: Package) -> Iterator[str]:
    for name, root in package.roots.items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for one in root.iter(*(f"{W}{tag}" for tag in ORDER)):
            tag = etree.QName(one).localname
            order = ORDER[tag].split()
            children = [etree.QName(child).localname for child in one]
            yield from (f"{name}: {tag} holds {child}" for child in children if child not in order)
            places = [order.index(child) for child in children if child in order]
            if tag not in LOOSE and places != sorted(places):
                yield f"{name}: the children of {tag} stand as {children}"
            if tag == "tc" and children[-1:] != ["p"]:
                yield f"{name}: a cell ends with {children[-1:]}"
        for row in root.iter(f"{W}tr"):
            grid = len(row.getparent().find(f"{W}tblGrid"))
            width = sum(
                int(s.get(f"{W}val")) if (s := c.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                for c in row.iterfind(f"{W}tc")
            )
            if width != grid:
                yield f"{name}: a row of {width} columns in a grid of {grid}"


def _numbering(package: Package) -> Iterator[str]:
    root = package.root("numbering")
    abstracts = [one.get(f"{W}abstractNumId") for one in root.iterfind(f"{W}abstractNum")]
    numbers = {one.get(f"{W}numId"): one.find(f"{W}abstractNumId").get(f"{W}val") for one in root.iterfind(f"{W}num")}
    if len(set(abstracts)) != len(abstracts) or not set(numbers.values()) <= set(abstracts):
        yield "numbering definitions don't fit together"
    used = {one.get(f"{W}val") for r in package.roots.values() for one in r.iter(f"{W}numId")}
    yield from (f"list {key} is not defined" for key in used - set(numbers))


def _anchors(package: Package) -> Iterator[str]:
    body = package.root("document")
    names = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    targets = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")} - {None}
    targets |= {one.text.split()[1] for one in body.iter(f"{W}instrText") if one.text.split()[0] == "NOTEREF"}
    yield from (f"a link leads to {name}, which is no bookmark" for name in targets - names)


def _settings(package: Package) -> Iterator[str]:
    settings = [etree.QName(one).localname for one in package.root("settings")]
    if "updateFields" in settings:
        yield "Word would ask whether to update fields"
    if "compat" in settings and settings.index("footnotePr") > settings.index("compat"):
        yield "footnotePr stands behind compat"
    if any("vba" in name.lower() or "macro" in name.lower() for name in package.parts):
        yield "there are macros"


def _fields(package: Package) -> Iterator[str]:
    for name, root in package.roots.items():
        kinds = [one.get(f"{W}fldCharType") for one in root.iter(f"{W}fldChar")]
        if kinds.count("begin") != kinds.count("end") or kinds.count("begin") != kinds.count("separate"):
            yield f"{name}: a field is not closed"

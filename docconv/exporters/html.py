"""letter.html: one self-contained page with Dutch and English side by side, readable without a script.

Templates, style and script lie in assets/. The page carries its own Content-Security-Policy with the hashes of its style and
script (CSP Level 3), so nothing else can run in it or be loaded by it.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import docconv
from docconv.exporters.characters import legible
from docconv.exporters.facts import askers, facts, title
from docconv.exporters.html_inline import anchor
from docconv.exporters.html_view import View
from docconv.model import BilingualLetter, Metadata
from docconv.protocols import ExportOptions

WORD = re.compile(r"\w+")


def page(bilingual: BilingualLetter, options: ExportOptions) -> bytes:  # noqa: ARG001 - the seam's signature
    """Give letter.html, in UTF-8."""
    view = View(bilingual)
    letter = bilingual.letter
    sections = tuple(view.sections())
    notes = tuple(view.footnotes())
    rows = [row for section in sections for part in section.parts for row in part.rows]
    rows += [row for note in notes for row in note.rows]
    times = Counter(hit.entry for unit in bilingual.units for hit in unit.terms)
    style, script = asset("page.css"), asset("page.js")
    text = (
        environment()
        .get_template("page.html.j2")
        .render(
            title=title_of(letter.metadata, letter.source.name),
            english_title=title(bilingual),
            metadata=letter.metadata,
            facts=list(facts(letter.metadata)),
            asked=legible(askers(letter.metadata)),
            sections=sections,
            titled=bool(sections) and sections[0].parts[0].kind == "title" and bool(sections[0].parts[0].rows),
            notes={note.id: note for note in notes},
            review=[row for row in rows if row.review],
            entries=[(anchor(e.id), e, times[e.id]) for e in bilingual.entries],
            signature=bilingual.signature,
            units=bilingual.units,
            reviewed=sum(unit.state == "reviewed" for unit in bilingual.units),
            linked_data=linked_data(bilingual),
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )
    return text.encode()


def index(bilinguals: Sequence[BilingualLetter], files_of: Sequence[Mapping[str, Path]]) -> bytes:
    """Give index.html over several letters; `files_of` gives the files written for each, by format."""
    letters = [
        {
            "title": title_of(b.letter.metadata, b.letter.source.name),
            "date": b.letter.metadata.date_answered.value if b.letter.metadata.date_answered else "",
            "members": ", ".join(m.name for m in b.letter.metadata.members),
            "ministers": "; ".join(m.title for m in b.letter.metadata.ministers),
            "questions": len(b.letter.questions),
            "review": sum(u.state == "needs-review" for u in b.units),
            "reviewed": sum(u.state == "reviewed" for u in b.units),
            "sentences": len(b.units),
            "href": paths["html"].name if "html" in paths else "",
            "words": " ".join(
                sorted({w for u in b.units for w in WORD.findall(f"{u.source.text} {u.target.text}".lower())})
            ),
        }
        for b, paths in zip(bilinguals, files_of, strict=True)
    ]
    style, script = asset("page.css"), asset("index.js")
    template = environment().get_template("index.html.j2")
    return template.render(
        letters=letters, version=docconv.__version__, style=style, script=script, policy=policy(style, script)
    ).encode()


def title_of(metadata: Metadata, name: str) -> str:
    """Give the page's title: the printed one, else the subject, else the file's name."""
    printed = metadata.title or metadata.subject
    return legible(" ".join(printed.value.split())) if printed else Path(name).stem


def linked_data(bilingual: BilingualLetter) -> Markup:
    """Give schema.org metadata as JSON that is safe inside a script element."""
    metadata, signature = bilingual.letter.metadata, bilingual.signature
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": title_of(metadata, bilingual.letter.source.name),
        "inLanguage": ["nl", "en"],
        "isBasedOn": {
            "@type": "DigitalDocument",
            "identifier": f"sha256:{signature.source_sha256}",
            "inLanguage": "nl",
        },
        "creator": {"@type": "SoftwareApplication", "name": "docconv", "softwareVersion": signature.docconv},
    }
    if metadata.date_answered:
        data["datePublished"] = metadata.date_answered.value
    if metadata.zaaknummer:
        data["identifier"] = metadata.zaaknummer.value
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704 - no character of it can end the element


@cache
def environment() -> Environment:
    """Give the templates' environment: everything escaped, nothing undefined passes."""
    return Environment(
        loader=PackageLoader("docconv.exporters", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def asset(name: str) -> Markup:
    """Give a style sheet or script of ours as markup."""
    text = (files("docconv.exporters") / "assets" / name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - our own file


def policy(style: str, script: str) -> str:
    """Give the Content-Security-Policy for one inline style and one inline script."""
    hashes = {kind: b64encode(sha256(text.encode()).digest()).decode() for kind, text in (("s", style), ("j", script))}
    return (
        f"default-src 'none'; style-src 'sha256-{hashes['s']}'; script-src 'sha256-{hashes['j']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )

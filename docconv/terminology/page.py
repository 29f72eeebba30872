"""The glossary as one web page for readers: a table a domain, a search field, and nothing fetched from elsewhere.

Accessible names and structure follow WCAG 2.2 (tables with captions and header cells, Dutch marked as Dutch); without
JavaScript the page is whole and only the search field is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from docconv.model import GlossaryEntry
from docconv.terminology.columns import GAP

DOMAINS = {
    "parl": "Parliament",
    "gov": "Government",
    "ministry": "Ministries and ministers",
    "agency": "Agencies and inspectorates",
    "law": "Law and justice",
    "foreign": "Foreign affairs and human rights",
    "asylum": "Asylum and migration",
    "eu": "European Union",
    "finance": "Finance and tax",
    "health": "Health",
    "education": "Education",
    "housing": "Housing",
    "climate": "Climate and energy",
    "agri": "Agriculture and nature",
    "digital": "Digital affairs",
    "defence": "Defence",
    "work": "Work and income",
    "party": "Political parties",
    "idiom": "Verbs and idioms",
    "media": "News media",
    "": "Other",
    "place": "Places",
}

_STYLE = """
:root{color-scheme:light dark;
 --ink:#1b1b1b;
 --paper:#fff;
 --line:#c9ccd1;
 --soft:#f3f4f6;
 --accent:#154273;
 --bad:#8a1c1c}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;
 --paper:#16181b;
 --line:#44484f;
 --soft:#202328;
 --accent:#8fb8e8;
 --bad:#f0a3a3}
}
*{box-sizing:border-box}
body{margin:0 auto;
 max-width:78rem;
 padding:1.5rem 1rem 4rem;
 font:1rem/1.5 system-ui,sans-serif;
 color:var(--ink);
 background:var(--paper)}
h1{font-size:1.7rem;margin:0 0 .3rem}
h2{font-size:1.25rem;margin:2.2rem 0 .5rem;color:var(--accent)}
a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0}
.search{position:sticky;
 top:0;
 background:var(--paper);
 padding:.6rem 0;
 border-bottom:1px solid var(--line);
 z-index:1}
.search input{font:inherit;
 width:min(28rem,100%);
 padding:.35rem .5rem;
 border:1px solid var(--ink);
 border-radius:.2rem;
 background:var(--paper);
 color:var(--ink)}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th:nth-child(1){width:21%}th:nth-child(2){width:23%}th:nth-child(3){width:20%}th:nth-child(4){width:15%}
dt{font-weight:600}dd{margin:0 0 .4rem 1.2rem}
caption{text-align:left;padding-bottom:.3rem}
th,td{text-align:left;
 vertical-align:top;
 padding:.35rem .6rem .35rem 0;
 border-top:1px solid var(--line);
 overflow-wrap:break-word}
[lang=nl]{hyphens:auto}
thead th{border-top:0;font-size:.9rem}
tbody th{font-weight:600}
.also{font-size:.9rem}
.not{color:var(--bad);font-size:.9rem}
.note{font-size:.9rem;max-width:26rem}
.draft::after{content:" (draft)";font-weight:400;font-size:.85rem}
:target{background:var(--soft)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[hidden]{display:none}
@media (max-width:46rem){tbody th:nth-child(1){width:auto}
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tr,th,td{display:block;border:0;padding:.1rem 0}
tr{border-top:1px solid var(--line);padding:.5rem 0}
}
@media print{.search,nav{display:none}
}
"""
_SCRIPT = """
const box=document.querySelector('.search');box.hidden=false;
const field=box.querySelector('input'),told=box.querySelector('output');
const rows=[...document.querySelectorAll('tbody tr')].map(r=>[r,r.textContent.toLowerCase()]);
const parts=[...document.querySelectorAll('section')];
field.addEventListener('input',()=>{const q=field.value.trim().toLowerCase();let n=0;
for(const [r,t] of rows){r.hidden=!t.includes(q);if(!r.hidden)n++}
for(const s of parts)s.hidden=!s.querySelector('tbody tr:not([hidden])');
told.textContent=q?n+(n===1?' term':' terms'):''});
"""


def page(
    entries: Sequence[GlossaryEntry],
    sources: Mapping[str, str] | None = None,
    title: str = "Dutch–English policy glossary",
) -> str:
    """Give the page: approved entries and drafts, by domain and Dutch term; `sources` tells what their short names mean."""
    groups: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        groups.setdefault(domain_name(entry.domain), []).append(entry)
    order = sorted(groups, key=lambda name: (name == DOMAINS[""], name))
    links = "".join(f'<li><a href="#{_anchor(name)}">{escape(name)}</a> ({len(groups[name])})</li>' for name in order)
    body = "".join(_section(name, groups[name]) for name in order)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{escape(title)}</h1>\n"
        f"<p>{len(entries)} terms of Dutch parliamentary answers with the English that stands for each.</p>\n"
        f'<nav aria-label="Domains"><ul>{links}</ul></nav>\n</header>\n'
        '<div class="search" role="search" hidden><label for="q">Search in Dutch and English</label> '
        '<input id="q" type="search" autocomplete="off"> <output for="q" aria-live="polite"></output></div>\n'
        f"<main>\n{body}{_sources(entries, sources or {})}</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    )


def domain_name(domain: str) -> str:
    """Give the heading for a domain's short name.

    >>> domain_name("parl"), domain_name("water"), domain_name("")
    ('Parliament', 'Water', 'Other')
    """
    return DOMAINS.get(domain) or domain[:1].upper() + domain[1:].replace("-", " ")


def _section(name: str, entries: Iterable[GlossaryEntry]) -> str:
    ordered = sorted(entries, key=lambda entry: (entry.nl.lower(), entry.id))
    rows = "".join(_row(entry) for entry in ordered)
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Dutch", "English", "Also accepted", "Not", "Remark"))
    return (
        f'<section aria-labelledby="{_anchor(name)}">\n<h2 id="{_anchor(name)}">{escape(name)}</h2>\n'
        f"<table>\n<caption>{len(ordered)} {'term' if len(ordered) == 1 else 'terms'}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )


def _sources(entries: Iterable[GlossaryEntry], known: Mapping[str, str]) -> str:
    """Give what the short names of the sources stand for, those that the entries name."""
    named = sorted({source for entry in entries for source in entry.source} & set(known))
    items = "".join(f"<dt>{escape(key)}</dt><dd>{escape(known[key])}</dd>" for key in named)
    return f'<h2 id="sources">Sources</h2>\n<dl>{items}</dl>\n' if named else ""


def _row(entry: GlossaryEntry) -> str:
    english = escape(entry.en) + (f"<br>plural: {escape(entry.en_plural)}" if entry.en_plural else "")
    if entry.first_mention and entry.first_mention != entry.en:
        english += f"<br>first: {escape(entry.first_mention)}"
    if entry.dnt:
        english += "<br>(kept as it is)"
    remark = escape(entry.note)
    if entry.valid_from or entry.valid_until:
        remark += escape(f" In use {entry.valid_from or '…'} to {entry.valid_until or 'now'}.")
    if entry.source:
        remark += f" <small>{escape('Source: ' + ', '.join(entry.source))}</small>"
    term = escape(entry.nl.replace(f" {GAP} ", f" {GAP} "))
    draft = ' class="draft"' if entry.status == "draft" else ""
    return (
        f'<tr id="{escape(entry.id, quote=True)}"><th scope="row" lang="nl"{draft}>{term}</th><td>{english}</td>'
        f'<td class="also">{_joined(entry.en_variants)}</td>'
        f'<td class="not">{_joined((*entry.wrong, *entry.forbidden))}</td><td class="note">{remark}</td></tr>\n'
    )


def _joined(texts: Iterable[str], most: int = 8) -> str:
    shown = list(texts)
    more = f", and {len(shown) - most} more forms" if len(shown) > most else ""
    return escape(", ".join(shown[:most]) + more)


def _anchor(name: str) -> str:
    return "d-" + "".join(c if c.isalnum() else "-" for c in name.lower())

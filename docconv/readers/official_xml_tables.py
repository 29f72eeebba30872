"""CALS tables of an official publication as rows of cells (OASIS TM 9901): columns by name, rows by `morerows`."""

from __future__ import annotations

from dataclasses import dataclass

from docconv.readers.official_xml_inlines import Element, local, plain


@dataclass(frozen=True, slots=True)
class EntryCell:
    """A cell: its element and the value of its hint ("header colspan=2 rowspan=3")."""

    element: Element
    hint: str


def read_table(table: Element) -> list[list[EntryCell]]:
    """Give the rows of a table, its head's first."""
    rows: list[list[EntryCell]] = []
    for group in table:
        if local(group) != "tgroup":
            continue
        columns = {part.get("colname", ""): n for n, part in enumerate(p for p in group if local(p) == "colspec")}
        for part in sorted((p for p in group if local(p) in {"thead", "tbody", "tfoot"}), key=_order):
            head = local(part) == "thead"
            rows += [
                [EntryCell(entry, _hint(entry, columns, head=head)) for entry in row if local(entry) == "entry"]
                for row in part
                if local(row) == "row"
            ]
    return rows


def holds_all(table: Element, titles: list[Element], rows: list[list[EntryCell]]) -> bool:
    """Tell whether a table's titles and cells hold all its words and notes: one that is not CALS may have others."""
    parts = [*titles, *(cell.element for row in rows for cell in row)]
    words = sum(len(plain(part).replace(" ", "")) for part in parts)
    notes = sum(_notes(part) for part in parts)
    return words == len(plain(table).replace(" ", "")) and notes == _notes(table)


def _notes(element: Element) -> int:
    return sum(local(part) == "noot" for part in element.iter())


def _order(part: Element) -> int:
    return ("thead", "tbody", "tfoot").index(local(part))


def _hint(entry: Element, columns: dict[str, int], *, head: bool) -> str:
    words = ["header"] if head else []
    first, last = columns.get(entry.get("namest", "")), columns.get(entry.get("nameend", ""))
    if first is not None and last is not None and last > first:
        words.append(f"colspan={last - first + 1}")
    more = entry.get("morerows", "")
    if more.isascii() and more.isdigit() and int(more[:4]) > 0:
        words.append(f"rowspan={int(more[:4]) + 1}")
    return " ".join(words)

"""eIds and wIds, given to a finished tree in one last pass (Akoma Ntoso Naming Convention 1.0, section 5).

An id is `[prefix__]element_ref[_number]`; the prefix is the nearest ancestor's id. Notes and references count document-wide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

from docconv.exporters.akn_node import Node

# The Convention's short names; an element that is not here keeps its own.
_PAIRS = (
    "debateBody=body mainBody=body collectionBody=body judgmentBody=body amendmentBody=body portionBody=body "
    "debateSection=dbsect blockList=list component=cmp components=cmpnts componentRef=cref eventRef=eref "
    "documentRef=dref temporalGroup=tmpg attachment=att alinea=al article=art chapter=chp section=sec paragraph=para "
    "clause=cl division=dvs subchapter=subchp subsection=subsec subparagraph=subpara subclause=subcl "
    "subdivision=subdvs citation=cit citations=cits recital=rec recitals=recs quotedStructure=qstr quotedText=qtext "
    "listIntroduction=intro listWrapUp=wrapup wrapUp=wrapup"
)
SHORT = {name: short for name, _, short in (pair.partition("=") for pair in _PAIRS.split())}
WITHOUT_NUMBER = {"preface", "debateBody", "conclusions", "components"}
NO_PREFIX = {
    "preface",
    "debateBody",
    "conclusions",
    "components",
    "authorialNote",
    "ref",
    "mref",
    "rref",
    "note",
    "step",
    "eventRef",
}
IDENTIFIED = WITHOUT_NUMBER | {
    *("questions", "debateSection", "question", "answer", "other", "container", "p", "block", "blockList", "item"),
    *(
        "table",
        "authorialNote",
        "ref",
        "mref",
        "rref",
        "person",
        "organization",
        "role",
        "step",
        "eventRef",
        "note",
        "caption",
    ),
}
NUMBERED = {"question", "item"}
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*[A-Za-z]?\b(?: (?:bis|ter|quater)\b)?")


@dataclass(slots=True)
class Ids:
    """Gives ids. `names` keeps the id of each key, so that a second language gives the same element the same id."""

    names: dict[Hashable, str] = field(default_factory=dict)
    _given: set[str] = field(default_factory=set)
    _counters: Counter[str] = field(default_factory=Counter)

    def assign(self, root: Node, *, work: bool = False) -> None:
        """Give every element below `root` its eId, and with `work` its wId too."""
        self._given, self._counters = {n.attributes["eId"] for n in root.walk() if "eId" in n.attributes}, Counter()
        self._descend(root, "")
        if work:
            for node in root.walk():
                if node.tag in IDENTIFIED and node.key != "editorial" and "eId" in node.attributes:
                    node.attributes["wId"] = node.attributes["eId"]

    def _descend(self, node: Node, prefix: str) -> None:
        if node.tag in IDENTIFIED and "eId" not in node.attributes:
            node.attributes["eId"] = self._id(node, prefix)
        inner = prefix if node.tag == "debateBody" else node.attributes.get("eId", prefix)
        for child in node.children:
            self._descend(child, inner)

    def _id(self, node: Node, prefix: str) -> str:
        known = self.names.get(node.key) if node.key not in (None, "editorial") else None
        if known and known not in self._given:
            self._given.add(known)
            return known
        short = SHORT.get(node.tag, node.tag)
        stem = short if node.tag in NO_PREFIX or not prefix else f"{prefix}__{short}"
        if node.tag in WITHOUT_NUMBER:
            return self._free(stem)
        printed = node.attributes.pop("n", None) or _printed_number(node)
        found = self._free(f"{stem}_{printed}") if printed else self._counted(stem)
        if node.key not in (None, "editorial"):
            self.names.setdefault(node.key, found)
        return found

    def _counted(self, stem: str) -> str:
        taken = self._given | set(self.names.values())
        while True:
            self._counters[stem] += 1
            found = f"{stem}_{self._counters[stem]}"
            if found not in taken:
                self._given.add(found)
                return found

    def _free(self, wanted: str) -> str:
        """Give `wanted`, or it with "-2", "-3" where a number was printed before."""
        found, n = wanted, 1
        while found in self._given:
            n += 1
            found = f"{wanted}-{n}"
        self._given.add(found)
        return found


def number_part(label: str) -> str:
    """Give the numbers of a printed label as the last part of an id, "" where it has none.

    >>> number_part("Vraag 7"), number_part("Vragen 3 en 4"), number_part("11.2 bis"), number_part("b)")
    ('7', '3-4', '11-2bis', 'b')
    """
    found = [number.replace(".", "-").replace(" ", "") for number in _NUMBER.findall(label)]
    if found:
        return "-".join(found)
    letter = re.fullmatch(r"\(?([A-Za-z]{1,5})[.)]?", label.strip())
    return letter[1].lower() if letter else ""


def _printed_number(node: Node) -> str:
    if node.tag not in NUMBERED:
        return ""
    label = next((child for child in node.children if child.tag == "num"), None)
    return number_part("".join(item for item in label.content if isinstance(item, str))) if label else ""

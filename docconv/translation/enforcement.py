"""Every glossary term of a letter honoured in its English, or flagged: free translations checked, then rung by rung mended.

All sentences of a letter go up the ladder together, so that each rung decodes once. A sentence without terms, and one whose
free translation honours them all, comes out to the letter as it went in.
"""

from __future__ import annotations

from collections.abc import Sequence

from docconv.protocols import Engine
from docconv.terminology import TermBase
from docconv.translation.drafts import begin
from docconv.translation.ladder import RUNGS
from docconv.translation.ladder_swaps import align
from docconv.translation.mentions import introduce
from docconv.translation.work import Enforced, SentenceWork


def enforce(sentences: Sequence[SentenceWork], termbase: TermBase, decoder: Engine) -> list[Enforced]:
    """Give each sentence's English with its terms, in order.

    `decoder` may be a Decoder, whose further abilities are then used, or any engine. Raises EngineError.
    """
    drafts = [begin(work, termbase.find(work.plain)) for work in sentences]
    align([draft for draft in drafts if draft.missing and not draft.work.fixed], decoder)
    for rung in RUNGS:
        open_drafts = [draft for draft in drafts if draft.missing and not draft.work.fixed]
        if open_drafts:
            rung(open_drafts, decoder)
    introduce(drafts)
    return [draft.finished() for draft in drafts]

"""letter.en.docx and letter.bilingual.docx: Office Open XML (ECMA-376, transitional) made with python-docx."""

from __future__ import annotations

from docconv.exporters.docx_bilingual import write_table
from docconv.exporters.docx_briefing import write_briefing
from docconv.model import BilingualLetter
from docconv.protocols import ExportOptions


def briefing(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give the English briefing. Raises ExportError for a template that can't serve."""
    return write_briefing(bilingual, options)


def bilingual_table(bilingual: BilingualLetter, options: ExportOptions) -> bytes:
    """Give Dutch and English side by side. Raises ExportError for a template that can't serve."""
    return write_table(bilingual, options)

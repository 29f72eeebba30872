"""The glossary: reading it, finding its terms in Dutch, telling whether English honours them, and keeping it good."""

from docconv.terminology.matching import Compound, Match
from docconv.terminology.termbase import TermBase, load

__all__ = ["Compound", "Match", "TermBase", "load"]

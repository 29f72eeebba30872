"""The tokenizers of Argos packages: SentencePiece (`sentencepiece.model`), or Moses with BPE (`bpe.model`) in older ones.

Both are those of argostranslate.tokenizer, except that an underscore stays an underscore.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from docconv.errors import EngineError

SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # SentencePiece's mark for a space
BYTE = re.compile(r"<0x([0-9A-F]{2})>")  # yes: <0xE2>   no: <s>, <0x>


class Tokenizer(Protocol):
    """Text to a model's pieces and back."""

    def encode(self, text: str) -> list[str]:
        """Give the pieces of a text."""

    def decode(self, tokens: list[str]) -> str:
        """Give the text of pieces."""

    def forms(self, text: str) -> list[list[str]]:
        """Give the pieces of a text as it stands at the start of a word, for suppressing it."""

    def offsets(self, text: str, tokens: list[str]) -> list[int]:
        """Give for each of the pieces of `text` the code point where it begins."""


def tokenizer_of(folder: Path) -> Tokenizer:
    """Give the tokenizer that a package holds. Raises EngineError."""
    if (folder / "sentencepiece.model").is_file():
        return SentencePiece(folder / "sentencepiece.model")
    if (folder / "bpe.model").is_file():
        return MosesBpe(folder / "bpe.model")
    raise EngineError(f"{folder} has neither sentencepiece.model nor bpe.model: install the package again")


class SentencePiece:
    """A SentencePiece model; its text is normalised by NFKC on the way in, so that ² becomes 2."""

    def __init__(self, path: Path) -> None:
        """Load the model. Raises EngineError."""
        import sentencepiece

        try:
            self._model: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as error:
            raise EngineError(f"{path} is damaged: {error}; install the package again") from error

    def encode(self, text: str) -> list[str]:
        """Give the pieces of a text."""
        return list(self._model.encode(text, out_type=str))

    def decode(self, tokens: list[str]) -> str:
        """Give the text of pieces."""
        return str(self._model.decode_pieces(tokens)).replace(SPACE, " ").strip()

    def forms(self, text: str) -> list[list[str]]:
        """Give the pieces of a text at the start of a word."""
        return [self.encode(text)]

    def offsets(self, text: str, tokens: list[str]) -> list[int]:
        """Give where each piece begins, by walking text and pieces side by side."""
        origin = _normalised(text)
        if not origin:
            return [0] * len(tokens)
        at, found = 0, []
        for token in tokens:
            if byte := BYTE.fullmatch(token):
                leads = int(byte[1], 16) & 0xC0 != 0x80  # the bytes that go on a character of UTF-8 begin with 10
                found.append(at if leads else max(at - 1, 0))
                at += leads
                continue
            word = token.lstrip(SPACE) or token
            begin = _walk(origin, at, token[: len(token) - len(word)])
            found.append(_walk(origin, begin, word[:1]) - 1)
            at = _walk(origin, begin, word)
        return [origin[min(max(n, 0), len(origin) - 1)][1] for n in found]


class MosesBpe:
    """Moses tokenization and byte-pair encoding, by the libraries that argostranslate brings for older packages."""

    def __init__(self, path: Path) -> None:
        """Load the codes. Raises EngineError."""
        try:
            from argostranslate.apply_bpe import BPE
            from sacremoses.normalize import MosesPunctNormalizer
            from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer
        except ImportError as error:
            raise EngineError(f"{path.parent} is an older package that needs sacremoses: {error}") from error
        try:
            with path.open(encoding="utf-8") as codes:
                self._bpe: Any = BPE(codes)
        except (OSError, ValueError, SystemExit) as error:
            raise EngineError(f"{path} is damaged: {error}; install the package again") from error
        self._normalizer: Any = MosesPunctNormalizer("nl")
        self._tokenizer: Any = MosesTokenizer("nl")
        self._detokenizer: Any = MosesDetokenizer("en")
        self._lock = Lock()

    def encode(self, text: str) -> list[str]:
        """Give the pieces of a text."""
        with self._lock:
            words = self._tokenizer.tokenize(self._normalizer.normalize(text), escape=True)
            return list(self._bpe.segment_tokens(words)) if words else []

    def decode(self, tokens: list[str]) -> str:
        """Give the text of pieces."""
        words = " ".join(tokens).replace("@@ ", "").removesuffix("@@").split(" ")
        return str(self._detokenizer.detokenize(words)).strip()

    def forms(self, text: str) -> list[list[str]]:
        """Give the pieces of a text; Moses writes a word alike wherever it stands."""
        return [self.encode(text)]

    def offsets(self, text: str, tokens: list[str]) -> list[int]:
        """Give where each piece begins, found from left to right; where it was normalised away, the place before it."""
        at, found = 0, []
        for token in tokens:
            plain = token.removesuffix("@@")
            next_at = text.find(plain, at)
            found.append(next_at if next_at >= 0 else min(at, max(len(text) - 1, 0)))
            at = next_at + len(plain) if next_at >= 0 else at
        return found


def _normalised(text: str) -> list[tuple[str, int]]:
    """Give the characters of `text` as SentencePiece sees them, each with the code point that it came from."""
    found: list[tuple[str, int]] = [] if text[:1].isspace() else [(SPACE, 0)]
    for n, char in enumerate(text):
        parts = unicodedata.normalize("NFKC", char)
        found += [(SPACE if part.isspace() else part, n) for part in parts]
    return found


def _walk(origin: list[tuple[str, int]], at: int, chars: str) -> int:
    """Give the place after `chars`, which stand in `origin` at `at` or a little later."""
    for char in chars:
        at = next((n + 1 for n in range(at, min(at + 4, len(origin))) if origin[n][0] == char), at)
    return at

"""Translating with a package as the translation stage does: SentencePiece pieces in, beam search in CTranslate2, text out."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

BEAM = 4
BATCH = 2048


class Package:
    """An unpacked package, loaded for two threads of the processor; `load_seconds` is what loading took."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        """Load the package in `folder`."""
        import ctranslate2
        import sentencepiece

        started = time.perf_counter()
        self.translator: Any = ctranslate2.Translator(
            str(folder / "model"), device="cpu", inter_threads=1, intra_threads=threads
        )
        self.pieces: Any = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        self.load_seconds = time.perf_counter() - started

    def translate(self, texts: Sequence[str], *, beam: int = BEAM) -> list[str]:
        """The English of each text, in order; an empty text stays empty."""
        encoded = self.pieces.encode([text.strip() for text in texts], out_type=str)
        results = self.translator.translate_batch(
            [pieces or ["."] for pieces in encoded],
            beam_size=beam,
            batch_type="tokens",
            max_batch_size=BATCH,
            max_decoding_length=256,
        )
        return [
            self.pieces.decode(r.hypotheses[0]) if text.strip() else "" for text, r in zip(texts, results, strict=True)
        ]

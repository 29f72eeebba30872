"""The shared SentencePiece vocabulary: unigram pieces with byte fallback, digits apart, inline symbols whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from docconv.training.symbols import SYMBOLS

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

SIZE = 8000


def train_vocabulary(texts: Iterable[str], path: Path, *, size: int = SIZE) -> None:
    """Write a SentencePiece model of `size` pieces learnt from `texts` to `path`."""
    import sentencepiece

    with path.open("wb") as out:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=out,
            vocab_size=size,
            model_type="unigram",
            character_coverage=0.9999,
            byte_fallback=True,
            split_digits=True,
            user_defined_symbols=list(SYMBOLS),
            unk_id=0,
            bos_id=1,
            eos_id=2,
            pad_id=-1,
            hard_vocab_limit=False,
            minloglevel=2,
        )


def load_vocabulary(path: Path) -> "SentencePieceProcessor":
    """The SentencePiece processor of a model file."""
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(path))

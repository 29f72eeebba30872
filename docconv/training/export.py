# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""From a network to a package in Argos Translate's layout, int8, and back again for a warm start.

A package holds `metadata.json`, `model/` (CTranslate2), `sentencepiece.model` and `README.md`; zipped it is an `.argosmodel`.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor, nn

from docconv.training.network import Attention, FeedForward, Network
from docconv.training.symbols import PLACEHOLDERS
from docconv.training.vocabulary import load_vocabulary

# CTranslate2 builds its specifications at run time; their parts have no types of their own.
Spec = Any
METADATA: dict[str, Any] = {
    "package_version": "1.0",
    "argos_version": "1.9",
    "from_code": "nl",
    "from_name": "Dutch",
    "to_code": "en",
    "to_name": "English",
    "type": "translate",
    "docconv": {"placeholders": len(PLACEHOLDERS), "terms": True, "coverage_penalty": 0.05},
}


def export_package(network: Network, vocabulary: Path, folder: Path, *, quantization: str | None = "int8") -> None:
    """Write the package of a network into `folder`, which may exist; a README there is kept."""
    spec = _filled_spec(network)
    pieces = load_vocabulary(vocabulary)
    tokens = [pieces.id_to_piece(number) for number in range(pieces.vocab_size())]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    spec.optimize(quantization=quantization)
    (folder / "model").mkdir(parents=True, exist_ok=True)
    spec.save(str(folder / "model"))
    shutil.copyfile(vocabulary, folder / "sentencepiece.model")
    (folder / "metadata.json").write_text(json.dumps(METADATA, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def zip_package(folder: Path, target: Path) -> None:
    """Write the `.argosmodel` of an unpacked package: its one inner folder is named like those of Argos."""
    import zipfile

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(
            p for p in folder.rglob("*") if p.is_file() and p.suffix != ".py" and "__pycache__" not in p.parts
        ):
            archive.write(path, Path("translate-nl_en-1_0") / path.relative_to(folder))


def _filled_spec(network: Network) -> Spec:
    from ctranslate2.specs import transformer_spec

    shape = network.shape
    spec: Spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoders, shape.decoders), shape.heads, pre_norm=True, alignment_layer=-1, alignment_heads=1
    )
    for layer, made in zip(spec.encoder.layer, network.encoder, strict=True):
        _fill_self_attention(layer.self_attention, made.attention_norm, made.attention)
        _fill_feed(layer.ffn, made.feed_norm, made.feed)
    for layer, made in zip(spec.decoder.layer, network.decoder, strict=True):
        _fill_self_attention(layer.self_attention, made.self_norm, made.attention)
        _fill_cross_attention(layer.attention, made.cross_norm, made.cross)
        _fill_feed(layer.ffn, made.feed_norm, made.feed)
    _fill_norm(spec.encoder.layer_norm, network.encoder_norm)
    _fill_norm(spec.decoder.layer_norm, network.decoder_norm)
    table = _array(network.embedding.weight[: network.padding])
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    spec.decoder.projection.bias = _array(network.output_bias)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = _array(network.positions)
    return spec


def _fill_self_attention(spec: Spec, norm: nn.LayerNorm, attention: Attention) -> None:
    _fill_norm(spec.layer_norm, norm)
    _fill_linear(spec.linear[0], attention.qkv.weight, attention.qkv.bias)
    _fill_linear(spec.linear[1], attention.out.weight, attention.out.bias)


def _fill_cross_attention(spec: Spec, norm: nn.LayerNorm, attention: Attention) -> None:
    width = attention.out.weight.shape[0]
    _fill_norm(spec.layer_norm, norm)
    _fill_linear(spec.linear[0], attention.qkv.weight[:width], attention.qkv.bias[:width])
    _fill_linear(spec.linear[1], attention.qkv.weight[width:], attention.qkv.bias[width:])
    _fill_linear(spec.linear[2], attention.out.weight, attention.out.bias)


def _fill_feed(spec: Spec, norm: nn.LayerNorm, feed: FeedForward) -> None:
    _fill_norm(spec.layer_norm, norm)
    _fill_linear(spec.linear_0, feed.up.weight, feed.up.bias)
    _fill_linear(spec.linear_1, feed.down.weight, feed.down.bias)


def _fill_linear(spec: Spec, weight: Tensor, bias: Tensor) -> None:
    spec.weight, spec.bias = _array(weight), _array(bias)


def _fill_norm(spec: Spec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _array(tensor: Tensor) -> np.ndarray[Any, np.dtype[np.float32]]:
    return tensor.detach().float().cpu().numpy().astype(np.float32)

# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""The network of a package, its weights dequantised, so that training can go on where no checkpoint is left.

Reads CTranslate2's binary format, version 6: per variable a name, its dimensions, a type number and the bytes.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import torch
from torch import Tensor

from docconv.training.network import Network, Shape

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
Variables = dict[str, np.ndarray[Any, Any]]


def network_from_package(folder: Path) -> Network:
    """The network of the package in `folder`; raises ValueError where its layers are not those of `Network`."""
    variables = read_variables(folder / "model" / "model.bin")
    network = Network(_shape(variables))
    with torch.no_grad():
        for name, parameter in _named(network):
            if f"{name}" not in variables:
                raise ValueError(f"{folder}: expected the variable {name}, found none; retrain from data instead")
            parameter.copy_(_floats(variables, name))
    return network


def read_variables(path: Path) -> Variables:
    """Every variable of a CTranslate2 `model.bin` by name, as stored; aliases are left out."""
    with path.open("rb") as file:
        _, _, _ = _number(file, "I"), _string(file), _number(file, "I")
        return dict(_variable(file) for _ in range(_number(file, "I")))


def _variable(file: BinaryIO) -> tuple[str, np.ndarray[Any, Any]]:
    name = _string(file)
    dimensions = [_number(file, "I") for _ in range(_number(file, "B"))]
    kind, size = _TYPES[_number(file, "B")], _number(file, "I")
    return name, np.frombuffer(file.read(size), dtype=kind).reshape(dimensions)


def _number(file: BinaryIO, form: str) -> int:
    return int(struct.unpack(form, file.read(struct.calcsize(form)))[0])


def _string(file: BinaryIO) -> str:
    return file.read(_number(file, "H")).rstrip(b"\0").decode()


def _floats(variables: Variables, name: str) -> Tensor:
    value = variables[name].astype(np.float32)
    scale = variables.get(f"{name}_scale")
    return torch.from_numpy(value if scale is None else value / scale.reshape(-1, *[1] * (value.ndim - 1)))


def _shape(variables: Variables) -> Shape:
    size, width = variables[_TABLE].shape
    return Shape(
        vocabulary=size,
        width=width,
        heads=int(variables["encoder/num_heads"]),
        inner=len(variables["encoder/layer_0/ffn/linear_0/bias"]),
        encoders=sum(name.endswith("/ffn/linear_0/bias") and name.startswith("encoder") for name in variables),
        decoders=sum(name.endswith("/ffn/linear_0/bias") and name.startswith("decoder") for name in variables),
    )


_TABLE = "decoder/embeddings/weight"
_SELF = {"self_attention/layer_norm/gamma": "{}_norm.weight", "self_attention/layer_norm/beta": "{}_norm.bias"}
_SELF |= {
    f"self_attention/linear_{n}/{part}": f"attention.{name}.{part}"
    for n, name in enumerate(("qkv", "out"))
    for part in ("weight", "bias")
}
_FEED = {"ffn/layer_norm/gamma": "feed_norm.weight", "ffn/layer_norm/beta": "feed_norm.bias"}
_FEED |= {
    f"ffn/linear_{n}/{part}": f"feed.{name}.{part}"
    for n, name in enumerate(("up", "down"))
    for part in ("weight", "bias")
}


def _named(network: Network) -> Iterator[tuple[str, Tensor]]:
    """Each variable's name in a package, and the part of the network that it fills."""
    yield _TABLE, network.embedding.weight[: network.padding]
    yield "decoder/projection/bias", network.output_bias
    for side, layers, first in (("encoder", network.encoder, "attention"), ("decoder", network.decoder, "self")):
        norm = getattr(network, f"{side}_norm")
        yield from ((f"{side}/layer_norm/gamma", norm.weight), (f"{side}/layer_norm/beta", norm.bias))
        for number, layer in enumerate(layers):
            parameters = dict(layer.named_parameters())
            for theirs, ours in (_SELF | _FEED).items():
                yield f"{side}/layer_{number}/{theirs}", parameters[ours.format(first)]
            if side == "decoder":
                yield from _cross(f"decoder/layer_{number}/attention", parameters, network.shape.width)


def _cross(prefix: str, parameters: dict[str, Tensor], width: int) -> Iterator[tuple[str, Tensor]]:
    yield f"{prefix}/layer_norm/gamma", parameters["cross_norm.weight"]
    yield f"{prefix}/layer_norm/beta", parameters["cross_norm.bias"]
    for part in ("weight", "bias"):
        yield f"{prefix}/linear_0/{part}", parameters[f"cross.qkv.{part}"][:width]
        yield f"{prefix}/linear_1/{part}", parameters[f"cross.qkv.{part}"][width:]
        yield f"{prefix}/linear_2/{part}", parameters[f"cross.out.{part}"]

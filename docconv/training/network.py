# mypy: disable-error-code="import-not-found, misc, no-any-return, no-untyped-call, untyped-decorator"
# (checked where torch is absent too: its classes and decorators are then of any type)
"""The transformer: pre-norm encoder and decoder, ReLU, sinusoidal positions, one embedding for input, output and both sides.

Every part exists in CTranslate2's `TransformerSpec`, which `export` fills from it.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

MAX_POSITIONS = 512


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network; `heads` divides `width`."""

    vocabulary: int
    width: int = 256
    heads: int = 4
    inner: int = 1024
    encoders: int = 6
    decoders: int = 2


class Attention(nn.Module):
    """Multi-head attention; the projections of queries, keys and values lie in one matrix, as in the exported model."""

    def __init__(self, shape: Shape) -> None:
        """Projections of a shape."""
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, memory: Tensor | None = None, mask: Tensor | None = None) -> Tensor:
        """Attend from `x` to `memory`, or to `x` itself: then causally where no mask is given."""
        query, key, value = self.project(x, memory)
        y = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=mask is None)
        return self.out(y.transpose(1, 2).flatten(2))

    def project(self, x: Tensor, memory: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values, each batch × heads × length × width of a head."""
        if memory is None:
            query, key, value = self.qkv(x).chunk(3, dim=-1)
        else:
            width = x.shape[-1]
            query = functional.linear(x, self.qkv.weight[:width], self.qkv.bias[:width])
            key, value = functional.linear(memory, self.qkv.weight[width:], self.qkv.bias[width:]).chunk(2, dim=-1)
        return self._split(query), self._split(key), self._split(value)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class FeedForward(nn.Module):
    """Two linear layers with a ReLU between."""

    def __init__(self, shape: Shape) -> None:
        """Both layers of a shape."""
        super().__init__()
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        """The layer's output, before it is added to the residual."""
        return self.down(functional.relu(self.up(x)))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each with its norm before it."""

    def __init__(self, shape: Shape) -> None:
        """One encoder layer."""
        super().__init__()
        self.attention_norm, self.feed_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.attention, self.feed = Attention(shape), FeedForward(shape)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's output for a batch of sentences."""
        x = x + self.attention(self.attention_norm(x), mask=mask)
        return x + self.feed(self.feed_norm(x))


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, and feed-forward."""

    def __init__(self, shape: Shape) -> None:
        """One decoder layer."""
        super().__init__()
        self.self_norm, self.cross_norm, self.feed_norm = (nn.LayerNorm(shape.width) for _ in range(3))
        self.attention, self.cross, self.feed = Attention(shape), Attention(shape), FeedForward(shape)

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """The layer's output for a batch of target prefixes."""
        x = x + self.attention(self.self_norm(x))
        x = x + self.cross(self.cross_norm(x), memory, mask)
        return x + self.feed(self.feed_norm(x))


class Network(nn.Module):
    """The whole model; `padding` is the one id beyond the vocabulary."""

    positions: Tensor

    def __init__(self, shape: Shape) -> None:
        """A network with fresh weights."""
        super().__init__()
        self.shape, self.padding = shape, shape.vocabulary
        self.embedding = nn.Embedding(shape.vocabulary + 1, shape.width)
        self.encoder = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.encoders))
        self.decoder = nn.ModuleList(DecoderLayer(shape) for _ in range(shape.decoders))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.output_bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.register_buffer("positions", sinusoids(shape.width), persistent=False)
        self._initialise()

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Decoder states for every target position, and the first head's attention to the source in the last layer."""
        mask = (source != self.padding)[:, None, None, :]
        memory = self.encode(source, mask)
        x = self._embed(target)
        for layer in self.decoder[:-1]:
            x = layer(x, memory, mask)
        last = self.decoder[-1]
        x = x + last.attention(last.self_norm(x))
        query, key, value = last.cross.project(last.cross_norm(x), memory)
        y = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = x + last.cross.out(y.transpose(1, 2).flatten(2))
        x = x + last.feed(last.feed_norm(x))
        scores = query[:, 0] @ key[:, 0].transpose(1, 2) / math.sqrt(query.shape[-1])
        return self.decoder_norm(x), scores.masked_fill(~mask[:, 0], -1e9)

    def encode(self, source: Tensor, mask: Tensor) -> Tensor:
        """The encoder's normalised output."""
        x = self._embed(source)
        for layer in self.encoder:
            x = layer(x, mask)
        return self.encoder_norm(x)

    def _embed(self, ids: Tensor) -> Tensor:
        return self.embedding(ids) * math.sqrt(self.shape.width) + self.positions[: ids.shape[1]]

    def _initialise(self) -> None:
        nn.init.normal_(self.embedding.weight, std=self.shape.width**-0.5)
        for name, parameter in self.named_parameters():
            if parameter.ndim == 2 and "embedding" not in name:
                nn.init.normal_(parameter, std=0.6 * parameter.shape[1] ** -0.5)
            if name.endswith(("out.weight", "down.weight")):
                nn.init.zeros_(parameter)


def sinusoids(width: int, length: int = MAX_POSITIONS) -> Tensor:
    """Position encodings, length × width: sines in the first half of the width, cosines in the second."""
    rates = 10000 ** (-torch.arange(width // 2) / (width // 2 - 1))
    angles = torch.arange(length)[:, None] * rates[None]
    return torch.cat([angles.sin(), angles.cos()], 1)

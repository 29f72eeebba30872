"""The model's dataclasses as JSON values and back, driven by their annotations.

A span is "12:40", a leaf "12:40 text"; a member of a union names its class under "type"; fields at their default are left out.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal, Union, get_args, get_origin

from docconv.errors import DamagedFileError
from docconv.model import Leaf, Paragraph, Span


def encode(value: Any) -> Any:
    """Give the JSON value of a model object.

    >>> encode(Span(1, 4))
    '1:4'
    """
    match value:
        case Span():
            return f"{value.start}:{value.end}"
        case Leaf():
            return f"{value.span.start}:{value.span.end} {value.kind}"
        case Paragraph():
            return _fields(value) | {"offsets": _runs(value.offsets)}
        case tuple() | list():
            return [encode(item) for item in value]
        case _ if is_dataclass(value):
            return _fields(value)
        case _:
            return value


def decode(value: Any, kind: Any, place: str = "") -> Any:
    """Give the model object of class `kind` that a JSON value stands for. Raises DamagedFileError naming `place`."""
    return _decode(value, kind, place)


def _fields(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": type(value).__name__}
    kind: Any = type(value)
    for field in _kept(kind):
        part = getattr(value, field.name)
        if field.default is MISSING or part != field.default:
            found[field.name] = encode(part)
    return found


@cache
def _kept(kind: type) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.init)


def _runs(offsets: tuple[int, ...]) -> list[str]:
    """Give the offsets as "FIRST+LENGTH" for each run of consecutive ones; a repeated offset begins a run."""
    cuts = [0, *(n + 1 for n, (a, b) in enumerate(pairwise(offsets)) if b != a + 1), len(offsets)]
    return [f"{offsets[a]}+{b - a}" for a, b in pairwise(cuts) if a < b]


def _offsets(runs: Any, place: str) -> tuple[int, ...]:
    try:
        pairs = [tuple(map(int, run.split("+"))) for run in runs]
        return tuple(n for first, length in pairs for n in range(first, first + length))
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedFileError(f"{place}: expected runs such as 120+18, found {runs!r}") from error


def _decode(value: Any, kind: Any, place: str) -> Any:
    origin = get_origin(kind)
    if kind in (Span, Leaf):
        return _position(value, kind, place)
    if origin in (Union, types.UnionType):
        return _member(value, get_args(kind), place)
    if origin is tuple:
        return _tuple(value, get_args(kind), place)
    if origin is Literal:
        return _expect(value in get_args(kind), value, " or ".join(map(str, get_args(kind))), place)
    if is_dataclass(kind):
        return _object(value, kind, place)
    if kind is float:
        return float(_expect(isinstance(value, int | float), value, "a number", place))
    return _expect(isinstance(value, kind), value, kind.__name__, place)


def _position(value: Any, kind: type, place: str) -> Any:
    try:
        numbers, _, rest = value.partition(" ")
        span = Span(*map(int, numbers.split(":")))
        return span if kind is Span else Leaf(span, rest)
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedFileError(f"{place}: expected a span such as 12:40, found {value!r}") from error


def _member(value: Any, kinds: tuple[Any, ...], place: str) -> Any:
    if value is None:
        return _expect(types.NoneType in kinds, value, "a value", place)
    some = [kind for kind in kinds if kind is not types.NoneType]
    if isinstance(value, Mapping) and len(some) > 1:
        named = [kind for kind in some if getattr(kind, "__name__", "") == value.get("type")]
        _expect(bool(named), value.get("type"), " or ".join(kind.__name__ for kind in some), f"{place}.type")
        return _decode(value, named[0], place)
    return _decode(value, some[0], place)


def _tuple(value: Any, kinds: tuple[Any, ...], place: str) -> Any:
    _expect(isinstance(value, list), value, "a list", place)
    if kinds[-1] is ...:
        return tuple(_decode(item, kinds[0], f"{place}[{n}]") for n, item in enumerate(value))
    _expect(len(value) == len(kinds), value, f"{len(kinds)} items", place)
    return tuple(_decode(item, kind, f"{place}[{n}]") for n, (item, kind) in enumerate(zip(value, kinds, strict=True)))


def _object(value: Any, kind: Any, place: str) -> Any:
    _expect(isinstance(value, Mapping), value, f"an object ({kind.__name__})", place)
    hints = _hints(kind)
    given: dict[str, Any] = {}
    for field in _kept(kind):
        name = field.name
        if name in value:
            inner = f"{place}.{name}"
            given[name] = (
                _offsets(value[name], inner) if name == "offsets" else _decode(value[name], hints[name], inner)
            )
        elif field.default is MISSING and field.default_factory is MISSING:
            raise DamagedFileError(f"{place}: {kind.__name__} needs {name!r}")
    try:
        return kind(**given)
    except ValueError as error:
        raise DamagedFileError(f"{place}: {error}") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _expect(holds: bool, value: Any, wanted: str, place: str) -> Any:  # noqa: FBT001
    if not holds:
        raise DamagedFileError(f"{place}: expected {wanted}, found {str(value)[:60]!r}")
    return value

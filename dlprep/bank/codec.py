"""Model values to JSON and back, by their shapes: what the index keeps of an item.

Nothing is checked here: only values that the converter accepted are ever written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

from dlprep.bank.shape import Many, Mapping, Maybe, Record, Shape, fields_of
from dlprep.model.event import Json

T = TypeVar("T")


def encode(value: object) -> Json:
    """Plain JSON; fields that hold their default are left out.

    >>> from dlprep.model.exercise import Function
    >>> encode(Function(name="affine"))
    {'name': 'affine'}
    """
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (tuple, list)):
        return [encode(each) for each in value]
    if isinstance(value, dict):
        return {str(name): encode(each) for name, each in value.items()}
    parts = ((each, getattr(value, each.name)) for each in fields_of(type(value)))
    return {each.key: encode(part) for each, part in parts if each.required or part != each.default}


def decode(cls: type[T], data: Json) -> T:
    """The value that `encode` wrote; the reverse of it.

    >>> from dlprep.model.exercise import Function
    >>> decode(Function, {"name": "affine", "aliases": ["affine_forward"]})
    Function(name='affine', aliases=('affine_forward',))
    """
    return cast("T", _decoder(Record(cls))(data))


@cache
def _decoder(shape: Shape) -> Callable[[Any], Any]:
    match shape:
        case Maybe(inner):
            some = _decoder(inner)
            return lambda data: None if data is None else some(data)
        case Many(inner):
            one = _decoder(inner)
            return lambda data: tuple(map(one, data))
        case Mapping(inner):
            each = _decoder(inner)
            return lambda data: {name: each(part) for name, part in data.items()}
        case Record(cls):
            return _record(cls)
        case _:
            return lambda data: data


def _record(cls: type[T]) -> Callable[[Any], T]:
    @cache
    def known() -> dict[str, tuple[str, Callable[[Any], Any]]]:  # a record may hold its like
        return {each.key: (each.name, _decoder(each.shape)) for each in fields_of(cls)}

    def build(data: dict[str, Json]) -> T:
        parts = known()
        values = {}
        for key, part in data.items():
            name, decoded = parts[key]
            values[name] = decoded(part)
        return cls(**values)

    return build

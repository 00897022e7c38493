"""The annotations of `dlprep/model` as data: what the converter, the index and the schema read.

One description per type, so that what YAML may say, what the JSON Schema promises and what the
index stores cannot drift apart.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Hashable
from dataclasses import MISSING, field
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from dlprep.model.text import Text
from dlprep.model.value import dataclass

WordType = Literal["text", "integer", "number", "truth", "any"]
_WORDS: dict[object, WordType] = {str: "text", int: "integer", float: "number", bool: "truth"}


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar."""

    type: WordType
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """May be left empty."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `length` where it is fixed."""

    inner: Shape
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """A table with names of the author's choosing."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class Record:
    """A dataclass; `neutral` also takes one word for both languages."""

    cls: type[Any]
    neutral: bool = False


Shape = Word | OneOf | Maybe | Many | Mapping | Record


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a dataclass: its name in Python, its key in YAML."""

    name: str
    key: str
    shape: Shape
    required: bool
    default: object = None
    metadata: dict[str, object] = field(default_factory=dict)


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """The fields of a dataclass in the order they are declared."""
    return _fields_of(cast("Hashable", cls))


@cache
def _fields_of(cls: Any) -> tuple[Field, ...]:
    # An empty local namespace: `Param.int` must not hide the type of that name.
    hints = get_type_hints(cls, localns={})
    return tuple(_field(each, hints[each.name]) for each in dataclasses.fields(cls))


def _field(each: dataclasses.Field[Any], hint: object) -> Field:
    optional = each.default is not MISSING or each.default_factory is not MISSING
    return Field(
        name=each.name,
        key=str(each.metadata.get("key", each.name)),
        shape=_shape(hint, dict(each.metadata)),
        required=not optional,
        default=_default(each),
        metadata=dict(each.metadata),
    )


def _default(each: dataclasses.Field[Any]) -> object:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return None if each.default is MISSING else each.default


def _shape(hint: object, metadata: dict[str, object]) -> Shape:
    origin, args = get_origin(hint), get_args(hint)
    if hint in _WORDS:
        limits = (cast("float | None", metadata.get(name)) for name in ("minimum", "maximum"))
        return Word(_WORDS[hint], *limits)
    if origin is Literal:
        return OneOf(args)
    if origin in (Union, types.UnionType):
        return _union(args, metadata)
    if origin is tuple:
        return Many(_shape(args[0], {}), None if args[1:] == (...,) else len(args))
    if origin is dict:
        return Mapping(_shape(args[1], {}))
    assert isinstance(hint, type), hint
    return Record(hint, neutral=hint is Text and bool(metadata.get("neutral")))


def _union(args: tuple[object, ...], metadata: dict[str, object]) -> Shape:
    inner = [arg for arg in args if arg is not types.NoneType]
    if len(inner) == 1:
        return Maybe(_shape(inner[0], metadata))
    return Word("any")

"""Exercises on their way to the judge's process and reports on their way back: JSON, never
pickle."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from dlprep.model import exercise, item, message, report, surroundings, text
from dlprep.sandbox import limits

_TYPES: dict[str, type[Any]] = {
    name: value
    for module in (exercise, item, limits, message, report, surroundings, text)
    for name, value in vars(module).items()
    if isinstance(value, type) and dataclasses.is_dataclass(value)
}
_FIELDS = {name: [each.name for each in dataclasses.fields(cls)] for name, cls in _TYPES.items()}


def encode(value: object) -> str:
    """Such values as one line of JSON; tuples become lists."""
    return json.dumps(_plain(value))


def decode(line: str) -> Any:
    """The values `encode` wrote; lists become tuples."""
    return _built(json.loads(line))


def _plain(value: Any) -> object:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return ["{}", *([key, _plain(each)] for key, each in value.items())]
    name = type(value).__name__
    if name in _FIELDS:
        return {"@": name, **{each: _plain(getattr(value, each)) for each in _FIELDS[name]}}
    return value


def _built(value: Any) -> Any:
    if isinstance(value, dict):
        cls = _TYPES[value.pop("@")]
        return cls(**{field: _built(each) for field, each in value.items()})
    if not isinstance(value, list):
        return value
    if value and value[0] == "{}":
        return {key: _built(each) for key, each in value[1:]}
    return tuple(map(_built, value))

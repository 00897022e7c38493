"""A report on its way from the judge's process to the command's: JSON, never pickle."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from dlprep.model.message import Message, Place
from dlprep.model.report import (
    CaseResult,
    Entry,
    ErrorMap,
    ExerciseReport,
    FunctionReport,
    NamedMistake,
    OutputResult,
)
from dlprep.model.text import Text

_TYPES: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (
        CaseResult,
        Entry,
        ErrorMap,
        ExerciseReport,
        FunctionReport,
        Message,
        NamedMistake,
        OutputResult,
        Place,
        Text,
    )
}


def encode(value: object) -> str:
    """Report values as one line of JSON; tuples become lists."""
    return json.dumps(_plain(value))


def decode(text: str) -> Any:
    """The values `encode` wrote; lists become tuples."""
    return _built(json.loads(text))


def _plain(value: Any) -> object:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return ["{}", *([key, _plain(each)] for key, each in value.items())]
    if type(value).__name__ in _TYPES:
        fields = [field.name for field in dataclasses.fields(value)]
        return {"@": type(value).__name__, **{f: _plain(getattr(value, f)) for f in fields}}
    return value


def _built(value: Any) -> Any:
    match value:
        case {"@": str(name), **fields}:
            return _TYPES[name](**{str(field): _built(each) for field, each in fields.items()})
        case ["{}", *pairs]:
            return {key: _built(each) for key, each in pairs}
        case list():
            return tuple(_built(each) for each in value)
        case _:
            return value

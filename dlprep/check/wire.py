"""Exercises on their way to the judge's process and reports on their way back: JSON, never
pickle."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from dlprep.model.exercise import Case, Draw, Function, Step
from dlprep.model.item import Code, Tolerance, Torch
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
from dlprep.sandbox.limits import Limits

_TYPES: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (
        Case,
        CaseResult,
        Code,
        Draw,
        Entry,
        ErrorMap,
        ExerciseReport,
        Function,
        FunctionReport,
        Limits,
        Message,
        NamedMistake,
        OutputResult,
        Place,
        Step,
        Text,
        Tolerance,
        Torch,
    )
}


def encode(value: object) -> str:
    """Such values as one line of JSON; tuples become lists."""
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

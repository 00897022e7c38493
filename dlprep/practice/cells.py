"""What was found in the joined code of a notebook, told by cell and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from dlprep.model.message import CellLine

T = TypeVar("T")
# What holds the number of a line, or several.
NUMBERS = frozenset(("line", "loop", "beside", "alike", "either"))


def in_cells(value: T, lines: Sequence[CellLine]) -> T:
    """The same reports, with every line of them as a line of a cell."""
    return _told(value, lines)  # type: ignore[no-any-return]


def _told(value: Any, lines: Sequence[CellLine], name: str = "") -> Any:
    if name in NUMBERS and type(value) is int and 1 <= value <= len(lines):
        return lines[value - 1]
    if type(value) is tuple:
        return tuple(_told(each, lines, name) for each in value)
    if isinstance(value, Mapping):
        return {key: _told(each, lines, str(key)) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{key: _told(each, lines, key) for key, each in told.items()})
    return value

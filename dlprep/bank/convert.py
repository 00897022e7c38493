"""A YAML tree becomes model values; every fault on the way is noted with its line and path."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from dlprep.bank.reader import Node, Scalar, Series, Table
from dlprep.bank.shape import Field, Many, Mapping, Maybe, OneOf, Record, Shape, Word, fields_of
from dlprep.model.message import Message, Place
from dlprep.model.text import LANGS, Text

T = TypeVar("T")
SHOWN = 40
_AFTER_MARK = re.compile(r"(?<=[，。；：？！、」』）》】]) (?=\S)")


class Broken:
    """Stands for a value that could not be read; the fault has been noted."""


BROKEN = Broken()


class Reading:
    """One file being read: the path of the node at hand, and the faults found so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Message] = []
        self._path: list[str | int] = []

    @contextmanager
    def at(self, step: str | int) -> Iterator[None]:
        """Enter a key or a list position."""
        self._path.append(step)
        yield
        self._path.pop()

    def note(self, line: int, code: str, **values: object) -> Broken:
        """Remember a fault at the present path."""
        place = Place(self.file, line, path_text(self._path))
        self.faults.append(Message(f"bank.{code}", values, place))
        return BROKEN

    def convert(self, node: Node, cls: type[T]) -> T | Broken:
        """The value of a class that the node describes; broken if anything in it is."""
        return cast("T | Broken", _convert(node, Record(cls), self))


def path_text(steps: list[str | int]) -> str:
    """How a path is written.

    >>> path_text(["items", 3, "options", 1, "why", "en"])
    'items[3].options[1].why.en'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def _convert(node: Node, shape: Shape, reading: Reading) -> object:
    match shape:
        case Word():
            return _word(node, shape, reading)
        case OneOf():
            return _one_of(node, shape, reading)
        case Maybe(inner):
            return None if is_null(node) else _convert(node, inner, reading)
        case Many():
            return _many(node, shape, reading)
        case Mapping():
            return _mapping(node, shape, reading)
        case Record():
            return _record(node, shape, reading)


def is_null(node: Node) -> bool:
    """Whether nothing is written there."""
    return isinstance(node, Scalar) and node.plain and node.value() is None


def found(node: Node) -> object:
    """What stands there, as a message names it."""
    match node:
        case Series():
            return Message("bank.found.list")
        case Table():
            return Message("bank.found.table")
        case Scalar() if not node.text.strip():
            return Message("bank.found.nothing")
        case Scalar(text):
            one_line = " ".join(text.split())
            return f"`{one_line[:SHOWN]}…`" if len(one_line) > SHOWN else f"`{one_line}`"


def _word(node: Node, shape: Word, reading: Reading) -> object:
    if not isinstance(node, Scalar):
        return reading.note(node.line, f"expected.{shape.type}", found=found(node))
    value = _READ[shape.type](node)
    if isinstance(value, Broken):
        return reading.note(node.line, f"expected.{shape.type}", found=found(node))
    low, high = shape.minimum, shape.maximum
    if low is not None and high is not None and not low <= cast("float", value) <= high:
        return reading.note(node.line, "out-of-range", found=found(node), low=low, high=high)
    return value


def _text(node: Scalar) -> object:
    """Any word but null, true and false; a number keeps the form in which it was written."""
    value = node.value()
    if value is None or isinstance(value, bool) or not node.text.strip():
        return BROKEN
    return node.text


def _integer(node: Scalar) -> object:
    value = node.value()
    return value if isinstance(value, int) and not isinstance(value, bool) else BROKEN


def _number(node: Scalar) -> object:
    value = node.value()
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_number and math.isfinite(cast("float", value)) else BROKEN


def _truth(node: Scalar) -> object:
    value = node.value()
    return value if isinstance(value, bool) else BROKEN


_READ: dict[str, Callable[[Scalar], object]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "truth": _truth,
    "any": Scalar.value,
}


def _one_of(node: Node, shape: OneOf, reading: Reading) -> object:
    if isinstance(node, Scalar) and node.text in shape.words:
        return node.text
    return reading.note(node.line, "expected.one-of", found=found(node), words=list(shape.words))


def _many(node: Node, shape: Many, reading: Reading) -> object:
    if not isinstance(node, Series):
        return reading.note(node.line, "expected.list", found=found(node))
    if shape.length is not None and len(node.items) != shape.length:
        count = len(node.items)
        return reading.note(node.line, "expected.length", length=shape.length, count=count)
    values = []
    for position, item in enumerate(node.items):
        with reading.at(position):
            values.append(_convert(item, shape.inner, reading))
    return BROKEN if BROKEN in values else tuple(values)


def _mapping(node: Node, shape: Mapping, reading: Reading) -> object:
    if not isinstance(node, Table):
        return reading.note(node.line, "expected.table", found=found(node))
    values = {}
    for key, entry in node.entries.items():
        with reading.at(key):
            values[key] = _convert(entry, shape.inner, reading)
    return BROKEN if BROKEN in values.values() else values


def _record(node: Node, shape: Record, reading: Reading) -> object:
    if shape.neutral and isinstance(node, Scalar):
        word = _word(node, Word("text"), reading)
        return Text(word, word) if isinstance(word, str) else word
    if not isinstance(node, Table):
        code = "expected.translations" if shape.cls is Text else "expected.table"
        return reading.note(node.line, code, found=found(node))
    before = len(reading.faults)
    fields = fields_of(shape.cls)
    refuse_unknown(node, [field.key for field in fields], reading)
    values = {
        f.name: _field(node, f, reading) for f in fields if f.required or f.key in node.entries
    }
    return shape.cls(**values) if len(reading.faults) == before else BROKEN


def refuse_unknown(node: Table, known: list[str], reading: Reading) -> None:
    """Note every key that does not belong, with the one probably meant."""
    for key in node.entries.keys() - set(known):
        near = difflib.get_close_matches(key, known, 1)
        line = node.key_lines[key]
        if near:
            reading.note(line, "unknown-key-near", key=key, near=near[0])
        else:
            reading.note(line, "unknown-key", key=key, known=sorted(known))


def _field(node: Table, field: Field, reading: Reading) -> object:
    entry = node.entries.get(field.key)
    if field.key in LANGS and (entry is None or is_blank(entry)):
        line = node.line if entry is None else entry.line
        return reading.note(line, "missing-translation", lang=Message(f"bank.lang.{field.key}"))
    if entry is None:
        return reading.note(node.line, "missing-key", key=field.key)
    with reading.at(field.key):
        value = _convert(entry, field.shape, reading)
    return _closed_up(value) if field.key == "zh" and isinstance(value, str) else value


def _closed_up(chinese: str) -> str:
    """Without the space that YAML puts where lines are joined: after a full-width mark there is
    none.

    >>> _closed_up("先求和。 再除以 N。")
    '先求和。再除以 N。'
    """
    return _AFTER_MARK.sub("", chinese)


def is_blank(node: Node) -> bool:
    """Whether nothing but blanks is written there."""
    return isinstance(node, Scalar) and not node.text.strip()

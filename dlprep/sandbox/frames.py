"""Frames: how values cross the pipe between the judge and a learner's child.

A frame is `DLP1`, two lengths, a small JSON header and raw bytes. Nothing is ever unpickled.
Whoever reads a frame trusts nothing in it: keys, types, sizes and dtypes are all checked.
"""

from __future__ import annotations

import json
import math
import struct
from typing import Any, cast

import numpy as np

from dlprep.model.value import dataclass

MAGIC = b"DLP1"
PREFIX = struct.Struct("<4sIQ")
LARGEST_HEADER = 1 << 20
DEEPEST = 8
MOST_NODES = 4096
MOST_AXES = 8
MOST_LETTERS = 1 << 16
DTYPES = frozenset(
    [
        "|b1",
        "|i1",
        "|u1",
        "<i2",
        "<i4",
        "<i8",
        "<u2",
        "<u4",
        "<u8",
        "<f2",
        "<f4",
        "<f8",
        "<c8",
        "<c16",
    ]
)

WIDE = {np.dtype("g"): np.dtype("<f8"), np.dtype("G"): np.dtype("<c16")}
Array = np.ndarray[Any, np.dtype[Any]]  # numpy.typing costs 5 ms
# bool, int, float, str, None, Array, Foreign, and dict, list and tuple of these
Value = Any
Header = dict[str, Any]


_plain_array = np.array  # as it is before a stranger's file can put another in its place


class FrameError(Exception):
    """What came over the pipe is not a frame of ours."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value that does not travel; only the name of its type does."""

    type: str


def pack(header: Header, value: Value = None) -> bytes:
    """A whole frame. `header` is plain JSON; `value` is a tree of arrays and scalars."""
    writer = _Writer()
    tree = writer.node(value, 0)
    head = json.dumps({**header, "tree": tree, "arrays": writer.arrays}).encode()
    payload = b"".join(writer.payload)
    return PREFIX.pack(MAGIC, len(head), len(payload)) + head + payload


def alike(one: Value, other: Value) -> bool:
    """Whether two values travel as the same bytes."""
    if type(one) is type(other) is np.ndarray:
        plain = one.dtype == other.dtype and one.shape == other.shape
        return plain and one.tobytes() == other.tobytes()
    if type(one) is type(other) is dict:
        return [*one] == [*other] and all(alike(one[key], other[key]) for key in one)
    return pack({}, one) == pack({}, other)


class _Writer:
    def __init__(self) -> None:
        self.arrays: list[list[object]] = []
        self.payload: list[bytes] = []
        self.nodes = 0
        self.letters = 0

    def node(self, value: Value, depth: int) -> list[Any]:  # noqa: PLR0911 - a table
        self.nodes += 1
        kind = type(value)
        if depth > DEEPEST or self.nodes > MOST_NODES or self.is_long(value, kind):
            return ["foreign", "a very large structure"]
        if value is None or kind in (bool, str):
            return ["plain", value]
        if kind is float:
            return ["float", value.hex()]
        if kind is int:
            return ["plain", value] if abs(value) < 1 << 63 else ["foreign", "int"]
        if kind is dict and all(type(key) is str for key in value):
            return ["dict", [[key, self.node(each, depth + 1)] for key, each in value.items()]]
        if kind in (list, tuple):
            return [kind.__name__, [self.node(each, depth + 1) for each in value]]
        if issubclass(kind, (np.ndarray, np.generic)):  # isinstance believes a false __class__
            return self.array(_plain_array(value, order="C", subok=False))
        return ["foreign", value.type if kind is Foreign else kind.__name__[:80]]

    def is_long(self, value: Value, kind: type[Any]) -> bool:
        """More parts or letters than fit into a header."""
        if kind is str:
            self.letters += len(value)
            return self.letters > MOST_LETTERS
        if kind not in (dict, list, tuple):
            return False
        if self.nodes + len(value) > MOST_NODES:
            return True
        keys = sum(len(key) for key in value if type(key) is str) if kind is dict else 0
        self.letters += keys
        return keys > 0 and self.letters > MOST_LETTERS

    def array(self, array: Array) -> list[Any]:
        if array.dtype in WIDE:  # more digits than are compared
            array = array.astype(WIDE[array.dtype])
        plain = array.astype(array.dtype.newbyteorder("<"), copy=False)
        name = plain.dtype.str
        if name not in DTYPES or plain.ndim > MOST_AXES:
            return ["foreign", f"ndarray of {str(array.dtype)[:40]}"]
        self.arrays.append([name, list(plain.shape)])
        self.payload.append(plain.tobytes())
        return ["array", len(self.arrays) - 1]


def lengths(prefix: bytes, cap: int) -> tuple[int, int]:
    """Sizes of header and payload from the first bytes; raises `FrameError`, or
    `OverflowError` where the payload claims more than `cap` bytes."""
    magic, head, payload = PREFIX.unpack(prefix)
    if magic != MAGIC or head > LARGEST_HEADER:
        raise FrameError("prefix")
    if payload > cap:
        raise OverflowError(payload)
    return head, payload


def unpack(head: bytes, payload: bytes) -> tuple[Header, Value]:
    """Header and value of a frame; arrays are writable and own their memory."""
    try:
        header = json.loads(head)
    except (ValueError, RecursionError) as problem:
        raise FrameError("header") from problem
    if not isinstance(header, dict) or not isinstance(header.get("arrays"), list):
        raise FrameError("header")
    reader = _Reader(_arrays(header.pop("arrays"), payload))
    value = reader.node(header.pop("tree", None), 0)
    if reader.unused:
        raise FrameError("an array without a place")
    return header, value


def _arrays(described: list[Any], payload: bytes) -> list[Array]:
    if len(described) > MOST_NODES:
        raise FrameError("arrays")
    arrays: list[Array] = []
    at = 0
    for each in described:
        dtype, shape = _described(each)
        size = math.prod(shape) * dtype.itemsize
        if at + size > len(payload):
            raise FrameError("payload too short")
        arrays.append(_array(shape, dtype, payload[at : at + size]))
        at += size
    if at != len(payload):
        raise FrameError("payload too long")
    return arrays


def _array(shape: tuple[int, ...], dtype: np.dtype[Any], raw: bytes) -> Array:
    try:
        return np.ndarray(shape, dtype, bytearray(raw))
    except (ValueError, OverflowError) as problem:  # an empty array of an impossible shape
        raise FrameError("shape") from problem


def _described(each: object) -> tuple[np.dtype[Any], tuple[int, ...]]:
    match each:
        case [str(name), [*shape]] if name in DTYPES and len(shape) <= MOST_AXES:
            if all(type(size) is int and 0 <= size < 1 << 40 for size in shape):
                return np.dtype(name), tuple(cast("list[int]", shape))
    raise FrameError("dtype or shape")


class _Reader:
    def __init__(self, arrays: list[Array]) -> None:
        self.arrays = arrays
        self.unused = set(range(len(arrays)))

    def node(self, node: object, depth: int) -> Value:  # noqa: PLR0911 - a table
        if depth > DEEPEST + 1:
            raise FrameError("depth")
        match node:
            case ["plain", None | bool() | str() as value]:
                return value
            case ["plain", int(value)] if abs(value) < 1 << 63:
                return value
            case ["float", str(digits)]:
                return self.number(digits)
            case ["array", int(index)] if index in self.unused:
                self.unused.remove(index)
                return self.arrays[index]
            case ["foreign", str(name)]:
                return Foreign(name[:80])
            case ["list", [*parts]]:
                return [self.node(part, depth + 1) for part in parts]
            case ["tuple", [*parts]]:
                return tuple(self.node(part, depth + 1) for part in parts)
            case ["dict", [*pairs]]:
                return dict(self.pair(pair, depth) for pair in pairs)
        raise FrameError("tree")

    def pair(self, pair: object, depth: int) -> tuple[str, Value]:
        match pair:
            case [str(key), part]:
                return key, self.node(part, depth + 1)
        raise FrameError("dictionary")

    @staticmethod
    def number(digits: str) -> float:
        try:
            return float.fromhex(digits)
        except (ValueError, OverflowError) as problem:
            raise FrameError("number") from problem

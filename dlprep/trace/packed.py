"""A graph as plain arrays, to cross a pipe; whoever unpacks one trusts nothing in it.

One row a node, arguments before what uses them: what it is (`ops`), its arguments (`args`, the
rows they stand in, padded with −1), and its value where it is a number (`numbers`). A name is
the position of a variable in a list that both sides have.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from dlprep.expr.fold import exact
from dlprep.expr.graph import Node, apply, constant, in_order

MOST_NODES = 50_000
WIDTH = 2
ARITY: MappingProxyType[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("number", "name", "pi"), 0),
        **dict.fromkeys(("neg", "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt"), 1),
        **dict.fromkeys(("tanh", "sin", "cos", "sinh", "cosh", "erf"), 1),
        **dict.fromkeys(("add", "sub", "mul", "div", "pow"), 2),
        **dict.fromkeys(("lt", "le", "gt", "ge", "eq", "ne"), 2),
    }
)
"""All that a trace is made of, with the number of arguments."""

_CODES = tuple(ARITY)
_NUMBERS = MappingProxyType({op: code for code, op in enumerate(_CODES)})
Packed = dict[str, Any]


class PackedError(Exception):
    """What came is no graph, or too large a one."""


def pack_graph(
    roots: Sequence[Node], variables: Mapping[Node, int]
) -> tuple[Packed, dict[Node, int]]:
    """The arrays of a graph, and the row of every node in it. Raises `PackedError`."""
    order = in_order(*roots)
    if len(order) > MOST_NODES:
        raise PackedError("too large")
    rows = {node: row for row, node in enumerate(order)}
    args = np.full((len(order), WIDTH), -1, np.int32)
    numbers = np.zeros(len(order))
    ops = np.empty(len(order), np.int16)
    for row, node in enumerate(order):
        ops[row] = _NUMBERS["pi" if node.op == "constant" else node.op]
        args[row, : len(node.args)] = [rows[arg] for arg in node.args]
        if node.op == "number":
            numbers[row] = float(node.value)  # type: ignore[arg-type]
        elif node.op == "name":
            numbers[row] = variables[node]
    return {"ops": ops, "args": args, "numbers": numbers}, rows


def unpack_graph(packed: object, variables: Sequence[Node]) -> list[Node]:
    """Every node of a graph, row by row. Raises `PackedError` for whatever is not one."""
    ops, args, numbers = _arrays(packed)
    nodes: list[Node] = []
    for row, code in enumerate(ops.tolist()):
        if not 0 <= code < len(_CODES):
            raise PackedError("operation")
        op = _CODES[code]
        below = args[row, : ARITY[op]].tolist()
        if any(not 0 <= each < row for each in below):
            raise PackedError("argument")
        nodes.append(_node(op, [nodes[each] for each in below], float(numbers[row]), variables))
    return nodes


def _node(op: str, args: list[Node], value: float, variables: Sequence[Node]) -> Node:
    match op:
        case "number" if not math.isnan(value):
            return exact(value)
        case "name" if value.is_integer() and 0 <= value < len(variables):
            return variables[int(value)]
        case "number" | "name":
            raise PackedError(op)
        case "pi":
            return constant("pi")
        case _:
            return apply(op, *args)


def _arrays(packed: object) -> tuple[Any, Any, Any]:
    match packed:
        case {"ops": np.ndarray() as ops, "args": np.ndarray() as args, "numbers": numbers}:
            rows = len(ops) if ops.ndim == 1 else -1
            sound = (
                _is(ops, np.int16, (rows,))
                and _is(args, np.int32, (rows, WIDTH))
                and _is(numbers, np.float64, (rows,))
            )
            if sound and rows <= MOST_NODES:
                return ops, args, numbers
    raise PackedError("arrays")


def _is(array: object, dtype: type, shape: tuple[int, ...]) -> bool:
    return isinstance(array, np.ndarray) and array.dtype == dtype and array.shape == shape

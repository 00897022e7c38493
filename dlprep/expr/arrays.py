"""Many expressions at many points at once, with NumPy.

Each node is calculated once, for all points together; the same rules as `expr.scalar`, and as
total: nothing raises, what has no value is nan.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType
from typing import Any

import numpy as np

from dlprep.expr.graph import Node, in_order

Array = np.ndarray[Any, np.dtype[Any]]
Rule = Callable[..., Any]


def evaluate(
    nodes: Sequence[Node], env: Mapping[str, Array], memory: dict[Node, Any] | None = None
) -> Array:
    """The values of `nodes` where each name has the values in `env`, all of one shape (points,).

    Returns (len(nodes), points) in float64. Raises KeyError for a name that `env` lacks. What is
    in `memory` is not calculated again, and what is calculated is put there.
    """
    points = np.broadcast_shapes(*(np.shape(values) for values in env.values()), (1,))
    values: dict[Node, Any] = {} if memory is None else memory
    with np.errstate(all="ignore"):
        for node in in_order(*nodes, known=values):
            values[node] = _value(node, values, env)
        rows = [np.broadcast_to(np.asarray(values[node], np.float64), points) for node in nodes]
    return np.stack(rows) if rows else np.empty((0, *points))


def _value(node: Node, values: Mapping[Node, Any], env: Mapping[str, Array]) -> Any:
    match node.op:
        case "number":
            return np.float64(node.value)
        case "name":
            return np.asarray(env[str(node.value)], np.float64)
        case "constant":
            return np.float64(math.pi if node.value == "pi" else math.e)
        case op:
            value = RULES[op](*[values[arg] for arg in node.args])
            return np.asarray(value, np.float64)  # of a comparison too


def _sigmoid(x: Array) -> Array:
    # exp of a positive number overflows; tanh does not, and has the same digits.
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * x))


def _round(x: Array, digits: float = 0) -> Array:
    scale = np.power(10.0, digits)
    return np.asarray(np.rint(x * scale) / scale)


_erf = np.vectorize(math.erf, otypes=[np.float64])

RULES: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "add": np.add,
        "sub": np.subtract,
        "mul": np.multiply,
        "div": np.divide,
        "floordiv": lambda a, b: np.where(b == 0, np.nan, np.floor_divide(a, b)),
        "mod": lambda a, b: np.where(b == 0, np.nan, np.mod(a, b)),
        "pow": np.float_power,
        "neg": np.negative,
        "lt": np.less,
        "le": np.less_equal,
        "gt": np.greater,
        "ge": np.greater_equal,
        "eq": np.equal,
        "ne": np.not_equal,
        "and": np.logical_and,
        "or": np.logical_or,
        "not": np.logical_not,
        "if": np.where,
        "abs": np.abs,
        "min": lambda *args: reduce(np.minimum, args),
        "max": lambda *args: reduce(np.maximum, args),
        "exp": np.exp,
        "expm1": np.expm1,
        "log": np.log,
        "log1p": np.log1p,
        "log2": np.log2,
        "log10": np.log10,
        "sqrt": np.sqrt,
        "tanh": np.tanh,
        "sin": np.sin,
        "cos": np.cos,
        "sinh": np.sinh,
        "cosh": np.cosh,
        "sigmoid": _sigmoid,
        "softplus": lambda x: np.logaddexp(x, 0.0),
        "relu": lambda x: np.maximum(x, 0.0),
        "erf": _erf,
        "floor": np.floor,
        "ceil": np.ceil,
        "round": _round,
        "sign": np.sign,
    }
)
"""What each operation of the graph does to arrays of numbers."""

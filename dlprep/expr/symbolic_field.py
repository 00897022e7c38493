"""SymPy's expressions as the numbers of `expr.tensors`: what arrays come to, entry by entry, with
derivatives that SymPy takes."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import numpy as np
import sympy

from dlprep.expr.arrays import Array
from dlprep.expr.fields import Field
from dlprep.expr.graph import constant, number
from dlprep.expr.symbolic import Sympy, applied, symbol, to_sympy


def symbols(word: str, shape: tuple[int, ...]) -> Array:
    """An array of one symbol an entry, `W[1,2]`, or the symbol `w`, at one point."""
    found = np.empty(shape, object)
    for place in np.ndindex(shape):
        found[place] = symbol(entry(word, place))
    return found[None]


def entry(word: str, place: tuple[int, ...]) -> str:
    """The name of an entry, counted from 1."""
    return f"{word}[{','.join(str(at + 1) for at in place)}]" if place else word


def _number(value: Any) -> Sympy:
    if isinstance(value, sympy.Basic):
        return value
    return to_sympy(constant(value) if value in {"pi", "e"} else number(value))


def _array(values: Any) -> Array:
    return np.asarray(np.frompyfunc(_number, 1, 1)(np.asarray(values, object)), object)


def _normal_cdf(a: Sympy) -> Sympy:
    return (1 + sympy.erf(a / sympy.sqrt(2))) / 2


# What only formulas of arrays have a word for.
_MORE: MappingProxyType[str, Callable[..., Sympy]] = MappingProxyType(
    {
        "tan": sympy.tan,
        "arctan": sympy.atan,
        "silu": lambda a: a / (1 + sympy.exp(-a)),
        "gelu": lambda a: a * _normal_cdf(a),
        "normal_cdf": _normal_cdf,
        "leaky_relu": lambda a, slope: sympy.Piecewise((a, a > 0), (slope * a, True)),
    }
)


class _Rules(dict[str, Callable[..., Any]]):
    """Every operation entry by entry, made when it is first asked for."""

    def __missing__(self, op: str) -> Callable[..., Any]:
        def entrywise(*arrays: Array) -> Array:
            one = _MORE.get(op) or (lambda *args: applied(op, *args))
            rule = np.frompyfunc(one, len(arrays), 1)
            return np.asarray(rule(*arrays), object)

        self[op] = entrywise
        return entrywise


def _derivative(values: Array, by: Array) -> Array:
    own = by.shape[1:]
    found = np.empty((*values.shape, *own), object)
    for at in np.ndindex(values.shape):
        for place in np.ndindex(own):
            found[(*at, *place)] = sympy.diff(values[at], by[(0, *place)])
    return found


SYMPY = Field(
    number=_number,
    array=_array,
    rules=_Rules(),
    is_finite=lambda values: np.asarray(np.frompyfunc(lambda e: e.is_finite, 1, 1)(values)),
    determinant=lambda a: sympy.Matrix(a.tolist()).det(),
    inverse=lambda a: np.array(sympy.Matrix(a.tolist()).inv().tolist(), object),
    derivative=_derivative,
)
"""SymPy's expressions."""

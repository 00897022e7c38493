"""What NumPy's elementwise functions do to single symbols.

Arithmetic and comparisons are left to NumPy's own loops over objects, which call a symbol's
operators; everything else stands in the table.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import numpy as np

from dlprep.trace import symbol as cell
from dlprep.trace.symbol import Symbol, lift

NATIVE = frozenset(
    {
        *(np.add, np.subtract, np.multiply, np.true_divide, np.floor_divide, np.remainder),
        *(np.negative, np.positive, np.matmul),
        *(np.maximum, np.minimum, np.fmax, np.fmin),
        *(np.less, np.less_equal, np.greater, np.greater_equal, np.equal, np.not_equal),
    }
)
"""NumPy's own loops over objects do the right thing."""


def _cells(function: Callable[..., Any], inputs: int) -> Any:
    return np.frompyfunc(function, inputs, 1)


def _test(predicate: Callable[[float], Any]) -> Any:
    """A question about the sample value that no expression depends on."""
    return _cells(lambda x: bool(predicate(lift(x).value)), 1)


def _truth(x: Any) -> bool:
    return bool(x)


_FUNCTIONS = {
    np.exp: "exp",
    np.expm1: "expm1",
    np.log: "log",
    np.log1p: "log1p",
    np.log2: "log2",
    np.log10: "log10",
    np.sqrt: "sqrt",
    np.tanh: "tanh",
    np.sin: "sin",
    np.cos: "cos",
    np.sinh: "sinh",
    np.cosh: "cosh",
}

CELLWISE: MappingProxyType[Any, Any] = MappingProxyType(
    {
        **{ufunc: _cells(cell.FUNCTIONS[op], 1) for ufunc, op in _FUNCTIONS.items()},
        np.exp2: _cells(lambda x: 2.0 ** lift(x), 1),
        np.square: _cells(lambda x: lift(x) ** 2.0, 1),
        np.reciprocal: _cells(lambda x: 1.0 / lift(x), 1),
        np.absolute: _cells(lambda x: abs(lift(x)), 1),
        np.fabs: _cells(lambda x: abs(lift(x)), 1),
        np.conjugate: _cells(lift, 1),
        np.sign: _cells(cell.sign, 1),
        np.rint: _cells(cell.rint, 1),
        np.floor: _cells(cell.floor, 1),
        np.ceil: _cells(cell.ceil, 1),
        np.trunc: _cells(cell.truncated, 1),
        np.power: _cells(lambda a, b: lift(a) ** lift(b), 2),
        np.float_power: _cells(lambda a, b: lift(a) ** lift(b), 2),
        np.logaddexp: _cells(cell.log_add_exp, 2),
        np.hypot: _cells(lambda a, b: cell.FUNCTIONS["sqrt"](lift(a) ** 2 + lift(b) ** 2), 2),
        np.heaviside: _cells(lambda x, at_0: _step(lift(x), at_0), 2),
        np.isnan: _test(np.isnan),
        np.isinf: _test(np.isinf),
        np.isfinite: _test(np.isfinite),
        np.signbit: _cells(lambda x: lift(x) < 0.0, 1),
        np.logical_not: _cells(lambda x: not _truth(x), 1),
        np.logical_and: _cells(lambda a, b: _truth(a) and _truth(b), 2),
        np.logical_or: _cells(lambda a, b: _truth(a) or _truth(b), 2),
        np.logical_xor: _cells(lambda a, b: _truth(a) is not _truth(b), 2),
    }
)
"""Each elementwise function with its version for symbols."""

TRUTHS = frozenset(
    {
        *(np.isnan, np.isinf, np.isfinite, np.signbit),
        *(np.logical_not, np.logical_and, np.logical_or, np.logical_xor),
    }
)
"""Those whose answer is yes or no."""


def _step(x: Symbol, at_0: Any) -> Symbol:
    if x == 0.0:
        return lift(at_0)
    return lift(1.0 if x > 0.0 else 0.0)

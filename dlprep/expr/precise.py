"""Arithmetic with many digits for `expr.tensors`: what is equal agrees to all of them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import inf
from types import MappingProxyType
from typing import Any

import mpmath
import numpy as np

from dlprep.expr.arrays import RULES, Rule
from dlprep.expr.fields import Field

LARGEST_EXPONENT = 1e5  # of e; beyond, numbers cost more than they tell


@cache
def digits(count: int) -> Field:
    """Numbers with `count` decimal digits; what is not real is not a number."""
    context = mpmath.MPContext()
    context.dps = count
    return Field(
        number=lambda value: _number(context, value),
        array=lambda values: _array(context, values),
        rules=MappingProxyType(_rules(context)),
        is_finite=lambda values: np.asarray(np.frompyfunc(context.isfinite, 1, 1)(values), bool),
        determinant=lambda a: _guarded(
            lambda: context.det(context.matrix(a.tolist())), context.nan
        ),
        inverse=lambda a: _inverse(context, a),
    )


def _guarded(calculate: Callable[[], Any], otherwise: Any) -> Any:
    try:
        return calculate()
    except (ZeroDivisionError, ValueError, TypeError):
        return otherwise


def _inverse(context: Any, a: Any) -> Any:
    found = _guarded(lambda: context.inverse(context.matrix(a.tolist())).tolist(), None)
    if found is None:
        return _array(context, np.full(a.shape, np.nan))
    return np.array(found, object)


def _number(context: Any, value: Any) -> Any:
    match value:
        case "pi":
            return +context.pi
        case "e":
            return +context.e
        case Fraction():
            return context.mpf(value.numerator) / value.denominator
        case float():
            return context.mpf(repr(value))  # a decimal means itself, not the nearest binary
        case _:
            return context.mpf(value)


def _array(context: Any, values: Any) -> Any:
    plain = np.asarray(values)
    if plain.dtype == object:
        return plain
    found = np.empty(plain.shape, object)
    for at in np.ndindex(plain.shape):
        found[at] = _number(context, plain[at].item())
    return found


def _real(context: Any, function: Callable[..., Any], inputs: int, largest: float = inf) -> Rule:
    """The function entry by entry; nan where it has no real value or costs too much."""

    def guarded(*args: Any) -> Any:
        if not abs(args[0]) < largest:
            return context.nan
        try:
            value = function(*args)
        except (ZeroDivisionError, ValueError, OverflowError):
            return context.nan
        return context.nan if isinstance(value, context.mpc) else value

    made: Rule = np.frompyfunc(guarded, inputs, 1)
    return made


def _rules(context: Any) -> dict[str, Rule]:
    zero = context.mpf(0)
    return {
        **RULES,
        "relu": lambda x: np.where(x > 0, x, zero),
        "leaky_relu": lambda x, slope: np.where(x > 0, x, slope * x),
        **{op: _real(context, each, 1) for op, each in _unary(context).items()},
        **{op: _real(context, each, 2) for op, each in _binary(context).items()},
        **{op: _real(context, each, 1, LARGEST_EXPONENT) for op, each in _steep(context).items()},
    }


def _unary(context: Any) -> dict[str, Callable[[Any], Any]]:
    def normal_cdf(x: Any) -> Any:
        return (1 + context.erf(x / context.sqrt(2))) / 2

    return {
        "log": lambda x: context.log(x) if x else context.nan,
        "log1p": lambda x: context.log(1 + x),
        "log2": lambda x: context.log(x) / context.log(2),
        "log10": lambda x: context.log(x) / context.log(10),
        "sqrt": context.sqrt,
        "erf": context.erf,
        "floor": context.floor,
        "ceil": context.ceil,
        "round": context.nint,
        "sign": context.sign,
        "arctan": context.atan,
        "normal_cdf": normal_cdf,
        "gelu": lambda x: x * normal_cdf(x),
    }


def _binary(context: Any) -> dict[str, Callable[[Any, Any], Any]]:
    def power(a: Any, b: Any) -> Any:
        if a and not abs(b * context.log(abs(a))) < LARGEST_EXPONENT:
            return context.nan
        return a**b

    return {
        "div": operator.truediv,
        "floordiv": lambda a, b: context.floor(a / b),
        "mod": operator.mod,
        "pow": power,
    }


def _steep(context: Any) -> dict[str, Callable[[Any], Any]]:
    def sigmoid(x: Any) -> Any:
        return 1 / (1 + context.exp(-x))

    return {
        "exp": context.exp,
        "expm1": lambda x: context.exp(x) - 1,
        "sinh": context.sinh,
        "cosh": context.cosh,
        "tanh": context.tanh,
        "sin": context.sin,
        "cos": context.cos,
        "tan": context.tan,
        "sigmoid": sigmoid,
        "softplus": lambda x: context.log(1 + context.exp(x)),
        "silu": lambda x: x * sigmoid(x),
    }

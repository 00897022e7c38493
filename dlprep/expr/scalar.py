"""Evaluation of an expression at one point, with `math` only.

Total, as floating-point hardware is: a division by zero is infinite, the logarithm of a negative
number is nan, an overflow is infinite; nothing raises. Whole numbers stay exact while they are
shorter than `EXACT_BITS`.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from dlprep.expr.graph import Node, in_order

if TYPE_CHECKING:
    from fractions import Fraction

_LARGEST_SINH = 710
EXACT_BITS = 1000  # below 2**1024, so that every exact whole number is also a float

Number = int | float
Rule = Callable[..., Number]


def evaluate(node: Node, env: Mapping[str, float]) -> float:
    """The value of `node` where each name has the value given in `env`.

    Comparisons and `and`, `or`, `not` give True or False. Raises KeyError for a name that
    `env` lacks.
    """
    values: dict[Node, Number] = {}
    for part in in_order(node):
        values[part] = _value(part, values, env)
    return values[node]


def _value(node: Node, values: Mapping[Node, Number], env: Mapping[str, float]) -> Number:
    match node.op:
        case "number":
            return _bounded(_plain(node.value))
        case "name":
            return _bounded(env[str(node.value)])
        case "constant":
            return math.pi if node.value == "pi" else math.e
        case op:
            return _bounded(_total(RULES[op], [values[arg] for arg in node.args]))


def _plain(value: float | Fraction | str | None) -> Number:
    assert value is not None
    return value if isinstance(value, int | float) else float(value)


def _total(rule: Rule, args: list[Number]) -> Number:
    try:
        return rule(*args)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan


def _bounded(value: Number) -> Number:
    if isinstance(value, int) and value.bit_length() > EXACT_BITS:
        return math.copysign(math.inf, value)
    return value


def _divide(a: Number, b: Number) -> Number:
    if b:
        return a / b
    return math.copysign(math.inf, a) * math.copysign(1, b) if a else math.nan


def _floor_divide(a: Number, b: Number) -> Number:
    return a // b if b else math.nan


def _modulo(a: Number, b: Number) -> Number:
    return a % b if b else math.nan


def _power(a: Number, b: Number) -> Number:
    exact = isinstance(a, int) and isinstance(b, int) and b >= 0
    if exact and int(a).bit_length() * b <= EXACT_BITS:
        return int(a**b)
    if not a and b < 0:
        return math.inf
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and b % 2 == 1 else math.inf


def _log(log: Callable[[Number], float]) -> Rule:
    return lambda x: log(x) if x else -math.inf


def _log1p(x: Number) -> float:
    return math.log1p(x) if x != -1 else -math.inf


def _sinh(x: Number) -> float:
    return math.copysign(math.inf, x) if abs(x) > _LARGEST_SINH else math.sinh(x)


def _sigmoid(x: Number) -> float:
    # exp of a positive number overflows; each half uses the form that does not.
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))


def _softplus(x: Number) -> float:
    return max(x, 0) + math.log1p(math.exp(-abs(x)))


def _sign(x: Number) -> Number:
    return x if math.isnan(x) else (x > 0) - (x < 0)


def _round(x: Number, digits: Number = 0) -> Number:
    return round(x, int(digits)) if digits else round(x)


RULES: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "add": operator.add,
        "sub": operator.sub,
        "mul": operator.mul,
        "div": _divide,
        "floordiv": _floor_divide,
        "mod": _modulo,
        "pow": _power,
        "neg": operator.neg,
        "lt": operator.lt,
        "le": operator.le,
        "gt": operator.gt,
        "ge": operator.ge,
        "eq": operator.eq,
        "ne": operator.ne,
        "and": lambda a, b: bool(a and b),
        "or": lambda a, b: bool(a or b),
        "not": operator.not_,
        "if": lambda condition, a, b: a if condition else b,
        "abs": abs,
        "min": lambda *args: min(args),
        "max": lambda *args: max(args),
        "exp": math.exp,
        "expm1": math.expm1,
        "log": _log(math.log),
        "log1p": _log1p,
        "log2": _log(math.log2),
        "log10": _log(math.log10),
        "sqrt": math.sqrt,
        "tanh": math.tanh,
        "sin": math.sin,
        "cos": math.cos,
        "sinh": _sinh,
        "cosh": math.cosh,
        "sigmoid": _sigmoid,
        "softplus": _softplus,
        "relu": lambda x: max(x, 0),
        "erf": math.erf,
        "floor": math.floor,
        "ceil": math.ceil,
        "round": _round,
        "sign": _sign,
    }
)
"""What each operation of the graph does to numbers."""

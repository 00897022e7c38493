"""A number that remembers how it came about: an expression, and its value at the sample point.

Comparisons follow the sample value and are noted on the tape. What has no derivative to speak of
(rounding, the sign) is a constant by assumption. A symbol never becomes a plain float: that would
cut the expression off without a word.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any, cast

import numpy as np

from dlprep.expr import fold
from dlprep.expr.graph import Node, apply, name
from dlprep.expr.scalar import RULES
from dlprep.trace.tape import UntraceableError, tape

_PLAIN = (int, float, np.integer, np.floating, np.bool_)
_OPPOSITE = {"lt": "ge", "ge": "lt", "gt": "le", "le": "gt", "eq": "ne", "ne": "eq"}
Method = Callable[..., Any]


def _binary(op: str, calculate: Method) -> tuple[Method, Method]:
    """The methods `a ∘ b` and `b ∘ a`; an array on the other side takes over."""

    def forwards(a: Symbol, b: Any) -> Any:
        if type(b) is not Symbol:
            if isinstance(b, complex):
                raise UntraceableError("complex")
            if not isinstance(b, _PLAIN):
                return NotImplemented
            b = lift(b)
        return made(fold.kept(op, a.node, b.node), calculate(a.value, b.value))

    def backwards(a: Symbol, b: Any) -> Any:
        return forwards(lift(b), a) if isinstance(b, _PLAIN) else NotImplemented

    return forwards, backwards


def _total(calculate: Method) -> Method:
    def value(*args: float) -> float:
        try:
            return float(calculate(*args))
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return value


def _compared(op: str, a: Symbol, b: Symbol, outcome: bool) -> bool:  # noqa: FBT001
    tape().assume(op if outcome else _OPPOSITE[op], a.node, b.node, tie=a.value == b.value)
    return outcome


def _comparison(op: str) -> Method:
    compare = RULES[op]

    def method(a: Symbol, b: Any) -> Any:
        if type(b) is not Symbol and not isinstance(b, _PLAIN):
            return NotImplemented
        other = lift(b)
        return _compared(op, a, other, bool(compare(a.value, other.value)))

    return method


class Symbol:
    """One traced number. Behaves as a NumPy scalar of type float64."""

    __slots__ = ("node", "value")

    shape: tuple[()] = ()
    ndim, size = 0, 1
    dtype = np.dtype(np.float64)

    def __init__(self, node: Node, value: float) -> None:
        self.node = node
        self.value = value

    def __repr__(self) -> str:
        return repr(self.value)

    def __format__(self, spec: str) -> str:
        return format(self.value, spec)

    def __hash__(self) -> int:
        return hash(self.node)

    def __bool__(self) -> bool:
        return _compared("ne", self, lift(0.0), self.value != 0)

    def __float__(self) -> float:
        raise UntraceableError("float")

    def __complex__(self) -> complex:
        raise UntraceableError("complex")

    def __int__(self) -> int:
        return int(truncated(self).value)

    def __round__(self, digits: int | None = None) -> Symbol | int:
        rounded = round(self.value, digits)
        near = constant(self, float(rounded), 0.5 * 10.0 ** -(digits or 0))
        return near if digits is not None else int(rounded)

    def __floor__(self) -> int:
        return int(floor(self).value)

    def __ceil__(self) -> int:
        return int(ceil(self).value)

    __add__, __radd__ = _binary("add", operator.add)
    __sub__, __rsub__ = _binary("sub", operator.sub)
    __mul__, __rmul__ = _binary("mul", operator.mul)
    __truediv__, __rtruediv__ = _binary("div", _total(RULES["div"]))
    __pow__, __rpow__ = _binary("pow", _total(RULES["pow"]))
    __lt__, __le__ = _comparison("lt"), _comparison("le")
    __gt__, __ge__ = _comparison("gt"), _comparison("ge")
    __eq__, __ne__ = _comparison("eq"), _comparison("ne")

    def __floordiv__(self, other: Any) -> Any:
        return floor(self / other) if _is_number(other) else NotImplemented

    def __rfloordiv__(self, other: Any) -> Any:
        return floor(other / self) if _is_number(other) else NotImplemented

    def __mod__(self, other: Any) -> Any:
        return self - (self // other) * other if _is_number(other) else NotImplemented

    def __rmod__(self, other: Any) -> Any:
        return lift(other) % self if _is_number(other) else NotImplemented

    def __divmod__(self, other: Any) -> Any:
        return (self // other, self % other) if _is_number(other) else NotImplemented

    def __pos__(self) -> Symbol:
        return self

    def __neg__(self) -> Symbol:
        number = self.node.op == "number"
        return made(fold.neg(self.node) if number else apply("neg", self.node), -self.value)

    def __abs__(self) -> Symbol:
        return self if self >= 0.0 else -self

    def item(self) -> Symbol:
        """Itself: there is no plainer number that keeps the expression."""
        return self

    copy = conjugate = squeeze = item

    def astype(self, dtype: Any, **_: Any) -> Any:
        """Itself as a float; a constant by assumption as an integer."""
        kind = np.dtype(dtype)
        return self if kind.kind == "f" else kind.type(self.__int__())


def _is_number(value: Any) -> bool:
    return isinstance(value, (Symbol, *_PLAIN))


def made(node: Node, value: float) -> Symbol:
    """A new symbol, counted."""
    tape().count()
    return Symbol(node, value)


def variable(word: str, value: float) -> Symbol:
    """A free variable that has `value` at the sample point."""
    return Symbol(name(word), value)


def lift(value: Any) -> Symbol:
    """A symbol as it is, a plain number as a constant."""
    if type(value) is Symbol:
        return value
    if isinstance(value, _PLAIN):
        plain = float(value)
        return Symbol(fold.exact(plain), plain)
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return lift(value[()])
    raise UntraceableError(type(value).__name__)


def function(op: str) -> Callable[[Any], Symbol]:
    """A function of one number, on symbols and plain numbers alike."""
    calculate = _total(RULES[op])

    def call(x: Any) -> Symbol:
        x = lift(x)
        value = calculate(x.value)
        if op == "exp" and value == 0.0:
            return Symbol(fold.ZERO, 0.0)  # a mask of −1e9 is a mask
        return made(fold.call(op, x.node), value)

    return call


def constant(x: Symbol, value: float, within: float) -> Symbol:
    """`value`, on the assumption that x stays nearer to it than `within`."""
    for op, bound in (("ge", value - within), ("le", value + within)):
        tape().assume(op, x.node, lift(bound).node)
    return lift(value)


def floor(x: Any) -> Symbol:
    x = lift(x)
    value = float(np.floor(x.value))
    tape().assume("ge", x.node, lift(value).node, tie=x.value == value)
    tape().assume("lt", x.node, lift(value + 1).node)
    return lift(value)


def ceil(x: Any) -> Symbol:
    return -floor(-lift(x))


def truncated(x: Any) -> Symbol:
    x = lift(x)
    return floor(x) if x.value >= 0 else ceil(x)


def rint(x: Any) -> Symbol:
    x = lift(x)
    return constant(x, float(np.rint(x.value)), 0.5)


def sign(x: Any) -> Symbol:
    x = lift(x)
    return lift(0.0) if x == 0.0 else lift(1.0 if x > 0.0 else -1.0)


def log_add_exp(a: Any, b: Any) -> Symbol:
    """log(exp(a) + exp(b)) in the form that does not overflow."""
    a, b = lift(a), lift(b)
    high, low = (a, b) if a >= b else (b, a)
    if low.value == -math.inf:
        return cast("Symbol", high)
    rest: Any = FUNCTIONS["log1p"](FUNCTIONS["exp"](low - high))
    return cast("Symbol", high + rest)


FUNCTIONS: dict[str, Callable[[Any], Symbol]] = {
    op: function(op)
    for op in (
        *("exp", "expm1", "log", "log1p", "log2", "log10", "sqrt"),
        *("tanh", "sin", "cos", "sinh", "cosh", "erf"),
    )
}

for _op, _call in FUNCTIONS.items():
    setattr(Symbol, _op, _call)  # NumPy's loops over objects call them as methods

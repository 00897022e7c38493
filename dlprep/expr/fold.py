"""Building expressions with local folding: 0, 1, signs and exact rationals, and nothing else.

    >>> from dlprep.expr.graph import name, number
    >>> from dlprep.expr.show import show
    >>> x = name("x")
    >>> show(mul(number(2), div(neg(x), number(6))))
    '-(x / 3)'

Each function looks at its arguments and no deeper than one level below them, so that the result
keeps the structure of the program it came from. Folding may change the last bit of a value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from dlprep.expr.graph import Node, apply, constant, number

ZERO, ONE, TWO, HALF = number(0), number(1), number(2), number(Fraction(1, 2))
LARGEST_DENOMINATOR = 1000
LARGEST_POWER = 64
LARGEST_ROOT = 1024
_PI_PARTS = 12
_Exact = int | Fraction


@lru_cache(maxsize=4096)
def exact(value: float) -> Node:
    """A float as a person would write it: a whole number, a small fraction, the root of a small
    whole number, a multiple of π; never anything that is not this very float."""
    if isinstance(value, bool | int):
        return number(int(value))
    if not math.isfinite(value):
        return number(float(value))
    if value.is_integer() and abs(value) < 2**53:
        return number(int(value))
    if (fraction := _fraction(value, LARGEST_DENOMINATOR)) is not None:
        return number(fraction)
    return _root(value) or _part_of_pi(value) or number(float(value))


def _fraction(value: float, largest: int) -> Fraction | None:
    near = Fraction(value).limit_denominator(largest)
    return near if near.numerator / near.denominator == value else None


def _root(value: float) -> Node | None:
    if not LARGEST_ROOT**-0.5 <= value <= LARGEST_ROOT**0.5:
        return None
    for inverse in (False, True):
        square = round(1 / (value * value) if inverse else value * value)
        if not 2 <= square <= LARGEST_ROOT:
            continue
        root = math.sqrt(square)
        if (1 / root if inverse else root) == value:
            node = apply("sqrt", number(square))
            return apply("div", ONE, node) if inverse else node
    return None


def _part_of_pi(value: float) -> Node | None:
    part = Fraction(value / math.pi).limit_denominator(_PI_PARTS)
    same = part and math.pi * part.numerator / part.denominator == value
    return _scaled(part, constant("pi")) if same else None


def _value(node: Node) -> Any:
    """The value of a number: int, float or Fraction, in any mixture."""
    return node.value


def add(a: Node, b: Node) -> Node:
    if a.op == "number" or b.op == "number":
        return _plus_number(a, b)
    if b.op == "neg":
        return sub(a, b.args[0])
    if a.op == "neg":
        return sub(b, a.args[0])
    return apply("add", a, b)


def _plus_number(a: Node, b: Node) -> Node:
    if a.op == b.op:
        return number(_value(a) + _value(b))
    plain, other = (a, b) if a.op == "number" else (b, a)
    if not plain.value:
        return other
    if _is_infinite(plain):
        return plain
    if plain is b and _is_negative(b):
        return apply("sub", a, neg(b))
    return sub(a, b.args[0]) if b.op == "neg" else apply("add", a, b)


def _is_infinite(node: Node) -> bool:
    return isinstance(node.value, float) and math.isinf(node.value)


def _is_negative(node: Node) -> bool:
    return node.op == "number" and _value(node) < 0


def sub(a: Node, b: Node) -> Node:
    if a is b:
        return ZERO
    if b.op == "neg" or _is_negative(b) or a.op == b.op == "number" or not _plain(b):
        return add(a, neg(b))
    if a is ZERO:
        return neg(b)
    if a.op == "number" and _is_infinite(a):
        return a
    if a.op == "neg":
        return neg(add(a.args[0], b))
    return apply("sub", a, b)


def _plain(node: Node) -> bool:
    """Whether subtracting it does something: neither zero nor infinite."""
    return node.op != "number" or (bool(node.value) and not _is_infinite(node))


def neg(a: Node) -> Node:
    match a.op:
        case "number":
            return number(-_value(a))
        case "neg":
            return a.args[0]
        case "sub":
            return sub(a.args[1], a.args[0])
        case _:
            return apply("neg", a)


def mul(a: Node, b: Node) -> Node:
    if a is ONE or b is ONE:
        return b if a is ONE else a
    if a is ZERO or b is ZERO:
        return ZERO
    if a.op == "neg":
        return neg(mul(a.args[0], b))
    if b.op == "neg":
        return neg(mul(a, b.args[0]))
    if a.op == "number" or b.op == "number":
        return _times_number(a, b)
    return apply("mul", a, b)


def _times_number(a: Node, b: Node) -> Node:
    plain, other = (a, b) if a.op == "number" else (b, a)
    if other.op == "number":
        return number(_value(plain) * _value(other))
    if not isinstance(plain.value, _Exact):
        return apply("mul", plain, other)
    factor, base = _split(other)
    return _scaled(plain.value * factor, base)


def _split(node: Node) -> tuple[_Exact, Node]:
    """An exact factor in front of, or a divisor below, the rest."""
    if node.op == "mul" and isinstance(node.args[0].value, _Exact):
        return node.args[0].value, node.args[1]
    if node.op == "div" and isinstance(node.args[1].value, _Exact) and node.args[1].value:
        factor, base = _split(node.args[0])
        return Fraction(factor) / node.args[1].value, base
    return 1, node


def _scaled(factor: _Exact, base: Node) -> Node:
    if factor < 0:
        return neg(_scaled(-factor, base))
    if factor == 1:
        return base
    whole = Fraction(factor)
    if whole.numerator == 1:
        return apply("div", base, number(whole.denominator))
    return apply("mul", number(factor), base)


def div(a: Node, b: Node) -> Node:
    if b is ONE or (a is ZERO and b is not ZERO):
        return a
    if a.op == "neg":
        return neg(div(a.args[0], b))
    if b.op == "neg":
        return neg(div(a, b.args[0]))
    if isinstance(b.value, _Exact) and b.value:
        return _over_number(a, Fraction(b.value))
    return apply("div", a, b)


def _over_number(a: Node, divisor: Fraction) -> Node:
    if isinstance(a.value, _Exact):
        return number(a.value / divisor)
    factor, base = _split(a)
    return _scaled(factor / divisor, base)


def power(a: Node, b: Node) -> Node:
    if b is ONE:
        return a
    if b is ZERO or a is ONE:
        return ONE
    if b is HALF:
        return call("sqrt", a)
    return _exact_power(a, b) or apply("pow", a, b)


def _exact_power(a: Node, b: Node) -> Node | None:
    if not isinstance(a.value, _Exact) or not isinstance(b.value, int):
        return None
    if abs(b.value) > LARGEST_POWER or (not a.value and b.value < 0):
        return None
    return number(Fraction(a.value) ** b.value)


def call(op: str, *args: Node) -> Node:
    """A function, folded at the few points where its value is exact."""
    if args[0].op == "number":
        known = _KNOWN.get((op, args[0].value))
        if known is not None:
            return known
        if op == "sqrt":
            return _whole_root(args[0])
    return apply(op, *args)


def _whole_root(a: Node) -> Node:
    if isinstance(a.value, _Exact) and a.value > 0:
        ratio = Fraction(a.value)
        above, below = math.isqrt(ratio.numerator), math.isqrt(ratio.denominator)
        if above**2 == ratio.numerator and below**2 == ratio.denominator:
            return number(Fraction(above, below))
    return apply("sqrt", a)


def kept(op: str, a: Node, b: Node) -> Node:
    """As above, but no step of a program is lost: only numbers are calculated, and 0 and 1 leave
    the other argument as it is. So what the program called by a name stays a node."""
    if op == "pow" or a.op == b.op == "number" or _is_neutral(a) or _is_neutral(b):
        return BUILD[op](a, b)
    return ZERO if op == "sub" and a is b else apply(op, a, b)


def _is_neutral(node: Node) -> bool:
    return node is ZERO or node is ONE or _is_infinite(node)


def rebuilt(node: Node, args: Sequence[Node]) -> Node:
    """The same operation on other arguments, folded."""
    match args:
        case [a] if node.op == "neg":
            return neg(a)
        case [a, b] if node.op in BUILD:
            return BUILD[node.op](a, b)
        case []:
            return node
        case _:
            return call(node.op, *args)


BUILD = {"add": add, "sub": sub, "mul": mul, "div": div, "pow": power}
_KNOWN: dict[tuple[str, object], Node] = {
    **{(op, 0): ONE for op in ("exp", "cos", "cosh")},
    **{(op, 0): ZERO for op in ("sqrt", "tanh", "sin", "sinh", "expm1", "log1p", "erf", "abs")},
    ("log", 1): ZERO,
    ("sigmoid", 0): HALF,
    ("exp", -math.inf): ZERO,
}

"""The bridge to SymPy, both ways: SymPy is a second witness of a gradient, and writes.

Names become real symbols. What SymPy has and the graph has not is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from types import MappingProxyType
from typing import Any

import sympy

from dlprep.expr import fold
from dlprep.expr.graph import Node, apply, constant, in_order, name, number

Sympy = Any  # SymPy has no annotations


def to_sympy(root: Node) -> Sympy:
    """The expression as SymPy's, unevaluated floats as they are and fractions exact."""
    made: dict[Node, Sympy] = {}
    for node in in_order(root):
        made[node] = _to_sympy(node, [made[arg] for arg in node.args])
    return made[root]


def from_sympy(expression: Sympy) -> Node:
    """SymPy's expression as a graph. Raises ValueError for what the graph has no word for."""
    made: dict[Sympy, Node] = {}
    for part in sympy.postorder_traversal(expression):
        if part not in made:
            made[part] = _from_sympy(part, [made[arg] for arg in part.args])
    return made[expression]


def applied(op: str, *args: Sympy) -> Sympy:
    """An operation on SymPy's expressions. Raises ValueError for what SymPy is not asked about."""
    return _TO[op](*args)


def symbol(word: str) -> Sympy:
    """The symbol that stands for a name."""
    return sympy.Symbol(word, real=True)


def _to_sympy(node: Node, args: list[Sympy]) -> Sympy:
    match node.op, node.value:
        case "number", Fraction(numerator=above, denominator=below):
            return sympy.Rational(above, below)
        case "number", value:
            return sympy.sympify(value)
        case "name", word:
            return symbol(str(word))
        case "constant", word:
            return sympy.pi if word == "pi" else sympy.E
        case op, _:
            return _TO[op](*args)


def _from_sympy(part: Sympy, args: list[Node]) -> Node:  # noqa: PLR0911 - a table
    match part:
        case sympy.Symbol():
            return name(part.name)
        case sympy.Integer() | sympy.Rational():
            return number(Fraction(int(part.p), int(part.q)))
        case sympy.Float():
            return number(float(part))
        case sympy.Add():
            return reduce(fold.add, args)
        case sympy.Mul():
            return _product(args)
        case sympy.Pow():
            return _power(*args)
    if part in _CONSTANTS:
        return _CONSTANTS[part]
    op = _FROM.get(part.func)
    if op is None:
        raise ValueError(f"no word for {part.func.__name__}")
    return fold.call(op, *args)


def _product(factors: list[Node]) -> Node:
    """With all that is 1/x below one line."""
    inverse = [each for each in factors if each.op == "div" and each.args[0] is fold.ONE]
    above = reduce(fold.mul, (each for each in factors if each not in inverse), fold.ONE)
    if not inverse:
        return above
    return fold.div(above, reduce(fold.mul, (each.args[1] for each in inverse)))


def _power(base: Node, exponent: Node) -> Node:
    if base is constant("e"):
        return fold.call("exp", exponent)
    if isinstance(exponent.value, int | Fraction) and exponent.value < 0:
        return fold.div(fold.ONE, fold.power(base, number(-exponent.value)))
    return fold.power(base, exponent)


def _unknown(*_: Sympy) -> Sympy:
    raise ValueError("SymPy is not asked about this")


_FUNCTIONS: dict[str, Callable[..., Sympy]] = {
    "exp": sympy.exp,
    "log": sympy.log,
    "tanh": sympy.tanh,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "sinh": sympy.sinh,
    "cosh": sympy.cosh,
    "erf": sympy.erf,
    "floor": sympy.floor,
    "ceil": sympy.ceiling,
    "sign": sympy.sign,
    "abs": sympy.Abs,
    "max": sympy.Max,
    "min": sympy.Min,
    "lt": sympy.Lt,
    "le": sympy.Le,
    "gt": sympy.Gt,
    "ge": sympy.Ge,
    "eq": sympy.Eq,
    "ne": sympy.Ne,
    "and": sympy.And,
    "or": sympy.Or,
    "not": sympy.Not,
}

_TO: MappingProxyType[str, Callable[..., Sympy]] = MappingProxyType(
    {
        **_FUNCTIONS,
        "add": lambda a, b: a + b,
        "sub": lambda a, b: a - b,
        "mul": lambda a, b: a * b,
        "div": lambda a, b: a / b,
        "floordiv": lambda a, b: sympy.floor(a / b),
        "mod": sympy.Mod,
        "pow": sympy.Pow,
        "neg": lambda a: -a,
        "if": lambda c, a, b: sympy.Piecewise((a, c), (b, True)),
        "sqrt": sympy.sqrt,
        "expm1": lambda a: sympy.exp(a) - 1,
        "log1p": lambda a: sympy.log(1 + a),
        "log2": lambda a: sympy.log(a) / sympy.log(2),
        "log10": lambda a: sympy.log(a) / sympy.log(10),
        "sigmoid": lambda a: 1 / (1 + sympy.exp(-a)),
        "softplus": lambda a: sympy.log(1 + sympy.exp(a)),
        "relu": lambda a: sympy.Max(a, 0),
        "round": _unknown,
    }
)

_FROM: MappingProxyType[Sympy, str] = MappingProxyType(
    {function: op for op, function in _FUNCTIONS.items()}
)
_CONSTANTS: MappingProxyType[Sympy, Node] = MappingProxyType(
    {
        sympy.pi: constant("pi"),
        sympy.E: constant("e"),
        sympy.oo: number(float("inf")),
        -sympy.oo: number(float("-inf")),
        sympy.true: apply("eq", fold.ZERO, fold.ZERO),
        sympy.false: apply("ne", fold.ZERO, fold.ZERO),
    }
)

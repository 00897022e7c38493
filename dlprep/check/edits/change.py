"""What a rewriting of one expression is: the place, the proposal, what it may speak of."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

Kind = Literal[
    "factor",
    "divisor",
    "term",
    "sign",
    "quotient",
    "product",
    "transpose",
    "order",
    "call",
    "power",
    "replaced",
    "scaled",
    "divided",
    "added",
    "subtracted",
    "wrapped",
    "statement",
    "overwritten",
    "accumulated",
    "moved",
    "reshaped",
]


Role = Literal["whole", "term", "operand", "argument", "index", "target", "axis", "other"]


Path = tuple[tuple[str, int | None], ...]  # from a statement down: fields and indices


class Spot(NamedTuple):
    """An expression in a statement, and what it is there."""

    node: ast.expr
    role: Role
    path: Path


class Change(NamedTuple):
    """A proposal: `node` instead of the spot's; `old` gives way to `new`, in words."""

    kind: Kind
    node: ast.expr
    old: ast.expr
    new: ast.expr | None = None


class Scope(NamedTuple):
    """What a proposal may speak of: variables, expressions for the sizes of the inputs, numbers,
    functions of the same file, entries such as `x[i]`, variables and ranges of loops, keys, fields,
    texts that are compared with, variables that exponentials are taken of, and where they are known
    the variables' shapes; only those of one shape replace one another."""

    names: tuple[str, ...]
    sizes: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    functions: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    shapes: Mapping[str, tuple[int, ...]] | None = None
    counters: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    exponents: tuple[str, ...] = ()

    def alike(self, one: str, other: str) -> bool:
        """Whether a variable may stand for another."""
        if self.shapes is None:
            return True
        return one in self.shapes and self.shapes[one] == self.shapes.get(other)


Rule = Callable[[Spot, Scope], Iterator[Change]]


ONE = ast.Constant(1.0)
REDUCERS = frozenset(("sum", "mean", "max", "min"))
# Functions whose result is no number to calculate with, and those that make zeros: twice as much
# is only another type.
_COUNTING = frozenset(("len", "range", "zip", "enumerate", "dict", "list", "print", "arange"))
_MAKING = frozenset(("zeros", "zeros_like", "empty", "empty_like"))


_NO_VALUES = (
    *(ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Slice, ast.Starred, ast.Lambda),
    *(ast.BoolOp, ast.ListComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr),
)


def is_integer(node: ast.expr) -> bool:
    """Whether it is a whole number."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def is_value(node: ast.expr) -> bool:
    """Whether an expression may be calculated with."""
    match node:
        case ast.Call(function) if function_name(function) in _COUNTING | _MAKING:
            return False
        case ast.Attribute(_, "shape"):  # a tuple: three times it is a shape of many more axes
            return False
        case _:
            return not isinstance(node, _NO_VALUES)


def is_size(node: ast.expr) -> bool:
    """Whether it is a length or an entry of a shape."""
    match node:
        case ast.Attribute(_, "size" | "shape") | ast.Subscript(ast.Attribute(_, "shape")):
            return True
        case ast.Call(ast.Name("len")):
            return True
        case _:
            return False


def is_maker(function: ast.expr) -> bool:
    """Whether it takes a shape or a type, so that the values it is given do not matter."""
    return function_name(function) in _MAKING


def replaced(spot: Spot, node: ast.expr) -> Change:
    """A change whose words are the two expressions themselves."""
    return Change("replaced", node, spot.node, node)


def function_name(function: ast.expr) -> str:
    """The last part of a function's name."""
    match function:
        case ast.Attribute(_, name) | ast.Name(name):
            return name
        case _:
            return ""


def renamed(function: ast.expr, name: str) -> ast.expr:
    """The same function of the same module under another name."""
    match function:
        case ast.Attribute(value, _, context):
            return ast.Attribute(value, name, context)
        case _:
            return ast.Name(name, ast.Load())


def of_numpy(name: str) -> ast.expr:
    """A function of NumPy."""
    return ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load())


def is_module(node: ast.expr) -> bool:
    """Whether a name is a module of numbers and not a variable."""
    return isinstance(node, ast.Name) and node.id in {"np", "numpy", "math"}


def parsed(text: str) -> ast.expr:
    """The expression a text stands for."""
    return ast.parse(text, mode="eval").body

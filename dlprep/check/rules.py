"""Small rewritings of one expression: what people leave out, add or mix up, and its way back.

Each rule looks at one place of a syntax tree and proposes other expressions for it. What a
proposal means for the numbers is said by its kind; `view` has a sentence for each.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
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
]
Role = Literal["whole", "term", "operand", "argument", "index", "target", "other"]
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
    functions of the same file, entries such as `x[i]`, and where they are known the variables'
    shapes; only those of one shape replace one another."""

    names: tuple[str, ...]
    sizes: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    functions: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    shapes: Mapping[str, tuple[int, ...]] | None = None

    def alike(self, one: str, other: str) -> bool:
        """Whether a variable may stand for another."""
        if self.shapes is None:
            return True
        return one in self.shapes and self.shapes[one] == self.shapes.get(other)


Rule = Callable[[Spot, Scope], Iterator[Change]]

_SHAPES = {"reshape", "copy", "astype", "ravel", "flatten", "squeeze"}
MOST_PARTS = 8
_ONE = ast.Constant(1.0)


def dropped(spot: Spot, _: Scope) -> Iterator[Change]:
    """One operand is left out: a factor, a divisor, a term, a power."""
    match spot.node:
        case ast.BinOp(left, ast.Mult(), right):
            yield Change("factor", left, right)
            yield Change("factor", right, left)
        case ast.BinOp(left, ast.Div() | ast.FloorDiv(), right):
            yield Change("divisor", left, right)
            yield Change("factor", ast.BinOp(_ONE, ast.Div(), right), left)
        case ast.BinOp(left, ast.Add(), right):
            yield Change("term", left, right)
            yield Change("term", right, left)
        case ast.BinOp(left, ast.Sub(), right):
            yield Change("term", left, right)
            yield Change("term", ast.UnaryOp(ast.USub(), right), left)
            yield Change("term", right, left)
        case ast.BinOp(left, ast.Pow(), right):
            yield Change("power", left, right)


def signs(spot: Spot, _: Scope) -> Iterator[Change]:
    """A plus for a minus, a difference the other way round, a lost or added minus."""
    match spot.node:
        case ast.BinOp(left, ast.Add(), right):
            yield Change("sign", ast.BinOp(left, ast.Sub(), right), right)
            yield Change("sign", ast.BinOp(right, ast.Sub(), left), left)
        case ast.BinOp(left, ast.Sub(), right):
            yield Change("sign", ast.BinOp(left, ast.Add(), right), right)
            yield Change("sign", ast.BinOp(right, ast.Sub(), left), spot.node)
        case ast.UnaryOp(ast.USub(), operand) if not _is_integer(operand):
            yield Change("sign", operand, operand)
    if spot.role == "whole" and _is_value(spot.node) and not isinstance(spot.node, ast.UnaryOp):
        yield Change("sign", ast.UnaryOp(ast.USub(), spot.node), spot.node)


def _is_integer(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def operators(spot: Spot, _: Scope) -> Iterator[Change]:
    """Multiplied instead of divided, and the like."""
    match spot.node:
        case ast.BinOp(left, ast.Mult(), right):
            yield Change("quotient", ast.BinOp(left, ast.Div(), right), right)
            yield _replaced(spot, ast.BinOp(left, ast.Add(), right))
        case ast.BinOp(left, ast.Div(), right):
            yield Change("product", ast.BinOp(left, ast.Mult(), right), right)
            yield _replaced(spot, ast.BinOp(right, ast.Div(), left))
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            yield _replaced(spot, ast.BinOp(left, ast.Mult(), right))
        case ast.BinOp(left, ast.FloorDiv(), right):
            yield _replaced(spot, ast.BinOp(left, ast.Div(), right))
        case ast.Compare(left, [operator], [right]):
            for other in _OPPOSITES.get(type(operator), ()):
                yield _replaced(spot, ast.Compare(left, [other()], [right]))
        case ast.UnaryOp(ast.Invert() | ast.Not(), operand):
            yield _replaced(spot, operand)
    if spot.role in {"whole", "argument"} and isinstance(spot.node, ast.Compare):
        yield _replaced(spot, ast.UnaryOp(ast.Invert(), spot.node))


_OPPOSITES: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Gt: (ast.GtE, ast.Lt, ast.LtE),
    ast.GtE: (ast.Gt, ast.LtE, ast.Lt),
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE),
    ast.LtE: (ast.Lt, ast.GtE, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}


def transposes(spot: Spot, _: Scope) -> Iterator[Change]:
    """A transpose too many or too few, matrix factors in another order."""
    match spot.node:
        case ast.Attribute(inner, "T"):
            yield Change("transpose", inner, inner)
        case ast.BinOp(left, ast.MatMult(), right):
            for one, two in _matrix_orders(left, right):
                yield Change("order", ast.BinOp(one, ast.MatMult(), two), spot.node)
        case ast.Call(ast.Attribute(_, "swapaxes" | "transpose"), [inner, *_]):
            yield Change("transpose", inner, inner)
        case ast.Call(ast.Attribute(inner, "swapaxes" | "transpose"), _):
            yield Change("transpose", inner, inner)


def _matrix_orders(left: ast.expr, right: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    yield right, left
    yield _turned(left), right
    yield left, _turned(right)
    yield _turned(right), _turned(left)
    yield _turned(right), left
    yield right, _turned(left)
    for axes in ((-1, -2),):
        yield left, _swapaxes(right, axes)
        yield _swapaxes(left, axes), right


def _swapaxes(node: ast.expr, axes: tuple[int, int]) -> ast.expr:
    return ast.Call(_of_numpy("swapaxes"), [node, *(ast.Constant(each) for each in axes)], [])


def _turned(node: ast.expr) -> ast.expr:
    match node:
        case ast.Attribute(inner, "T"):
            return inner
        case _:
            return ast.Attribute(node, "T", ast.Load())


def calls(spot: Spot, _: Scope) -> Iterator[Change]:
    """A function left out, another function, another axis, a keyword more or less."""
    match spot.node:
        case ast.Call(function, [inner], []) if not isinstance(inner, (ast.Starred, ast.Tuple)):
            yield Change("call", inner, function)
        case ast.Call(function, [inner, *_], _) if _name(function) in _UNWRAPPED:
            yield Change("call", inner, function)
        case ast.Call(ast.Attribute(inner, name), _, _) if name in _SHAPES | _REDUCERS:
            if not _is_module(inner):
                yield Change("call", inner, spot.node)
    match spot.node:
        case ast.Call(function, args, keywords):
            for other in _RIVALS.get(_name(function), ()):
                yield _replaced(spot, ast.Call(_renamed(function, other), args, keywords))
            if _name(function) == "where" and len(args) == 3:
                swapped = ast.Call(function, [args[0], args[2], args[1]], keywords)
                yield _replaced(spot, swapped)
                yield Change("call", args[1], function)
                yield Change("call", args[2], function)
            yield from (_replaced(spot, each) for each in _other_keywords(spot.node))
            if _name(function) in {"maximum", "minimum"} and len(args) == 2:
                yield Change("call", args[1], function)


_REDUCERS = {"sum", "mean", "max", "min"}
_UNWRAPPED = _REDUCERS | {"clip", "maximum", "minimum", "reshape", "squeeze", "broadcast_to"}
_RIVALS: dict[str, tuple[str, ...]] = {
    "sum": ("mean",),
    "mean": ("sum",),
    "max": ("min", "sum"),
    "min": ("max",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "tanh": ("sinh",),
    "exp": ("expm1",),
    "expm1": ("exp",),
    "log": ("log1p", "log2"),
    "log1p": ("log",),
    "log2": ("log",),
    "log10": ("log",),
    "var": ("std",),
    "std": ("var",),
    "zeros": ("ones",),
    "zeros_like": ("ones_like",),
    "ones": ("zeros",),
    "ones_like": ("zeros_like",),
    "argmax": ("argmin",),
    "triu": ("tril",),
    "tril": ("triu",),
    "hstack": ("vstack",),
}


def _other_keywords(call: ast.Call) -> Iterator[ast.Call]:
    for at, keyword in enumerate(call.keywords):
        rest = [*call.keywords[:at], *call.keywords[at + 1 :]]
        yield ast.Call(call.func, call.args, rest)
        for value in _other_values(keyword.arg or "", keyword.value):
            changed = ast.keyword(keyword.arg, value)
            yield ast.Call(
                call.func, call.args, [*call.keywords[:at], changed, *call.keywords[at + 1 :]]
            )
    name = _name(call.func)
    given = {each.arg for each in call.keywords}
    if name in _REDUCERS | {"var", "std"}:
        if "axis" not in given and len(call.args) <= 1 + _is_method(call):
            for axis in (0, 1, -1):
                kept = ast.keyword("axis", ast.Constant(axis))
                yield ast.Call(call.func, call.args, [*call.keywords, kept])
                keep = ast.keyword("keepdims", ast.Constant(True))  # noqa: FBT003
                yield ast.Call(call.func, call.args, [*call.keywords, kept, keep])
        if "keepdims" not in given:
            keep = ast.keyword("keepdims", ast.Constant(True))  # noqa: FBT003
            yield ast.Call(call.func, call.args, [*call.keywords, keep])
    if name in {"var", "std"} and "ddof" not in given:
        yield ast.Call(call.func, call.args, [*call.keywords, ast.keyword("ddof", ast.Constant(1))])


def _is_method(call: ast.Call) -> int:
    return -int(isinstance(call.func, ast.Attribute) and not _is_module(call.func.value))


def _other_values(name: str, value: ast.expr) -> Iterator[ast.expr]:
    if name == "axis":
        old = ast.unparse(value)
        for axis in (0, 1, -1, -2):
            if str(axis) != old:
                yield ast.Constant(axis)


def constants(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another number, the other truth value, other letters in an einsum."""
    match spot.node:
        case ast.Constant(str(text)):
            yield from (_replaced(spot, ast.Constant(each)) for each in _other_letters(text))
        case ast.Constant(bool(value)):
            yield _replaced(spot, ast.Constant(not value))
        case ast.Constant(int(value)):
            steps = {value + 1, value - 1, 0, 1, 2, -1} - {value}
            for other in sorted(steps, key=lambda each: (abs(each - value), each)):
                yield _replaced(spot, ast.Constant(other))
        case ast.Constant(float(value)):
            others = {0.0, 1.0, 2.0, 0.5, -1.0, -value, *scope.numbers}
            for number in sorted(others - {value}):
                yield _replaced(spot, ast.Constant(number))
        case ast.UnaryOp(ast.USub(), ast.Constant(int(value))):
            for other in sorted({-value - 1, -value + 1, 0, 1, value} - {-value}):
                yield _replaced(spot, ast.Constant(other))
        case ast.UnaryOp(ast.USub(), ast.Attribute(_, "inf")):
            yield _replaced(spot, ast.Constant(0.0))


def _other_letters(text: str) -> Iterator[str]:
    """Subscripts of an einsum with two neighbours in one operand exchanged."""
    for at in range(len(text) - 1 if "->" in text else 0):
        one, two = text[at], text[at + 1]
        if one.isalpha() and two.isalpha():
            yield text[:at] + two + one + text[at + 2 :]


def slices(spot: Spot, _: Scope) -> Iterator[Change]:
    """A slice that starts or ends elsewhere, an index more or less."""
    match spot.node:
        case ast.Slice(lower, upper, step):
            if lower is not None:
                yield _replaced(spot, ast.Slice(None, upper, step))
            if upper is not None:
                yield _replaced(spot, ast.Slice(lower, None, step))
            if step is not None:
                yield _replaced(spot, ast.Slice(lower, upper, None))
            for shift in (-1, 1):
                moved = _shifted(lower, shift), _shifted(upper, shift)
                yield _replaced(spot, ast.Slice(moved[0], upper, step))
                yield _replaced(spot, ast.Slice(lower, moved[1], step))
        case ast.Subscript(inner, index, ast.Load() as context):
            yield _replaced(spot, inner)
            for other in (0, -1):
                if ast.unparse(index) != str(other):
                    yield _replaced(spot, ast.Subscript(inner, ast.Constant(other), context))


def _shifted(bound: ast.expr | None, shift: int) -> ast.expr:
    if bound is None:
        return ast.Constant(shift)
    sign = ast.Add() if shift > 0 else ast.Sub()
    return ast.BinOp(bound, sign, ast.Constant(1))


def complements(spot: Spot, _: Scope) -> Iterator[Change]:
    """P for 1 − p, a square too many or too few beside the 1, eps under the root or not."""
    match spot.node:
        case ast.BinOp(ast.Constant(1 | 1.0) as one, ast.Sub() as minus, inner):
            yield _replaced(spot, inner)
            square = ast.BinOp(inner, ast.Pow(), ast.Constant(2))
            yield _replaced(spot, ast.BinOp(one, minus, square))
            yield _replaced(spot, ast.BinOp(inner, minus, one))
        case ast.BinOp(ast.Call(root, [inner], []), ast.Add() as plus, eps) if _is_root(root):
            yield _replaced(spot, ast.Call(root, [ast.BinOp(inner, plus, eps)], []))
        case ast.Call(root, [ast.BinOp(inner, ast.Add() as plus, eps)], []) if _is_root(root):
            yield _replaced(spot, ast.BinOp(ast.Call(root, [inner], []), plus, eps))
        case ast.Name() | ast.Subscript() if spot.role == "operand":
            yield _replaced(spot, ast.BinOp(_ONE, ast.Sub(), spot.node))
            yield _replaced(spot, ast.BinOp(_ONE, ast.Add(), spot.node))


def _is_root(function: ast.expr) -> bool:
    return _name(function) == "sqrt"


def names(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another variable."""
    match spot.node:
        case ast.Name(name, ast.Load()) if name in scope.names:
            for other in scope.names:
                if other != name and scope.alike(name, other):
                    yield _replaced(spot, ast.Name(other, ast.Load()))
            for entry in scope.entries:
                yield _replaced(spot, _parsed(entry))
        case ast.Subscript(ast.Name(), ast.Name(), ast.Load()):
            for entry in scope.entries:
                yield _replaced(spot, _parsed(entry))
        case ast.Constant(int()) if spot.role == "index" and scope.shapes is None:
            for other in scope.names:
                yield _replaced(spot, ast.Name(other, ast.Load()))


def exchanged(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Two variables for one another, p for 1 − p everywhere, two parts of a series."""
    match spot.node:
        case ast.Tuple(parts, context) | ast.List(parts, context) if 1 < len(parts) <= MOST_PARTS:
            for first, second in combinations(range(len(parts)), 2):
                series = [*parts]
                series[first], series[second] = series[second], series[first]
                yield _replaced(spot, type(spot.node)(series, context))
    if spot.role != "whole" or not isinstance(spot.node, (ast.BinOp, ast.Call, ast.UnaryOp)):
        return
    inside = [name for name in scope.names if name in _names_in(spot.node)]
    for one, other in combinations(inside, 2):
        yield _replaced(spot, _swapped(spot.node, one, other))
    for name in inside:
        yield _replaced(spot, _complemented(spot.node, name))


def others(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another function of the same file, one more of them, or a function left out everywhere."""
    match spot.node:
        case ast.Call(function, args, keywords):
            for name in scope.functions:
                if name != _name(function):
                    yield _replaced(spot, ast.Call(ast.Name(name, ast.Load()), args, keywords))
    if spot.role == "whole" and _is_value(spot.node):
        for name in scope.functions:
            wrapper = ast.Name(name, ast.Load())
            yield Change("wrapped", ast.Call(wrapper, [spot.node], []), spot.node)
        for call in _calls_in(spot.node):
            yield Change("call", _without_call(spot.node, ast.unparse(call)), call)


def _calls_in(node: ast.expr) -> list[ast.expr]:
    functions = {
        ast.unparse(each.func): each.func
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and len(each.args) == 1
    }
    return [*functions.values()]


def _without_call(node: ast.expr, function: str) -> ast.expr:
    class Unwrap(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            plain = ast.unparse(node.func) == function and len(node.args) == 1
            return node.args[0] if plain else node

    changed: ast.expr = Unwrap().visit(copy.deepcopy(node))
    return changed


def _names_in(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _swapped(node: ast.expr, one: str, other: str) -> ast.expr:
    names = {one: other, other: one}

    class Swap(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.Name(names.get(node.id, node.id), node.ctx)

    changed: ast.expr = Swap().visit(copy.deepcopy(node))
    return changed


def _complemented(node: ast.expr, name: str) -> ast.expr:
    """P for 1 − p and 1 − p for p."""

    class Turn(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            match node:
                case ast.BinOp(ast.Constant(1 | 1.0), ast.Sub(), ast.Name(found)) if found == name:
                    return node.right
            self.generic_visit(node)
            return node

        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.BinOp(_ONE, ast.Sub(), node) if node.id == name else node

    changed: ast.expr = Turn().visit(copy.deepcopy(node))
    return changed


def doubled(spot: Spot, _: Scope) -> Iterator[Change]:
    """Twice as much or half of it."""
    if spot.role in {"whole", "term"} and _is_value(spot.node):
        for number in (2.0, 0.5):
            other = ast.Constant(number)
            yield Change("scaled", ast.BinOp(other, ast.Mult(), spot.node), spot.node, other)


def scaled(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A factor or divisor more: a size."""
    if spot.role not in {"whole", "term", "argument"} or not _is_value(spot.node):
        return
    for text in scope.sizes:
        other = _parsed(text)
        yield Change("divided", ast.BinOp(spot.node, ast.Div(), other), spot.node, other)
        yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)


def joined(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A variable more: as a factor, a divisor or a term."""
    if spot.role not in {"whole", "term", "argument"} or not _is_value(spot.node):
        return
    for name in scope.names:
        other = ast.Name(name, ast.Load())
        yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)
        yield Change("divided", ast.BinOp(spot.node, ast.Div(), other), spot.node, other)
        yield Change("added", ast.BinOp(spot.node, ast.Add(), other), spot.node, other)
        yield Change("subtracted", ast.BinOp(spot.node, ast.Sub(), other), spot.node, other)


def slopes(spot: Spot, scope: Scope) -> Iterator[Change]:
    """The derivative of an activation more, in terms of its output or its input."""
    if spot.role not in {"whole", "term", "argument"} or not _is_value(spot.node):
        return
    for name in scope.names:
        for slope in (f"{name} * (1 - {name})", f"(1 - {name} ** 2)", f"({name} > 0)"):
            other = _parsed(slope)
            yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)


def wrapped(spot: Spot, _: Scope) -> Iterator[Change]:
    """A function more, a transpose, a square, a reduction."""
    if spot.role in {"index", "target", "other"} or not _is_value(spot.node):
        return
    for name in ("sqrt", "exp", "log", "abs", "tanh"):
        yield Change("wrapped", ast.Call(_of_numpy(name), [spot.node], []), spot.node)
    yield Change("wrapped", ast.BinOp(spot.node, ast.Pow(), ast.Constant(2)), spot.node)
    yield Change("wrapped", ast.Attribute(spot.node, "T", ast.Load()), spot.node)
    rectified = ast.Call(_of_numpy("maximum"), [spot.node, ast.Constant(0)], [])
    yield Change("wrapped", rectified, spot.node)
    for function in ("sum", "mean"):
        for keywords in (
            "axis=0",
            "axis=1",
            "axis=-1",
            "axis=1, keepdims=True",
            "axis=0, keepdims=True",
            "",
        ):
            call = _parsed(f"np.{function}(0, {keywords})")
            assert isinstance(call, ast.Call)
            yield Change("wrapped", ast.Call(call.func, [spot.node], call.keywords), spot.node)


def _is_value(node: ast.expr) -> bool:
    return not isinstance(
        node, (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Slice, ast.Starred, ast.Lambda)
    )


def _replaced(spot: Spot, node: ast.expr) -> Change:
    return Change("replaced", node, spot.node, node)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Attribute(_, name) | ast.Name(name):
            return name
        case _:
            return ""


def _renamed(function: ast.expr, name: str) -> ast.expr:
    match function:
        case ast.Attribute(value, _, context):
            return ast.Attribute(value, name, context)
        case _:
            return ast.Name(name, ast.Load())


def _of_numpy(name: str) -> ast.expr:
    return ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load())


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in {"np", "numpy", "math"}


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


# What people do to a right line, likeliest first; applied to a solution they give its wrong forms.
MISTAKES: tuple[Rule, ...] = (
    dropped,
    signs,
    transposes,
    calls,
    doubled,
    operators,
    complements,
    names,
    exchanged,
    slices,
    constants,
    scaled,
)
# What undoes a mistake in a learner's line; first what changes a token, then what adds to it.
REPAIRS: tuple[tuple[Rule, ...], ...] = (
    (signs, transposes, operators, complements, constants),
    (calls, slices, dropped, doubled, scaled, exchanged, others),
    (names,),
    (wrapped, joined, slopes),
)

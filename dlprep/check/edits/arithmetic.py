"""Operators, signs, transposes, numbers and slices: what people mix up in a formula."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import product

from dlprep.check.edits.change import (
    ONE,
    Change,
    Scope,
    Spot,
    function_name,
    is_integer,
    is_size,
    is_value,
    of_numpy,
    parsed,
    replaced,
)

TINY = 1e-3  # below it a number is next to zero


def dropped(spot: Spot, _: Scope) -> Iterator[Change]:
    """One operand is left out: a factor, a divisor, a term, a power; one of two branches."""
    match spot.node:
        case ast.BinOp(left, ast.Mult(), right):
            yield Change("factor", left, right)
            yield Change("factor", right, left)
        case ast.BinOp(left, ast.Div() | ast.FloorDiv(), right):
            yield Change("divisor", left, right)
            yield Change("factor", ast.BinOp(ONE, ast.Div(), right), left)
        case ast.BinOp(left, ast.Add(), right):
            yield Change("term", left, right)
            yield Change("term", right, left)
        case ast.BinOp(left, ast.Sub(), right):
            yield Change("term", left, right)
            yield Change("term", ast.UnaryOp(ast.USub(), right), left)
            yield Change("term", right, left)
        case ast.BinOp(left, ast.Pow(), right):
            yield Change("power", left, right)
        case ast.IfExp(_, body, orelse):
            yield replaced(spot, body)
            yield replaced(spot, orelse)


def signs(spot: Spot, _: Scope) -> Iterator[Change]:
    """A plus for a minus, a difference the other way round, a lost or added minus."""
    match spot.node:
        case ast.BinOp(_, ast.Add() | ast.Sub(), last) | ast.UnaryOp(_, last) if _is_filler(last):
            return  # a huge number is added where a mask forbids, and never where it allows
        case ast.BinOp(left, ast.Add(), right):
            yield Change("sign", ast.BinOp(left, ast.Sub(), right), right)
            yield Change("sign", ast.BinOp(right, ast.Sub(), left), left)
        case ast.BinOp(left, ast.Sub(), right):
            yield Change("sign", ast.BinOp(left, ast.Add(), right), right)
            yield Change("sign", ast.BinOp(right, ast.Sub(), left), spot.node)
        case ast.UnaryOp(ast.USub(), operand) if not is_integer(operand):
            yield Change("sign", operand, operand)
    inside = spot.role in {"whole", "argument"} and is_value(spot.node)
    if inside and not (isinstance(spot.node, ast.UnaryOp) or is_size(spot.node)):
        yield Change("sign", ast.UnaryOp(ast.USub(), spot.node), spot.node)


def operators(spot: Spot, _: Scope) -> Iterator[Change]:
    """Multiplied instead of divided, and the like."""
    match spot.node:
        case ast.BinOp(left, ast.Mult(), right):
            yield Change("quotient", ast.BinOp(left, ast.Div(), right), right)
            yield replaced(spot, ast.BinOp(left, ast.Add(), right))
            if isinstance(right, ast.Constant):
                yield replaced(spot, ast.BinOp(left, ast.Pow(), right))
        case ast.BinOp(left, ast.Div(), right):
            yield Change("product", ast.BinOp(left, ast.Mult(), right), right)
            yield replaced(spot, ast.BinOp(right, ast.Div(), left))
            yield replaced(spot, ast.BinOp(left, ast.Sub(), right))
        case ast.BinOp(left, ast.Add() | ast.Sub(), right) if not (_is_one(left) or _is_one(right)):
            yield replaced(spot, ast.BinOp(left, ast.Mult(), right))
        case ast.BinOp(left, ast.FloorDiv(), right):
            yield replaced(spot, ast.BinOp(left, ast.Div(), right))
        case ast.Compare():
            yield from (replaced(spot, each) for each in _comparisons(spot.node))
        case ast.UnaryOp(ast.Invert() | ast.Not(), operand):
            yield replaced(spot, operand)
    if spot.role in {"whole", "argument"} and isinstance(spot.node, ast.Compare):
        yield replaced(spot, ast.UnaryOp(ast.Invert(), spot.node))


def _comparisons(node: ast.Compare) -> Iterator[ast.Compare]:
    """Another sign, or a bound of 0."""
    for at, sign in enumerate(node.ops):
        for other in _OPPOSITES.get(type(sign), ()):
            yield ast.Compare(
                node.left, [*node.ops[:at], other(), *node.ops[at + 1 :]], node.comparators
            )
    match node.comparators:
        case [side] if not isinstance(side, ast.Constant):
            yield ast.Compare(node.left, node.ops, [ast.Constant(0)])


def _is_one(node: ast.expr) -> bool:
    """A factor that changes nothing."""
    return isinstance(node, ast.Constant) and node.value == 1


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
    return ast.Call(of_numpy("swapaxes"), [node, *(ast.Constant(each) for each in axes)], [])


def _turned(node: ast.expr) -> ast.expr:
    match node:
        case ast.Attribute(inner, "T"):
            return inner
        case _:
            return ast.Attribute(node, "T", ast.Load())


def constants(  # noqa: C901 - a table
    spot: Spot, scope: Scope
) -> Iterator[Change]:
    """Another number, the other truth value, other letters in an einsum, C for Fortran order."""
    match spot.node:
        case ast.Constant("F"):
            yield replaced(spot, ast.Constant("C"))
        case ast.Constant(str(text)):
            yield from (replaced(spot, ast.Constant(each)) for each in _other_letters(text))
        case ast.Constant(bool(value)):
            yield replaced(spot, ast.Constant(not value))
        case ast.Constant(int(value)):
            steps = {value + 1, value - 1, 0, 1, 2, -1, 2 * value} - {value}
            for other in sorted(steps, key=lambda each: (abs(each - value), each)):
                yield replaced(spot, ast.Constant(other))
        case ast.Constant(float(value)):
            others = {0.0, 1.0, 2.0, 0.5, -1.0, *scope.numbers}
            others |= {-value} if not _is_filler(spot.node) else set()
            for number in sorted(others - {value}):
                yield replaced(spot, ast.Constant(number))
        case ast.UnaryOp(ast.USub(), ast.Constant(int(value))):
            for other in sorted({-value - 1, -value + 1, 0, 1, value} - {-value}):
                yield replaced(spot, ast.Constant(other))
        case ast.Tuple([ast.Constant(int()), _, *_] as places) if spot.role == "index" and all(
            map(is_integer, places)
        ):
            for place in (-1, 0):
                yield replaced(spot, ast.Tuple([ast.Constant(place)] * len(places), ast.Load()))
        case ast.UnaryOp(ast.USub(), ast.Attribute(_, "inf")):
            yield replaced(spot, ast.Constant(0.0))


def _other_letters(text: str) -> Iterator[str]:
    """Subscripts of an einsum with two neighbours in one operand exchanged, or another letter in
    one place."""
    if "->" not in text:
        return
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if one.isalpha() and two.isalpha():
            yield text[:at] + two + one + text[at + 2 :]
    letters = dict.fromkeys(filter(str.isalpha, text))
    for at, old in enumerate(text):
        yield from (
            text[:at] + new + text[at + 1 :] for new in letters if old.isalpha() and new != old
        )


def slices(spot: Spot, _: Scope) -> Iterator[Change]:
    """A slice that starts or ends elsewhere, an index more or less."""
    match spot.node:
        case ast.Slice(lower, upper, step):
            if lower is not None:
                yield replaced(spot, ast.Slice(None, upper, step))
            if upper is not None:
                yield replaced(spot, ast.Slice(lower, None, step))
            if step is not None:
                yield replaced(spot, ast.Slice(lower, upper, None))
            if isinstance(upper, ast.Call) and function_name(upper.func) == "len":
                yield from (replaced(spot, each) for each in upper.args)
            for shift in (-1, 1):
                moved = _shifted(lower, shift), _shifted(upper, shift)
                yield replaced(spot, ast.Slice(moved[0], upper, step))
                yield replaced(spot, ast.Slice(lower, moved[1], step))
        case ast.Subscript(inner, index, ast.Load() as context):
            yield replaced(spot, inner)
            for other in (0, -1):
                if ast.unparse(index) != str(other):
                    yield replaced(spot, ast.Subscript(inner, ast.Constant(other), context))


def _is_filler(node: ast.expr) -> bool:
    """Whether a number next to infinity is a factor of it."""
    inside = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return any(isinstance(each, float) and each > 1 / TINY**2 for each in inside)


def fillers(spot: Spot, _: Scope) -> Iterator[Change]:
    """A number next to −∞ for one next to zero, as it is put where a mask forbids."""
    match spot.node:
        case ast.UnaryOp(ast.USub(), ast.Constant(float(number))) | ast.Constant(float(number)) if (
            0 < number < TINY
        ):
            yield replaced(spot, ast.UnaryOp(ast.USub(), ast.Constant(float(f"{1 / number:g}"))))


def bounds(spot: Spot, _: Scope) -> Iterator[Change]:
    """No end where it is 0 from the end: `x[p:-p]` is empty where p is 0."""
    parts = spot.node.elts if isinstance(spot.node, ast.Tuple) else [spot.node]
    ends = [*map(_never_empty, parts)]
    if spot.role == "index" and ends != parts:
        yield replaced(spot, ast.Tuple(ends, ast.Load()) if len(ends) > 1 else ends[0])


def _never_empty(part: ast.expr) -> ast.expr:
    match part:
        case ast.Slice(lower, ast.UnaryOp(ast.USub(), ast.Name()) as less, step):
            return ast.Slice(lower, ast.BoolOp(ast.Or(), [less, ast.Constant(None)]), step)
        case _:
            return part


def siblings(spot: Spot, _: Scope) -> Iterator[Change]:
    """One of several slices or pairs like another of them."""
    match spot.node:
        case ast.Tuple(parts) | ast.List(parts):
            for at, other in product(range(len(parts)), parts):
                old = parts[at]
                alike = isinstance(old, (ast.Slice, ast.Tuple)) and type(old) is type(other)
                if alike and ast.unparse(old) != ast.unparse(other):
                    made = [*parts[:at], other, *parts[at + 1 :]]
                    yield replaced(spot, type(spot.node)(made, spot.node.ctx))


def texts(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another of the texts that the function compares with."""
    match spot.node:
        case ast.Constant(str(text)) if text in scope.texts:
            for other in scope.texts:
                if other != text:
                    yield replaced(spot, ast.Constant(other))


def ranges(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A range that starts or ends elsewhere, or that of another loop."""
    if isinstance(spot.node, ast.Call) and function_name(spot.node.func) == "range":
        own = ast.unparse(spot.node)
        yield from (replaced(spot, parsed(each)) for each in scope.ranges if each != own)
    match spot.node:
        case ast.Call(ast.Name("range") as function, [first, last, *step]):
            for shift in (1, -1):
                further = _shifted(last, shift)
                yield replaced(spot, ast.Call(function, [first, further, *step], []))
            if not step:
                yield replaced(spot, ast.Call(function, [last], []))
        case ast.Call(ast.Name("range") as function, [last]):
            yield replaced(spot, ast.Call(function, [ast.Constant(1), last], []))
            yield replaced(spot, ast.Call(function, [_shifted(last, 1)], []))


def _shifted(bound: ast.expr | None, shift: int) -> ast.expr:
    if bound is None:
        return ast.Constant(shift)
    sign = ast.Add() if shift > 0 else ast.Sub()
    return ast.BinOp(bound, sign, ast.Constant(1))


def _beside_one(node: ast.expr) -> ast.expr | None:
    """The e of 1 + e, of which 1/(1 + e) and e/(1 + e) make up one."""
    match node:
        case ast.BinOp(ast.Constant(1 | 1.0), ast.Add(), other) | ast.BinOp(
            other, ast.Add(), ast.Constant(1 | 1.0)
        ):
            return other
        case _:
            return None


def complements(spot: Spot, _: Scope) -> Iterator[Change]:
    """P for 1 − p, a square too many or too few beside the 1."""
    match spot.node:
        case ast.BinOp(ast.Constant(1 | 1.0) as one, ast.Sub() as minus, inner):
            yield replaced(spot, inner)
            if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Pow):
                yield replaced(spot, inner.left)  # the slope of tanh stands for its value
            square = ast.BinOp(inner, ast.Pow(), ast.Constant(2))
            yield replaced(spot, ast.BinOp(one, minus, square))
            yield replaced(spot, ast.BinOp(inner, minus, one))
        case ast.BinOp(ast.Constant(1 | 1.0) as one, ast.Div() as over, below) if (
            other := _beside_one(below)
        ):
            yield replaced(spot, ast.BinOp(other, over, below))
        case ast.BinOp(above, ast.Div() as over, below) if (other := _beside_one(below)) and (
            ast.unparse(above) == ast.unparse(other)
        ):
            yield replaced(spot, ast.BinOp(ast.Constant(1), over, below))
        case ast.Name() | ast.Subscript() if spot.role == "operand":
            one = ast.Constant(1)  # what is whole stays so: it may be an index
            yield replaced(spot, ast.BinOp(one, ast.Sub(), spot.node))
            yield replaced(spot, ast.BinOp(one, ast.Add(), spot.node))

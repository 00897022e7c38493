"""Brackets: a term inside a call or outside, a factor of one term or of the whole sum."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dlprep.check.change import (
    REDUCERS,
    Change,
    Scope,
    Spot,
    function_name,
    is_module,
    is_value,
    replaced,
)

_SUM = (ast.Add, ast.Sub)
_SCALE = (ast.Mult, ast.Div)
_BOUND = (ast.Mult, ast.Div, ast.Pow, ast.MatMult)


def brackets(spot: Spot, _: Scope) -> Iterator[Change]:
    """The same operands with brackets elsewhere: f(u) + v for f(u + v), a + b / c for (a + b) / c
    and the other way round."""
    for rule in (_distributed, _gathered, _regrouped, _quotients, _calls, _totals):
        yield from (replaced(spot, made) for made in rule(spot.node))


def _distributed(node: ast.expr) -> Iterator[ast.expr]:
    """A factor, a divisor, a power of one term for that of the sum."""
    match node:
        case ast.BinOp(ast.BinOp(left, sign, right), scale, other):
            if isinstance(sign, _SUM) and isinstance(scale, _BOUND):
                yield ast.BinOp(left, sign, ast.BinOp(right, scale, other))
                yield ast.BinOp(ast.BinOp(left, scale, other), sign, right)
    match node:
        case ast.BinOp(other, scale, ast.BinOp(left, sign, right)):
            if isinstance(sign, _SUM) and isinstance(scale, (ast.Mult, ast.MatMult)):
                yield ast.BinOp(ast.BinOp(other, scale, left), sign, right)
                yield ast.BinOp(left, sign, ast.BinOp(other, scale, right))


def _gathered(node: ast.expr) -> Iterator[ast.expr]:
    """The other way round."""
    match node:
        case ast.BinOp(left, sign, ast.BinOp(right, scale, other)):
            if isinstance(sign, _SUM) and isinstance(scale, _BOUND):
                yield ast.BinOp(ast.BinOp(left, sign, right), scale, other)
    match node:
        case ast.BinOp(ast.BinOp(left, scale, other), sign, right):
            if isinstance(sign, _SUM) and isinstance(scale, _SCALE):
                yield ast.BinOp(ast.BinOp(left, sign, right), scale, other)
                if isinstance(scale, ast.Mult):
                    yield ast.BinOp(left, scale, ast.BinOp(other, sign, right))


def _regrouped(node: ast.expr) -> Iterator[ast.expr]:
    """The same among the last terms of a longer sum."""
    match node:
        case ast.BinOp(ast.BinOp(first, ast.Add() as sign, left), other, right) if isinstance(
            other, _SUM
        ):
            for made in _gathered(ast.BinOp(left, other, right)):
                yield ast.BinOp(first, sign, made)


def _totals(node: ast.expr) -> Iterator[ast.expr]:
    """The sum of products for the product of sums."""
    match node:
        case ast.BinOp(ast.Call() as one, ast.Mult() as times, ast.Call() as other):
            left, right = _inside(one), _inside(other)
            if left and right and function_name(one.func) in REDUCERS:
                both = ast.BinOp(left, times, right)
                if ast.unparse(_around(one, right)) == ast.unparse(other):
                    yield _around(one, both)
        case ast.Call() if function_name(node.func) in REDUCERS:
            match _inside(node):
                case ast.BinOp(left, ast.Mult() as times, right):
                    yield ast.BinOp(_around(node, left), times, _around(node, right))


def _quotients(node: ast.expr) -> Iterator[ast.expr]:
    """Divided by two factors, or by the first of them."""
    match node:
        case ast.BinOp(ast.BinOp(over, ast.Div() as by, under), ast.Mult() as times, factor):
            yield ast.BinOp(over, by, ast.BinOp(under, times, factor))
        case ast.BinOp(over, ast.Div() as by, ast.BinOp(under, ast.Mult() as times, factor)):
            yield ast.BinOp(ast.BinOp(over, by, under), times, factor)


def _calls(node: ast.expr) -> Iterator[ast.expr]:
    """An operand inside a call, or outside of it."""
    match node:
        case ast.BinOp(ast.Call() as call, sign, other) if isinstance(sign, _SUM + _BOUND):
            if (inside := _inside(call)) is not None:
                yield _around(call, ast.BinOp(inside, sign, other))
    match node:
        case ast.BinOp(other, (ast.Add() | ast.Mult()) as sign, ast.Call() as call):
            if (inside := _inside(call)) is not None:
                yield _around(call, ast.BinOp(other, sign, inside))
        case ast.Call():
            yield from _taken_out(node)


def _taken_out(call: ast.Call) -> Iterator[ast.expr]:
    match _inside(call):
        case ast.BinOp(left, sign, right) if isinstance(sign, _SUM + _BOUND):
            yield ast.BinOp(_around(call, left), sign, right)
            if isinstance(sign, (ast.Add, ast.Mult)):
                yield ast.BinOp(left, sign, _around(call, right))


def _inside(call: ast.Call) -> ast.expr | None:
    """What a function is applied to, if that is a value."""
    match call:
        case ast.Call(ast.Attribute(inner, name)) if name in REDUCERS and not is_module(inner):
            return inner
        case ast.Call(_, [inner, *_]) if is_value(call) and is_value(inner):
            return inner
        case _:
            return None


def _around(call: ast.Call, inside: ast.expr) -> ast.Call:
    """The same function of something else."""
    match call:
        case ast.Call(ast.Attribute(inner, name) as method, args) if (
            name in REDUCERS and not is_module(inner)
        ):
            return ast.Call(ast.Attribute(inside, name, method.ctx), args, call.keywords)
        case _:
            return ast.Call(call.func, [inside, *call.args[1:]], call.keywords)

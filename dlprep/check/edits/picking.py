"""Picking entries: whole rows for one entry of each, what a mask leaves for what it keeps, a sum
over an axis for one place on it, a row for a column; and an array read in another shape, or
turned round altogether, for the transpose of its matrices."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dlprep.check.edits.change import (
    Change,
    Scope,
    Spot,
    function_name,
    is_module,
    is_value,
    of_numpy,
    replaced,
)

_TURNS = frozenset(("transpose", "swapaxes", "moveaxis"))
_WHOLE = ast.Slice(None, None, None)


def mispicked(spot: Spot, _: Scope) -> Iterator[Change]:
    """What people do to a right line: `p[:, y]` for `p[rows, y]`, `a[m]` for `a` where m holds
    and 0 elsewhere, a reshape for a transpose."""
    match spot.node:
        case ast.Subscript(array, ast.Tuple([first, ast.Name() as second])) if isinstance(
            first, ast.Name
        ) or _is_arange(first):
            yield replaced(spot, _entry(array, [_WHOLE, second]))
        case ast.Call(function, [mask, array, ast.Constant(0 | 0.0)], []) if function_name(
            function
        ) == "where" and is_value(array):
            yield replaced(spot, ast.Subscript(array, mask, ast.Load()))
        case ast.BinOp(array, ast.Mult(), ast.Compare() as mask) if is_value(array):
            yield replaced(spot, ast.Subscript(array, mask, ast.Load()))
    if (turned := _turned(spot.node)) is not None:
        shape = ast.Attribute(spot.node, "shape", ast.Load())
        made = ast.Call(of_numpy("reshape"), [turned, shape], [])
        yield Change("reshaped", made, turned)


def picked(spot: Spot, scope: Scope) -> Iterator[Change]:
    """What undoes that in a learner's line."""
    match spot.node:
        case ast.Subscript(array, ast.Tuple([ast.Slice(None, None, None), ast.Name() as labels])):
            count = ast.Call(ast.Name("len", ast.Load()), [labels], [])
            rows = ast.Call(of_numpy("arange"), [count], [])
            yield replaced(spot, _entry(array, [rows, labels]))
        case ast.Tuple([ast.Slice(None, None, None), *places]) if spot.role == "index" and places:
            yield replaced(spot, ast.Tuple([ast.Constant(...), *places], ast.Load()))
        case ast.Subscript(array, (ast.Name() | ast.Attribute() | ast.Compare()) as mask) if (
            ast.unparse(mask) not in scope.counters
        ):
            yield replaced(spot, ast.BinOp(array, ast.Mult(), mask))
        case ast.Call(ast.Attribute(array, "reshape"), _, []) if not is_module(array):
            yield from _turns(spot, array)
        case ast.Call(function, [array, _], []) if function_name(function) == "reshape":
            yield from _turns(spot, array)
        case ast.Call(function, _, [ast.keyword("axis", ast.Constant(int(axis)))]) if axis >= 0:
            if function_name(function) in {"sum", "mean"}:
                array = _reduced(spot.node)
                for counter in scope.counters:
                    at = ast.Name(counter, ast.Load())
                    yield replaced(spot, _entry(array, [*([_WHOLE] * axis), at]))


def inverted(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A mask that picks what it should leave, or the other way round."""
    match spot.node:
        case ast.Call(ast.Attribute(mask, "astype") as method, kinds, []):
            other = ast.Attribute(ast.UnaryOp(ast.Invert(), mask), method.attr, ast.Load())
            yield replaced(spot, ast.Call(other, kinds, []))
            return
        case _ if spot.role != "index":
            return
        case ast.Name(name) if name in scope.counters:
            return
        case ast.Name() | ast.Call() | ast.Attribute() | ast.BinOp(_, ast.BitAnd() | ast.BitOr()):
            yield replaced(spot, ast.UnaryOp(ast.Invert(), spot.node))


def weighted(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A variable more, as a factor of each row."""
    if spot.role == "whole" and is_value(spot.node):
        for name in scope.names:
            column = _column(ast.Name(name, ast.Load()))
            made = ast.BinOp(spot.node, ast.Mult(), column)
            yield Change("scaled", made, spot.node, column)


def products(spot: Spot, _: Scope) -> Iterator[Change]:
    """A product of matrices for one entry by entry or the other way round, a divisor's root for a
    factor."""
    match spot.node:
        case ast.BinOp(left, ast.Mult(), right) if is_value(right):
            yield replaced(spot, ast.BinOp(left, ast.MatMult(), right))
            root = ast.Call(of_numpy("sqrt"), [right], [])
            yield replaced(spot, ast.BinOp(left, ast.Div(), root))
        case ast.BinOp(left, ast.MatMult(), right):
            yield replaced(spot, ast.BinOp(left, ast.Mult(), right))
            if isinstance(right, ast.Attribute) and right.attr == "T":
                yield replaced(spot, ast.BinOp(left, ast.Mult(), right.value))
            if isinstance(left, ast.Attribute) and left.attr == "T":
                yield replaced(spot, ast.BinOp(left.value, ast.Mult(), right))


def stacked(spot: Spot, _: Scope) -> Iterator[Change]:
    """What holds for stacks of matrices, and for a number for each row, where a line is right for
    matrices or for a row alone."""
    match spot.node:
        case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as sign, right):
            if isinstance(right, ast.Name):
                yield replaced(spot, ast.BinOp(left, sign, _column(right)))
            if isinstance(left, ast.Name):
                yield replaced(spot, ast.BinOp(_column(left), sign, right))
        case ast.Call(function, [left, right], []) if function_name(function) == "dot":
            yield replaced(spot, ast.BinOp(left, ast.MatMult(), right))
        case ast.Attribute(array, "T"):
            yield from _turns(spot, array)
        case ast.Call(ast.Attribute(array, "transpose" | "swapaxes"), places, []):
            yield from _turns(spot, places[0] if is_module(array) and places else array)


def _turns(spot: Spot, array: ast.expr) -> Iterator[Change]:
    axes: list[ast.expr] = [ast.Constant(-1), ast.Constant(-2)]
    yield replaced(spot, ast.Call(of_numpy("swapaxes"), [array, *axes], []))


def _column(vector: ast.Name) -> ast.expr:
    """A number for each row, not one for each column."""
    return _entry(vector, [_WHOLE, ast.Constant(None)])


def _turned(node: ast.expr) -> ast.expr | None:
    """The array that an expression brings into another order of axes."""
    match node:
        case ast.Attribute(array, "T"):
            return array
        case ast.Call(ast.Attribute(array, name), args) if name in _TURNS:
            return args[0] if is_module(array) and args else array
        case _:
            return None


def _reduced(call: ast.Call) -> ast.expr:
    """What a sum or a mean is taken of."""
    match call:
        case ast.Call(ast.Attribute(array, _)) if not is_module(array):
            return array
        case _:
            return call.args[0]


def _is_arange(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and function_name(node.func) == "arange"


def _entry(array: ast.expr, places: list[ast.expr]) -> ast.Subscript:
    index = places[0] if len(places) == 1 else ast.Tuple(places, ast.Load())
    return ast.Subscript(array, index, ast.Load())

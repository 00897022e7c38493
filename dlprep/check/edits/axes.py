"""Axes: another order in a transpose, a reshape that forgets one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TypeVar

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

T = TypeVar("T")

_EXCHANGES = (
    *(("swapaxes", axes) for axes in ((0, 1), (1, 2), (-1, -2))),
    *(("moveaxis", axes) for axes in ((-1, 0), (0, -1))),
)
FEW = 3  # axes of which every order is tried; of more, one axis moves or two change places


def axes(spot: Spot, _: Scope) -> Iterator[Change]:
    """Another order of the axes in a transpose or a reshape, or a reshape and then a transpose."""
    match spot.node:
        case ast.Attribute(ast.Call(ast.Attribute(_, "reshape") as name, [first, second], []), "T"):
            yield replaced(spot, ast.Call(name, [second, first], []))
        case ast.Call(ast.Attribute(array, "transpose") as name, given, []):
            kept = given[:1] if is_module(array) else []
            for order in _orders(_series(given[len(kept) :])):
                yield replaced(spot, ast.Call(name, [*kept, _tuple(order)], []))
        case ast.Call(ast.Attribute(array, "reshape") as name, given, []) if not is_module(array):
            yield from _reshaped(spot, name, given)


def padded(spot: Spot, _: Scope) -> Iterator[Change]:
    """Padding of the last two axes alone, or of the two before the last, for that of all."""
    match spot.node:
        case ast.Call(function, [array, width, *rest], keywords) if function_name(
            function
        ) == "pad" and not isinstance(width, (ast.Tuple, ast.List)):
            wide, none = _tuple([width, width]), _tuple([ast.Constant(0), ast.Constant(0)])
            for before, after in ((2, 0), (1, 1), (1, 0)):
                pairs = _tuple([none] * before + [wide] * 2 + [none] * after)
                yield replaced(spot, ast.Call(function, [array, pairs, *rest], keywords))


def flattened(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A row for each sample: for an array as it is, or for one in rows of its last axis."""
    match spot.node:
        case ast.Call(ast.Attribute(array, "reshape") as name, [ast.UnaryOp(), _], []):
            yield replaced(spot, ast.Call(name, [_length(array), ast.Constant(-1)], []))
        case ast.Name(old, ast.Load()) if old in scope.names and spot.role not in {"index", "axis"}:
            name = ast.Attribute(spot.node, "reshape", ast.Load())
            yield replaced(spot, ast.Call(name, [_length(spot.node), ast.Constant(-1)], []))


def _length(array: ast.expr) -> ast.expr:
    return ast.Subscript(ast.Attribute(array, "shape", ast.Load()), ast.Constant(0), ast.Load())


def _series(given: Sequence[ast.expr]) -> Sequence[ast.expr]:
    """Axes or sizes, given one by one or as a tuple."""
    match given:
        case [ast.Tuple(parts)]:
            return parts
        case _:
            return given


def _reshaped(spot: Spot, name: ast.expr, given: Sequence[ast.expr]) -> Iterator[Change]:
    """The array in the shape of another order, brought into this one; the other order itself; two
    axes of the array exchanged before."""
    shape = _series(given)
    for order in _orders(range(len(shape))):
        other: ast.expr = ast.Call(name, [shape[at] for at in order], [])
        back = [ast.Constant(order.index(at)) for at in range(len(shape))]
        turn = ast.Attribute(other, "transpose", ast.Load())
        yield replaced(spot, ast.Call(turn, [*back], []))
        yield replaced(spot, other)
    if isinstance(name, ast.Attribute):
        for turn_, axes_ in _EXCHANGES:
            swapped = ast.Call(of_numpy(turn_), [name.value, *map(ast.Constant, axes_)], [])
            turned = ast.Attribute(swapped, name.attr, ast.Load())
            yield replaced(spot, ast.Call(turned, [*given], []))


def shaped(spot: Spot, scope: Scope) -> Iterator[Change]:
    """What is computed, in the shape of a variable."""
    if spot.role == "whole" and is_value(spot.node):
        for name in scope.names:
            shape = ast.Attribute(ast.Name(name, ast.Load()), "shape", ast.Load())
            reshape = ast.Attribute(spot.node, "reshape", ast.Load())
            yield Change("wrapped", ast.Call(reshape, [shape], []), spot.node)


def _tuple(parts: Sequence[ast.expr]) -> ast.Tuple:
    return ast.Tuple([*parts], ast.Load())


def _orders(parts: Sequence[T]) -> Iterator[list[T]]:
    """Other orders of a few things, the likelier ones of many."""
    places = range(len(parts))
    found = {tuple(places)}
    for order in permutations(places) if len(parts) <= FEW else _neighbours(len(parts)):
        if tuple(order) not in found:
            found.add(tuple(order))
            yield [parts[at] for at in order]


def _neighbours(count: int) -> Iterator[tuple[int, ...]]:
    for one in range(count):
        for other in range(count):
            moved = [*range(count)]
            moved.insert(other, moved.pop(one))
            yield tuple(moved)
            swapped = [*range(count)]
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield tuple(swapped)

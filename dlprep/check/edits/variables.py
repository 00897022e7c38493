"""Variables: another one, two exchanged, one more as a factor or a term."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from dlprep.check.edits.change import (
    ONE,
    Change,
    Scope,
    Spot,
    is_module,
    is_value,
    parsed,
    replaced,
)
from dlprep.check.source.units import names_in

MOST_PARTS = 8


def names(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another variable."""
    match spot.node:
        case ast.Name(name, ast.Load()) if name in scope.names:
            for other in scope.names:
                if other != name and scope.alike(name, other):
                    yield replaced(spot, ast.Name(other, ast.Load()))
            for entry in scope.entries:
                yield replaced(spot, parsed(entry))
        case ast.Subscript(ast.Name(array), ast.Name(), ast.Load()):
            for entry in scope.entries:
                yield replaced(spot, parsed(entry))
            yield from _unindexed(spot, array, scope)
        case ast.Constant(int()) if spot.role == "index" and scope.shapes is None:
            for other in scope.names:
                yield replaced(spot, ast.Name(other, ast.Load()))


def _unindexed(spot: Spot, array: str, scope: Scope) -> Iterator[Change]:
    """Another variable for an entry, where the shapes are not known."""
    for other in scope.names if scope.shapes is None else ():
        if other != array:
            yield replaced(spot, ast.Name(other, ast.Load()))


def in_turn(spot: Spot, scope: Scope) -> Iterator[Change]:
    """The entry of a variable that a turn of a loop has made, for one of a whole array."""
    match spot.node:
        case ast.Subscript(ast.Name(array), ast.Tuple([ast.Name(first), place]), ast.Load()):
            for other in scope.names if first in scope.counters else ():
                if other != array:
                    made = ast.Subscript(ast.Name(other, ast.Load()), place, ast.Load())
                    yield replaced(spot, made)


def keys(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another key of a dictionary."""
    match spot.node:
        case ast.Constant(str(text)) if spot.role == "index":
            for other in scope.keys:
                if other != text:
                    yield replaced(spot, ast.Constant(other))
        case ast.Call(
            ast.Attribute(_, "get" | "setdefault" | "pop") as function,
            [ast.Constant(str(text)), *rest],
        ):
            for other in scope.keys:
                if other != text:
                    yield replaced(spot, ast.Call(function, [ast.Constant(other), *rest], []))


def given(spot: Spot, _: Scope) -> Iterator[Change]:
    """What is given even where it is zero, for `or` and a default; each side of `or` compared."""
    match spot.node:
        case ast.BoolOp(ast.Or(), [ast.Call(ast.Attribute(_, "get") as get, [key]), default]):
            yield replaced(spot, ast.Call(get, [key, default], []))
        case ast.BoolOp(sign, [ast.Compare(left, [ast.Eq()], _) as first, ast.Constant() as other]):
            second = ast.Compare(left, [ast.Eq()], [other])
            yield replaced(spot, ast.BoolOp(sign, [first, second]))
            yield replaced(spot, first)
        case ast.BoolOp(ast.Or(), [value, default]):
            there = ast.Compare(value, [ast.IsNot()], [ast.Constant(None)])
            yield replaced(spot, ast.IfExp(there, value, default))


def remade(spot: Spot, _: Scope) -> Iterator[Change]:
    """Another short formula of the two variables that are all that a longer one is made of."""
    match spot.node:
        case ast.BinOp(ast.BinOp(), _, _) | ast.BinOp(_, _, ast.BinOp()):
            inside = [each for each in ast.walk(spot.node) if isinstance(each, ast.Name)]
            plain = (ast.BinOp, ast.Name, ast.Constant, ast.operator, ast.Load)
            if len(inside) != 2 or not all(isinstance(e, plain) for e in ast.walk(spot.node)):
                return
            for sign in (ast.Mult(), ast.Add(), ast.Sub()):
                yield replaced(spot, ast.BinOp(inside[0], sign, inside[1]))


def fields(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another field of the same object; two of them exchanged."""
    match spot.node:
        case ast.Attribute(ast.Name(owner), _, ast.Load()):
            own = ast.unparse(spot.node)
            others = scope.fields if own in scope.fields else ()
            for other in others:
                if other != own and other.startswith(f"{owner}."):
                    yield replaced(spot, parsed(other))
        case ast.BinOp() if spot.role == "whole":
            inside = {ast.unparse(e) for e in ast.walk(spot.node) if isinstance(e, ast.Attribute)}
            for one, other in combinations([each for each in scope.fields if each in inside], 2):
                yield replaced(spot, _swapped(spot.node, one, other))


def indices(spot: Spot, scope: Scope) -> Iterator[Change]:
    """The variable of another loop in an index, or of one where a number stands or all are taken;
    two of them exchanged."""
    match spot.node:
        case ast.BinOp(ast.Subscript(one, first), sign, ast.Subscript(other, second)):
            left = ast.Subscript(one, second, ast.Load())
            right = ast.Subscript(other, first, ast.Load())
            yield replaced(spot, ast.BinOp(left, sign, right))
            return
        case ast.Name(old) if spot.role == "index" and old in scope.counters:
            found = [each for each in scope.counters if each != old]
        case ast.Constant(int()) | ast.Slice(None, None, None) if spot.role == "index":
            found = [*scope.counters]
        case _:
            return
    for name in found:
        yield replaced(spot, ast.Name(name, ast.Load()))


def returned(spot: Spot, _: Scope) -> Iterator[Change]:
    """Two results in each other's place, where the statement is a `return`."""
    if spot.path == (("value", None),) and isinstance(spot.node, ast.Tuple):
        yield from _reordered(spot, spot.node)


def unsigned(spot: Spot, _: Scope) -> Iterator[Change]:
    """What a statement returns or adds, or one of several results, without its minus."""
    whole = spot.path == (("value", None),)
    result = len(spot.path) == 2 and spot.path[1][0] in {"elts", "values"}
    match spot.node:
        case ast.UnaryOp(ast.USub(), operand) if whole or result:
            yield Change("sign", operand, spot.node)


def _reordered(spot: Spot, series: ast.Tuple | ast.List) -> Iterator[Change]:
    for first, second in combinations(range(len(series.elts)), 2):
        parts = [*series.elts]
        parts[first], parts[second] = parts[second], parts[first]
        yield replaced(spot, type(series)(parts, series.ctx))


def _other_orders(spot: Spot, merged: ast.Dict) -> Iterator[Change]:
    """A dictionary in which another part has the last word."""
    for first, second in combinations(range(len(merged.keys)), 2):
        keys, values = [*merged.keys], [*merged.values]
        keys[first], keys[second] = keys[second], keys[first]
        values[first], values[second] = values[second], values[first]
        yield replaced(spot, ast.Dict(keys, values))


def merged(spot: Spot, _: Scope) -> Iterator[Change]:
    """Dictionaries put together in another order: the last one has the last word."""
    match spot.node:
        case ast.Dict([*_, None], [_, _, *_]) | ast.Dict([None, *_], [_, _, *_]):
            yield from _other_orders(spot, spot.node)
        case ast.Call(ast.Name("dict") as function, [one], [ast.keyword(None, other)]):
            yield replaced(spot, ast.Call(function, [other], [ast.keyword(None, one)]))
        case ast.BinOp(one, ast.BitOr(), other):
            yield replaced(spot, ast.BinOp(other, ast.BitOr(), one))


def exchanged(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Two variables for one another, p for 1 − p everywhere, two parts of a series."""
    match spot.node:
        case ast.Tuple(parts) | ast.List(parts) if len(parts) <= MOST_PARTS:
            yield from _reordered(spot, spot.node)
        case ast.IfExp(test, body, orelse):
            yield replaced(spot, ast.IfExp(test, orelse, body))
        case ast.Call(function, [first, second, *rest], keywords) if len(rest) < 2:
            yield replaced(spot, ast.Call(function, [second, first, *rest], keywords))
        case ast.BinOp(ast.Call(ast.Attribute(array, name) as call, axes, more), ast.Pow(), power):
            if name in {"sum", "mean"}:
                yield replaced(spot, _with_power(array, call, axes, more, power))
        case ast.Call(outer, [ast.Call(inner, [value], more)], keywords):
            turned = ast.Call(outer, [value], keywords)
            yield replaced(spot, ast.Call(inner, [turned], more))
    if spot.role != "whole" or not isinstance(spot.node, (ast.BinOp, ast.Call, ast.UnaryOp)):
        return
    inside = [name for name in scope.names if name in names_in(spot.node)]
    for one, other in combinations(inside, 2):
        yield replaced(spot, _swapped(spot.node, one, other))
    for name in inside if is_value(spot.node) else ():
        yield replaced(spot, _complemented(spot.node, name))


def _with_power(
    array: ast.expr,
    call: ast.Attribute,
    given: list[ast.expr],
    more: list[ast.keyword],
    power: ast.expr,
) -> ast.expr:
    """The sum of powers for the power of a sum."""
    if is_module(array) and given:
        return ast.Call(call, [ast.BinOp(given[0], ast.Pow(), power), *given[1:]], more)
    raised = ast.BinOp(array, ast.Pow(), power)
    return ast.Call(ast.Attribute(raised, call.attr, ast.Load()), given, more)


def _swapped(node: ast.expr, one: str, other: str) -> ast.expr:
    return _with_names(node, {one: other, other: one})


def _with_names(node: ast.expr, names: Mapping[str, str]) -> ast.expr:
    """An expression with some variables, or some fields, under other names."""

    class Swap(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.Name(names.get(node.id, node.id), node.ctx)

        def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
            other = names.get(ast.unparse(node))
            return parsed(other) if other else self.generic_visit(node)

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
            found = node.id == name and isinstance(node.ctx, ast.Load)
            return ast.BinOp(ONE, ast.Sub(), node) if found else node

    changed: ast.expr = Turn().visit(copy.deepcopy(node))
    return changed


def throughout(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another variable everywhere in the statement, or in an index of several axes, where one
    stands more than once."""
    made = ast.BinOp, ast.Call, ast.UnaryOp, ast.Tuple
    whole = spot.role == "whole" and isinstance(spot.node, made)
    if not whole and not (spot.role == "index" and isinstance(spot.node, ast.Tuple)):
        return
    found = Counter(each.id for each in ast.walk(spot.node) if isinstance(each, ast.Name))
    for name in (name for name in scope.names if found[name] > 1):
        for other in scope.names:
            if other != name and scope.alike(name, other):
                old, new = ast.Name(name, ast.Load()), ast.Name(other, ast.Load())
                yield Change("replaced", _with_names(spot.node, {name: other}), old, new)


def doubled(spot: Spot, _: Scope) -> Iterator[Change]:
    """Twice as much or half of it."""
    if spot.role in {"whole", "term"} and is_value(spot.node):
        for number in (2.0, 0.5):
            other = ast.Constant(number)
            yield Change("scaled", ast.BinOp(other, ast.Mult(), spot.node), spot.node, other)


def scaled(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A factor or divisor more: a size."""
    if spot.role not in {"whole", "term", "argument"} or not is_value(spot.node):
        return
    for text in scope.sizes:
        other = parsed(text)
        yield Change("divided", ast.BinOp(spot.node, ast.Div(), other), spot.node, other)
        yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)


def joined(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A variable more: as a factor, a divisor or a term."""
    if spot.role not in {"whole", "term", "argument"} or not is_value(spot.node):
        return
    for name in scope.names:
        other = ast.Name(name, ast.Load())
        yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)
        yield Change("divided", ast.BinOp(spot.node, ast.Div(), other), spot.node, other)
        yield Change("added", ast.BinOp(spot.node, ast.Add(), other), spot.node, other)
        yield Change("subtracted", ast.BinOp(spot.node, ast.Sub(), other), spot.node, other)
        first = parsed(f"{name}[:, 0]")
        yield Change("added", ast.BinOp(spot.node, ast.Add(), first), spot.node, first)


def masks(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Where a variable is positive, for the variable itself as a factor."""
    match spot.node:
        case ast.Name(name, ast.Load()) if name in scope.names and spot.role in {
            "operand",
            "whole",
        }:
            zero = ast.Constant(0)
            yield replaced(spot, ast.Compare(spot.node, [ast.Gt()], [zero]))


def emptied(spot: Spot, _: Scope) -> Iterator[Change]:
    """Nothing, or one, in the place of all that is computed."""
    if spot.role == "whole" and is_value(spot.node):
        for number in (0.0, 1.0):
            yield replaced(spot, ast.Constant(number))


def slopes(spot: Spot, scope: Scope) -> Iterator[Change]:
    """The derivative of an activation more, in terms of its output or its input."""
    if spot.role not in {"whole", "term", "argument"} or not is_value(spot.node):
        return
    for name in scope.names:
        for slope in (f"{name} * (1 - {name})", f"(1 - {name} ** 2)", f"({name} > 0)"):
            other = parsed(slope)
            yield Change("scaled", ast.BinOp(spot.node, ast.Mult(), other), spot.node, other)
            if spot.role == "whole" and ">" not in slope:
                yield Change("divided", ast.BinOp(spot.node, ast.Div(), other), spot.node, other)

"""Edits that would divide by what a function is given: right on the cases, 0/0 where it is 0."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from dlprep.model.exercise import Draw

_OVER = (ast.Div, ast.FloorDiv)
_SIZES = frozenset(("shape", "size", "ndim"))


def inputs_of(draws: Mapping[str, Draw]) -> Iterator[str]:
    """The names of inputs and of the entries of those that are dictionaries."""
    for name, draw in draws.items():
        yield name
        yield from inputs_of(draw.entries)


def given(functions: Iterable[ast.stmt], inputs: Collection[str]) -> frozenset[str]:
    """What stands for something given in some functions: parameters, inputs by their own names,
    and variables that only hold a parameter or an entry of one."""
    found = {*inputs}
    for each in (node for function in functions for node in ast.walk(function)):
        match each:
            case ast.arg(name):
                found.add(name)
            case ast.Assign([ast.Name(name)], value) if _is_given(value, found):
                found.add(name)
            case ast.Assign([ast.Tuple(targets)], ast.Tuple(values)):
                pairs = zip(targets, values, strict=False)
                found.update(ast.unparse(one) for one, two in pairs if _is_given(two, found))
    return frozenset(found)


def _is_given(value: ast.expr, known: Collection[str]) -> bool:
    match value:
        case ast.Name(name):
            return name in known
        case ast.Subscript(ast.Name(name), ast.Constant(str())) | ast.Call(
            ast.Attribute(ast.Name(name), "get" | "setdefault" | "pop")
        ):
            return name in known
        case _:
            return False


def divides_by(node: ast.AST) -> Iterator[ast.expr]:
    """All that is divided by."""
    for each in ast.walk(node):
        match each:
            case ast.BinOp(_, sign, right) if isinstance(sign, _OVER):
                yield right
            case ast.AugAssign(_, sign, value) if isinstance(sign, _OVER):
                yield value


def names_over(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """The names in all that is divided by."""
    divisors = (each for node in nodes for each in divides_by(node))
    return frozenset(name for each in divisors for name in _names(each))


def may_vanish(made: ast.AST, before: ast.AST, risky: Collection[str]) -> bool:
    """Whether a statement divides, unlike before, by a product in which something risky stands."""
    old = Counter(map(ast.unparse, divides_by(before)))
    for divisor in divides_by(made):
        text = ast.unparse(divisor)
        if old[text]:
            old[text] -= 1
        elif any(name in risky for name in _factors(divisor)):
            return True
    return False


def _factors(node: ast.expr) -> Iterator[str]:
    """The names by which a product is 0 if they are; a sum of two is 0 by chance alone."""
    match node:
        case ast.BinOp(left, ast.Mult() | ast.MatMult(), right):
            yield from (*_factors(left), *_factors(right))
        case ast.BinOp(left, ast.Div() | ast.FloorDiv() | ast.Pow(), _):
            yield from _factors(left)
        case ast.BinOp():
            return
        case _:
            yield from _names(node)


def _names(node: ast.AST) -> Iterator[str]:
    """The variables and keys in it, but those asked for their size alone."""
    match node:
        case ast.Attribute(_, attribute) if attribute in _SIZES:
            return
        case ast.Call(ast.Name("len")):
            return
        case ast.Name(name) | ast.Constant(str(name)):
            yield name
    for inner in ast.iter_child_nodes(node):
        yield from _names(inner)

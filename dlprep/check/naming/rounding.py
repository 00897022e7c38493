"""Comparisons in which tiny numbers are lost: `1 + x > 1` is no `x > 0` where x is 1e-17."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise


def rounds_away(made: ast.AST, before: ast.AST) -> bool:
    """Whether a statement compares, unlike before, two sums that share a term."""
    return bool({*_shared(made)} - {*_shared(before)})


def _shared(node: ast.AST) -> Iterator[str]:
    """The comparisons of two such sums in it."""
    for each in ast.walk(node):
        if isinstance(each, ast.Compare):
            sides = [{*_terms(side)} for side in (each.left, *each.comparators)]
            if any(one & other for one, other in pairwise(sides)):
                yield ast.unparse(each)


def _terms(node: ast.expr, sign: int = 1) -> Iterator[tuple[int, object]]:
    """What is added up, each with its sign; 1 and 1.0 are one number."""
    match node:
        case ast.BinOp(left, ast.Add(), right):
            yield from (*_terms(left, sign), *_terms(right, sign))
        case ast.BinOp(left, ast.Sub(), right):
            yield from (*_terms(left, sign), *_terms(right, -sign))
        case ast.UnaryOp(ast.USub(), inside):
            yield from _terms(inside, -sign)
        case ast.Constant(int() | float() as value):
            yield sign, value
        case _:
            yield sign, ast.unparse(node)

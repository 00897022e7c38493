"""Values that parameters have where a call leaves them out, as statements that edits may change."""

from __future__ import annotations

import ast
import copy
from collections.abc import Collection, Iterator


def defaults_of(node: ast.stmt) -> Iterator[ast.Assign]:
    """For each parameter of a function that has a number, a truth value or a text by default, a
    statement that sets it."""
    if not isinstance(node, ast.FunctionDef):
        return
    for arg, value in _pairs(node.args):
        if isinstance(value, ast.Constant) and isinstance(value.value, (int, float, str)):
            target = ast.Name(arg.arg, ast.Store())
            yield ast.Assign([target], value, lineno=value.lineno)


def with_defaults(node: ast.stmt, statements: Collection[ast.Assign]) -> ast.stmt:
    """The function with some of these statements in place of the defaults."""
    if not isinstance(node, ast.FunctionDef) or not statements:
        return node
    values = {id(each.value) for each in statements}
    other, other.args = copy.copy(node), copy.copy(node.args)
    args = node.args
    other.args.defaults = [_left_out(each, values) for each in args.defaults]
    other.args.kw_defaults = [each and _left_out(each, values) for each in args.kw_defaults]
    other.body = [*map(_where_left_out, statements), *node.body]
    return other


def _pairs(args: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    positional = [*args.posonlyargs, *args.args]
    yield from zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True)
    yield from zip(args.kwonlyargs, args.kw_defaults, strict=True)


def _left_out(default: ast.expr, values: Collection[int]) -> ast.expr:
    return ast.Constant(...) if id(default) in values else default


def _where_left_out(statement: ast.Assign) -> ast.stmt:
    name = ast.unparse(statement.targets[0])
    test = ast.Compare(ast.Name(name, ast.Load()), [ast.Is()], [ast.Constant(...)])
    return ast.If(test, [statement], [])

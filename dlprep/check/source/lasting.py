"""Objects that live as long as the file and that a function hands out itself, not a copy: what one
call changes in them, the next finds changed."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

from dlprep.check.source.units import layout_of

_MADE = (ast.Dict, ast.List, ast.Set, ast.Call, ast.DictComp, ast.ListComp)


class HandedOut(NamedTuple):
    """The line, the name of the object, and the statement with a copy of it."""

    line: int
    name: str
    mended: str


def handed_out(source: bytes) -> Iterator[HandedOut]:
    r"""Where a function returns such an object or gives it another name.

    >>> [*handed_out(b"D = {}\ndef f(c):\n    c = c or D\n    return c\n")]
    [HandedOut(line=3, name='D', mended='c = c or D.copy()')]
    """
    try:
        tree = layout_of(source).tree
    except (SyntaxError, ValueError, RecursionError):
        return
    known = {name for each in tree.body for name in _lasting(each)}
    for function in (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)):
        for statement in ast.walk(function):
            if isinstance(statement, (ast.Return, ast.Assign)) and statement.value is not None:
                for name in _given(statement.value):
                    if name in known:
                        yield HandedOut(statement.lineno, name, _with_copy(statement, name))


def _lasting(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.Assign([ast.Name(name)], value) if isinstance(value, _MADE):
            yield name


def _given(value: ast.expr) -> Iterator[str]:
    """The variables that an expression may be, and not only be made of."""
    match value:
        case ast.Name(name):
            yield name
        case ast.IfExp(_, one, other):
            yield from (*_given(one), *_given(other))
        case ast.BoolOp(_, values):
            for each in values:
                yield from _given(each)


def _with_copy(statement: ast.stmt, name: str) -> str:
    class Copy(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            if node.id != name or not isinstance(node.ctx, ast.Load):
                return node
            return ast.Call(ast.Attribute(node, "copy", ast.Load()), [], [])

    return ast.unparse(Copy().visit(copy.deepcopy(statement)))

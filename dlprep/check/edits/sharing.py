"""Arrays with two names, copies that nothing reads, results written into what is still needed: the
statement, and what it should be."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from itertools import islice

from dlprep.check.edits.effects import stored, written

Apart = tuple[str, str, dict[str, str], ast.stmt]  # cause, where, what they speak of, the statement


def apart(statement: ast.stmt) -> Iterator[Apart]:
    """The statement as it should be, and what is wrong with it."""
    for name, anew in _with_own_array(statement):
        yield "cause.shared", "hint.own-array", {"name": name}, anew
    if view := _view_for_copy(statement):
        yield "cause.lost-copy", "hint.reads", {"name": view[0], "array": view[1]}, view[2]
    if alias := _with_a_copy(statement):
        yield "cause.second-name", "hint.reads", {"name": alias[0], "array": alias[1]}, alias[2]


def _with_a_copy(statement: ast.stmt) -> tuple[str, str, ast.stmt] | None:
    """A copy for an array that a default gives a second name."""
    match statement:
        case ast.Assign(
            [ast.Name(name)],
            ast.Call(ast.Attribute(_, "get" | "setdefault" | "pop") as get, [key, ast.Name(array)]),
        ):
            anew = ast.parse(f"{name} = {ast.unparse(get)}({ast.unparse(key)}, {array}.copy())")
            return name, array, anew.body[0]
        case _:
            return None


def altered(statement: ast.stmt) -> set[str]:
    """Arrays that a statement changes in place."""
    match statement:
        case ast.AugAssign(target=target):
            return stored(target)
        case ast.Assign(targets=targets):
            inside = [each for each in targets if isinstance(each, ast.Subscript)]
            others = [each for each in targets if isinstance(each, ast.Attribute)]
            shaped = [each.value for each in others if each.attr == "shape"]
            return set().union(*map(stored, (*inside, *shaped)))
        case ast.Expr(ast.Call(keywords=[*_, ast.keyword("out", ast.Name(name))])):
            return {name}
        case ast.Expr():
            return written(statement)
        case _:
            return set()


def _view_for_copy(statement: ast.stmt) -> tuple[str, str, ast.stmt] | None:
    """A row that shares the numbers of an array, for one that is a copy."""
    match statement:
        case ast.Assign([ast.Name(name)], ast.Call(ast.Attribute(ast.Name(array), "flatten"), [])):
            anew = ast.parse(f"{name} = {array}.reshape(-1)").body[0]
            return name, array, anew
        case _:
            return None


def _with_own_array(statement: ast.stmt) -> Iterator[tuple[str, ast.stmt]]:
    """The array that a call in the statement is told to write into, and the statement without."""
    for at, call in enumerate(ast.walk(statement)):
        if isinstance(call, ast.Call) and isinstance(statement, (ast.Assign, ast.Return)):
            for into in call.keywords:
                if into.arg == "out":
                    anew = copy.deepcopy(statement)
                    same = next(islice(ast.walk(anew), at, None))
                    assert isinstance(same, ast.Call)
                    same.keywords = [each for each in same.keywords if each.arg != "out"]
                    yield ast.unparse(into.value), anew

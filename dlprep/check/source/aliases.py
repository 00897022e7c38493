"""Whether a program gives an array a second name and then changes it in place. Read before
anything is searched for: what it spoils may look like some other mistake."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dlprep.check.source.units import layout_of


def shares_arrays(source: bytes) -> bool:
    r"""Whether a name that only stands for another one, or that other one, is changed in place.

    >>> shares_arrays(b"b = a\nb *= 2\n"), shares_arrays(b"b = a.copy()\nb *= 2\n")
    (True, False)
    """
    try:
        nodes = [*ast.walk(layout_of(source).tree)]
    except (SyntaxError, ValueError, RecursionError):
        return False
    changed = {name for node in nodes for name in _changed(node)}
    return any(map(_writes_into, nodes)) or any(
        changed & {target.id, *_names_of(value)}
        for node in nodes
        if isinstance(node, ast.Assign)
        for target, value in [(node.targets[0], node.value)]
        if isinstance(target, ast.Name)
        and (_names_of(value) or (_is_copy(value) and target.id in changed))
    )


def _names_of(value: ast.expr) -> set[str]:
    """The variable that an expression is another name for: also one that is given as a default."""
    match value:
        case ast.Name(name):
            return {name}
        case ast.Call(ast.Attribute(_, "get" | "setdefault" | "pop"), [_, ast.Name(name)]):
            return {name}
        case _:
            return set()


def _is_copy(value: ast.expr) -> bool:
    """Whether an array is copied into a row: what is written into that, the array does not get."""
    match value:
        case ast.Call(ast.Attribute(ast.Name(), "flatten"), []):
            return True
        case _:
            return False


def _writes_into(node: ast.AST) -> bool:
    """Whether a call writes its result into an array it is given, and that gets another name."""
    match node:
        case ast.Assign([ast.Name(name)], ast.Call(keywords=keywords)):
            into = [ast.unparse(each.value) for each in keywords if each.arg == "out"]
            return bool(into) and into != [name]
        case _:
            return False


def _changed(node: ast.AST) -> Iterator[str]:
    """The variables whose array a statement changes."""
    match node:
        case ast.AugAssign(target=ast.Name(name) | ast.Subscript(ast.Name(name))):
            yield name
        case ast.Expr(ast.Call(keywords=[*_, ast.keyword("out", ast.Name(name))])):
            yield name
        case ast.Assign(targets=targets):
            for target in targets:
                if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
                    yield target.value.id

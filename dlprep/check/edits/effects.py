"""What a statement reads, sets and changes, by the names of variables and of their parts."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from itertools import chain

_IN_PLACE = frozenset(("sort", "fill", "resize", "clip_", "append", "extend", "update"))


def meet(some: set[str], others: set[str]) -> set[str]:
    """Names that stand in both; a part meets the whole."""
    return {
        one
        for one in some
        for other in others
        if one == other or _is_part(one, other) or _is_part(other, one)
    }


def _is_part(name: str, whole: str) -> bool:
    return name.startswith((f"{whole}[", f"{whole}."))


def read(statement: ast.AST) -> set[str]:
    """What it reads, by the names of variables, attributes and entries of dictionaries."""
    found: set[str] = set()
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        name = name_of(node) if isinstance(node, ast.expr) else None
        if name is not None and not isinstance(getattr(node, "ctx", None), ast.Store):
            found.add(name)
            continue
        waiting += ast.iter_child_nodes(node)
    if isinstance(statement, ast.AugAssign):
        found |= stored(statement.target)
    return found


def names_read(target: ast.expr) -> set[str]:
    """The variables by which the place of an entry is found."""
    inside = (each for each in ast.walk(target) if isinstance(each, ast.Name))
    return {each.id for each in inside if isinstance(each.ctx, ast.Load)} - stored(target)


def read_in(statement: ast.stmt) -> set[str]:
    inside = (each for each in ast.walk(statement) if isinstance(each, ast.AugAssign))
    return read(statement).union(*(stored(each.target) for each in inside))


def written(statement: ast.AST) -> set[str]:
    """What a simple statement gives another value, or changes in place."""
    match statement:
        case ast.Assign(targets=targets):
            return set().union(*(stored(each) for each in targets))
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target) | ast.For(target=target):
            return stored(target)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr=name))):
            return stored(owner) if name in _IN_PLACE else set()
        case _:
            return set()


def written_in(statement: ast.stmt) -> set[str]:
    return set().union(*map(written, ast.walk(statement)))


def bound(statement: ast.stmt) -> set[str]:
    """Names that get a new value, and not only another entry."""
    found: set[str] = set()
    for each in ast.walk(statement):
        match each:
            case ast.Assign(targets=targets):
                found |= _names_of(targets)
            case ast.For(target=target) | ast.AnnAssign(target=target):
                found |= _names_of([target])
    return found


def _names_of(targets: Sequence[ast.expr]) -> set[str]:
    inside = chain.from_iterable(
        target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target] for target in targets
    )
    return {ast.unparse(each) for each in inside if isinstance(each, (ast.Name, ast.Attribute))}


def stored(target: ast.expr) -> set[str]:
    """The names of what is assigned to: of an entry, the array's."""
    match target:
        case ast.Tuple(parts) | ast.List(parts):
            return set().union(*map(stored, parts))
        case ast.Starred(inner):
            return stored(inner)
        case ast.Subscript(inner) if name_of(target) is None:
            return stored(inner)
        case _:
            name = name_of(target)
            return set() if name is None else {name}


def name_of(node: ast.expr) -> str | None:
    """A variable, an attribute or an entry of a dictionary, as it is written."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(inner) | ast.Subscript(inner, ast.Constant(str())):
            return ast.unparse(node) if name_of(inner) else None
        case _:
            return None

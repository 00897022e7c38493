"""What stands in a function: its variables, entries, keys, fields, loops."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dlprep.check.edits.change import Change, Path

MODULES = frozenset(("np", "numpy", "math"))
_OF_ARRAYS = frozenset(("T", "shape", "size", "ndim", "dtype"))


def variables(node: ast.stmt) -> tuple[str, ...]:
    """Names a function assigns or takes, in order."""
    found: dict[str, None] = {}
    for each in ast.walk(node):
        match each:
            case ast.arg(name):
                found.setdefault(name)
            case ast.Name(name, ast.Store()) if not name.startswith("_"):
                found.setdefault(name)
    return tuple(found)


def counters(node: ast.stmt) -> tuple[str, ...]:
    """The variables that loops of a function count with."""
    loops = (each for each in ast.walk(node) if isinstance(each, ast.For))
    return tuple(
        dict.fromkeys(
            name.id
            for loop in loops
            for name in ast.walk(loop.target)
            if isinstance(name, ast.Name)
        )
    )


def entries(node: ast.stmt) -> tuple[str, ...]:
    """Single entries of variables that a function speaks of, such as `x[i]`."""
    found = (
        ast.unparse(each)
        for each in ast.walk(node)
        if isinstance(each, ast.Subscript)
        and isinstance(each.value, ast.Name)
        and isinstance(each.slice, ast.Name)
    )
    return tuple(dict.fromkeys(found))


def ranges_in(node: ast.stmt) -> tuple[str, ...]:
    """The ranges that loops of a function go through."""
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
    found = (ast.unparse(each) for each in calls if ast.unparse(each.func) == "range")
    return tuple(dict.fromkeys(found))


def keys_in(node: ast.stmt) -> tuple[str, ...]:
    """The texts that entries of dictionaries are read or written by."""
    found: dict[str, None] = {}
    for each in ast.walk(node):
        match each:
            case ast.Subscript(_, ast.Constant(str(key))) | ast.Call(
                ast.Attribute(_, "get" | "setdefault" | "pop"), [ast.Constant(str(key)), *_]
            ):
                found.setdefault(key)
    return tuple(found)


def texts_in(node: ast.stmt) -> tuple[str, ...]:
    """The texts that a function compares something with."""
    found: dict[str, None] = {}
    for each in ast.walk(node):
        match each:
            case ast.Compare(_, _, others):
                inside = [*others, *(part for one in others for part in getattr(one, "elts", ()))]
            case ast.MatchValue(value):
                inside = [value]
            case _:
                continue
        found |= {e.value: None for e in inside if _is_text(e)}
    return tuple(found)


def taken_otherwise(
    node: ast.stmt, tree: ast.Module
) -> Iterator[tuple[ast.Assign, tuple[Path, ast.expr, Change]]]:
    """Variables that a function unpacks in another order than some function packs them, by their
    names: the statement, and the target in the other order."""
    packed = [each for each in ast.walk(tree) if isinstance(each, ast.Tuple) and _names(each)]
    for statement in ast.walk(node):
        match statement:
            case ast.Assign([ast.Tuple(ctx=ast.Store()) as target], ast.Name()):
                own = _names(target)
                for each in packed:
                    other = _names(each) if isinstance(each.ctx, ast.Load) else []
                    if other != own and sorted(other) == sorted(own):
                        anew = ast.Tuple([ast.Name(one, ast.Store()) for one in other], target.ctx)
                        change = Change("replaced", anew, target, anew)
                        yield statement, ((("targets", 0),), anew, change)


def _names(series: ast.Tuple) -> list[str]:
    """The names in it, where it holds nothing else."""
    names = [each.id for each in series.elts if isinstance(each, ast.Name)]
    return names if len(names) == len(series.elts) else []


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def fields_in(node: ast.stmt) -> tuple[str, ...]:
    """The fields of objects that a function reads or sets, such as `cache.x`."""
    called = {id(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
    found = (
        ast.unparse(each)
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
        if id(each) not in called and each.value.id not in MODULES | {"self"}
        if each.attr not in _OF_ARRAYS
    )
    return tuple(dict.fromkeys(found))

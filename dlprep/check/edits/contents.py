"""What stands in a function: its variables, entries, keys, fields, loops."""

from __future__ import annotations

import ast

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

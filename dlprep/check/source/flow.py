"""Which statements of a function can have made an output wrong."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence

from dlprep.check.source.units import names_in


def suspects(
    function: ast.stmt, gives: Sequence[str], wrong: Collection[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Lines of statements that feed the wrong outputs alone, and of those that feed right ones
    too. `gives` names what the function returns, in order, handles with a `$`."""
    bad, good = _returned(function, gives, wrong)
    moves = [(statement, *_moves(statement)) for statement in _own(function)]
    guilty, shared = _feeding(moves, bad), _feeding(moves, good)
    return guilty - shared, guilty & shared


def _returned(
    function: ast.stmt, gives: Sequence[str], wrong: Collection[str]
) -> tuple[set[str], set[str]]:
    """The variables behind wrong and behind right outputs; all are suspect where the return
    statement does not show which is which."""
    bad: set[str] = set()
    good: set[str] = set()
    for statement in _own(function):
        if not isinstance(statement, ast.Return) or statement.value is None:
            continue
        match statement.value:
            case ast.Tuple(parts) if len(parts) == len(gives):
                for part, name in zip(parts, gives, strict=True):
                    (bad if _is_wrong(name, wrong) else good).update(names_in(part))
            case value:
                bad |= names_in(value)
    return bad, good


def _is_wrong(name: str, wrong: Collection[str]) -> bool:
    return name.startswith("$") or any(each.partition(".")[0] == name for each in wrong)


def _feeding(
    moves: Sequence[tuple[ast.stmt, set[str], set[str]]], names: set[str]
) -> frozenset[int]:
    """Lines of all statements that assign one of the names or what it is made from."""
    known = set(names)
    lines: set[int] = set()
    while True:
        before = len(known) + len(lines)
        for statement, targets, sources in moves:
            if targets & known or isinstance(statement, ast.Return):
                lines.add(statement.lineno)
                known |= sources if targets & known else set()
        if len(known) + len(lines) == before:
            return frozenset(lines)


def _moves(statement: ast.stmt) -> tuple[set[str], set[str]]:  # noqa: PLR0911 - a table
    """The variables a statement changes, and those it reads."""
    match statement:
        case ast.Assign(targets=targets, value=value):
            changed = {name for each in targets for name in _changed(each)}
            places = {name for each in targets for name in names_in(each)} - changed
            return changed, names_in(value) | places
        case ast.AugAssign(target=target, value=value):
            return _changed(target), names_in(target) | names_in(value)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            return names_in(target), names_in(value)
        case ast.For(target=target, iter=source):
            inner = {name for each in _own(statement) for name in _moves(each)[0]}
            return names_in(target) | inner, names_in(source)
        case ast.If(test=test) | ast.While(test=test):
            inner = {name for each in _own(statement) for name in _moves(each)[0]}
            return inner, names_in(test)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner))):
            return names_in(owner), names_in(statement.value)
        case _:
            return set(), set()


def _own(function: ast.stmt) -> Iterator[ast.stmt]:
    """All statements inside, at any depth."""
    return (
        each for each in ast.walk(function) if isinstance(each, ast.stmt) and each is not function
    )


def _changed(target: ast.expr) -> set[str]:
    """The variables that an assignment changes: of an entry the array, and not its index."""
    match target:
        case ast.Tuple(parts) | ast.List(parts):
            return {name for part in parts for name in _changed(part)}
        case ast.Subscript(inner) | ast.Attribute(inner) | ast.Starred(inner):
            return _changed(inner)
        case _:
            return names_in(target)

"""Updates that are lost: a variable collects what is to be a result and is stored nowhere."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence

from dlprep.check.edits.boards import Part
from dlprep.check.edits.editor import Move, Proposal
from dlprep.model.message import Message


def losses(function: ast.stmt) -> Iterator[Proposal]:
    """For each such variable a statement that stores it: where it was read, or in an entry of what
    is returned."""
    unread = _updated(function) - _read(function)
    results = [name for name in _returned(function) if name not in unread]
    for owner, body in _bodies(function):
        for at, statement in enumerate(body):
            match statement:
                case ast.Assign([ast.Name(name)], value) if name in unread:
                    found = _last_update(body[at + 1 :], name)
                    if found:
                        targets = _targets(value, owner, results)
                        yield from (_stored(found, each, name) for each in targets)


def _updated(function: ast.stmt) -> set[str]:
    """Variables that are changed by their old value."""
    return {name for each in ast.walk(function) if (name := _updates(each))}


def _updates(node: ast.AST) -> str | None:
    match node:
        case ast.AugAssign(ast.Name(name)):
            return name
        case ast.Assign([ast.Name(name)], value) if name in _names(value):
            return name
        case _:
            return None


def _read(function: ast.stmt) -> set[str]:
    """Variables that are read, but for their own updates."""
    found: set[str] = set()
    waiting: list[ast.AST] = [function]
    while waiting:
        node = waiting.pop()
        if own := _updates(node):
            found |= _names(node) - {own}
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        waiting += ast.iter_child_nodes(node)
    return found


def _names(node: ast.AST) -> set[str]:
    return {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }


def _returned(function: ast.stmt) -> list[str]:
    ends = (each for each in ast.walk(function) if isinstance(each, ast.Return) and each.value)
    return list(dict.fromkeys(name for each in ends for name in sorted(_names(each))))


def _bodies(function: ast.stmt) -> Iterator[tuple[ast.AST, Sequence[ast.stmt]]]:
    for each in ast.walk(function):
        body = getattr(each, "body", None)
        if isinstance(body, list):
            yield each, body


def _last_update(after: Sequence[ast.stmt], name: str) -> tuple[ast.stmt, ast.stmt] | None:
    """The last statement beside the first value that updates a variable, and the update in it."""
    found = [
        (statement, each)
        for statement in after
        for each in ast.walk(statement)
        if isinstance(each, ast.stmt) and _updates(each) == name
    ]
    return found[-1] if found else None


def _targets(value: ast.expr, owner: ast.AST, results: Sequence[str]) -> Iterator[ast.expr]:
    """Where a variable may have to go: the entry it began with, or one by the turn of the loop."""
    if isinstance(value, ast.Call) and ast.unparse(value).endswith(".copy()"):
        value = value.func.value if isinstance(value.func, ast.Attribute) else value
    if isinstance(value, ast.Subscript):
        yield ast.Subscript(copy.deepcopy(value.value), copy.deepcopy(value.slice), ast.Store())
    elif isinstance(owner, ast.For) and isinstance(owner.target, ast.Name):
        index = ast.Name(owner.target.id, ast.Load())
        yield from (
            ast.Subscript(ast.Name(name, ast.Load()), index, ast.Store()) for name in results
        )


def _stored(found: tuple[ast.stmt, ast.stmt], target: ast.expr, name: str) -> Proposal:
    anchor, update = found
    made = ast.Assign([target], ast.Name(name, ast.Load()), lineno=update.lineno)
    said = {"line": update.lineno, "name": name}
    where = Message("hint.after", {"line": anchor.end_lineno or anchor.lineno})
    move = Move(Message("cause.lost", said), where, ast.unparse(made))
    part = Part(anchor, (), made, "after")
    return Proposal(anchor, "moved", (), anchor, None, (part,), move)  # type: ignore[arg-type]

"""Where in a function an edited expression is meant, if it stands there in several places."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from dlprep.check.edits.boards import Header, Part, Simple
from dlprep.check.edits.change import Path
from dlprep.check.edits.splice import node_at, on_one_line

WIDEST = 60  # characters of a step that is told beside an effect


def place_of(function: ast.stmt, statement: Simple | Header, path: Path, old: str) -> str:
    """The widest piece of a statement around an edited place in which the expression `old` stands
    once, or else the widest that is not too long; nothing where it stands once in the function.

    >>> (function,) = ast.parse("def f(a, y): error = a - y; return 2 * error * a * (1 - a)").body
    >>> path = (("value", None), ("right", None), ("right", None))
    >>> place_of(function, function.body[1], path, "a")
    '1 - a'
    >>> place_of(function, function.body[0], (("value", None), ("left", None)), "a")
    'error = a - y'
    """
    if _count(getattr(function, "body", [function]), old) < 2:
        return ""
    around = [
        (text, _count([part], old))
        for part, text in _around(statement, path)
        if len(text) <= WIDEST and text != old
    ]
    once = [text for text, times in around if times == 1]
    return (once or [text for text, _ in around] or [""])[-1]


def _around(statement: Simple | Header, path: Path) -> Iterator[tuple[ast.AST, str]]:
    """The expressions that hold a place, inmost first, and the statement; a block's header."""
    for size in range(len(path), 0, -1):
        node = node_at(Part(statement, path[:size], statement))
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Tuple, ast.Slice, ast.Starred)):
            yield node, ast.unparse(node)
    match statement:
        case ast.For(_, inside) | ast.While(inside) | ast.If(inside):
            yield inside, on_one_line(statement)
        case _:
            yield statement, on_one_line(statement)


def _count(nodes: Sequence[ast.AST], old: str) -> int:
    """How often an expression is read there."""
    inside = (each for node in nodes for each in ast.walk(node) if isinstance(each, ast.expr))
    read = (each for each in inside if not isinstance(getattr(each, "ctx", None), ast.Store))
    return sum(ast.unparse(each) == old for each in read)

"""Whether a line has the form of one of the solution's, whatever its variables are called: of two
lines that may be at fault, the one that gets this form is."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator

LEAST = 3  # names and numbers of a form that tells something


def pattern(statement: ast.AST) -> str | None:
    """What a statement computes without the names, or None where that is too little to tell.

    >>> pattern(ast.parse("dz = (p - onehot) / n").body[0])
    '(_ - _) / _'
    """
    value = getattr(statement, "value", None)
    if not isinstance(value, ast.expr):
        return None
    leaves = [each for each in ast.walk(value) if isinstance(each, (ast.Name, ast.Constant))]
    return ast.unparse(_Nameless().visit(copy.deepcopy(value))) if len(leaves) >= LEAST else None


def patterns(nodes: Iterable[ast.stmt]) -> frozenset[str]:
    """The forms of all statements in some functions."""

    def found() -> Iterator[str]:
        for node in nodes:
            for each in ast.walk(node):
                if made := pattern(each):
                    yield made

    return frozenset(found())


class _Nameless(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("_", node.ctx)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """Numbers as they are, but 2 and 2.0 are the same."""
        match node.value:
            case float(value) if value.is_integer():
                return ast.Constant(int(value))
            case _:
                return node

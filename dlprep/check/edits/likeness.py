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
    return nameless(value) if len(leaves) >= LEAST else None


def nameless(value: ast.expr) -> str:
    """An expression without the names."""
    return ast.unparse(_Nameless().visit(copy.deepcopy(value)))


def patterns(nodes: Iterable[ast.stmt]) -> frozenset[str]:
    """The forms of all statements in some functions."""

    def found() -> Iterator[str]:
        for node in nodes:
            for each in ast.walk(node):
                if made := pattern(each):
                    yield made

    return frozenset(found())


def turned_round(one: str, other: str) -> tuple[str, bool] | None:
    """Of two conditions of which one is the reverse of the other: what they ask, without the names,
    and whether the first affirms it; None of other expressions.

    >>> turned_round("mask is None", "mask is not None"), turned_round("not on", "on")
    (('_ is None', True), ('_', False))
    """
    try:
        read = [_affirmed(ast.parse(each, mode="eval").body) for each in (one, other)]
    except SyntaxError:
        return None
    (asked, affirms), (same, denies) = read
    reverse = ast.dump(asked) == ast.dump(same) and affirms != denies
    return (nameless(asked), affirms) if reverse else None


def _affirmed(condition: ast.expr) -> tuple[ast.expr, bool]:
    """A condition without a no, and whether there was none."""
    match condition:
        case ast.UnaryOp(ast.Not() | ast.Invert(), inside):
            asked, affirms = _affirmed(inside)
            return asked, not affirms
        case ast.Compare(left, [sign], [right]) if type(sign) in _REVERSE:
            return ast.Compare(left, [_REVERSE[type(sign)]()], [right]), False
        case _:
            return condition, True


_REVERSE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.IsNot: ast.Is,
    ast.NotEq: ast.Eq,
    ast.NotIn: ast.In,
    ast.LtE: ast.Gt,
    ast.Lt: ast.GtE,
}


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

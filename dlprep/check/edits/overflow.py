"""Forms of the same value in which an exponential cannot overflow."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from dlprep.check.edits.change import Change, Scope, Spot, function_name, parsed, replaced

# What stands there, z for the exponent, and what has the same value.
FORMS = (
    ("np.exp(z) / (1 + np.exp(z))", "0.5 * (1 + np.tanh(0.5 * (z)))"),
    ("1 / (1 + np.exp(z))", "0.5 * (1 - np.tanh(0.5 * (z)))"),
    ("(np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))", "np.tanh(z)"),
    ("(np.exp(z) - 1) / (np.exp(z) + 1)", "np.tanh(0.5 * (z))"),
    ("np.log(1 + np.exp(z))", "np.logaddexp(0, z)"),
    ("np.log1p(np.exp(z))", "np.logaddexp(0, z)"),
    ("np.exp(z)", "np.exp((z) - np.max(z, axis=-1, keepdims=True))"),
    ("np.exp(z)", "np.exp((z) - np.max(z, axis=0, keepdims=True))"),
    ("np.exp(z)", "np.exp((z) - np.max(z))"),
    ("np.exp(z)", "np.exp(np.clip(z, -500, 500))"),
)


def steadied(spot: Spot, _: Scope) -> Iterator[Change]:
    """The largest value subtracted; a sigmoid, a tanh, log(1 + eᶻ) or log Σ eᶻ in another form; all
    exponents bounded; the largest value subtracted where the exponent is made."""
    found = {ast.unparse(each): each for each in exponents(spot.node)}
    own = _normal(spot.node) if found else ""
    for exponent in found.values():
        for form, better in FORMS:
            if _normal(_filled(form, exponent)) == own:
                yield replaced(spot, _filled(better, exponent))
    match spot.node:
        case ast.Call(log, [ast.Call() as total], []) if function_name(log) == "log":
            yield from _shifted(spot, total)
    if spot.role == "whole" and len(found) > 1:
        yield replaced(spot, _bounded(spot.node))
    if spot.role == "whole" and not found and isinstance(spot.node, (ast.BinOp, ast.Call)):
        yield replaced(spot, _filled("(z) - np.max(z, axis=-1, keepdims=True)", spot.node))


def shifted(spot: Spot, scope: Scope) -> Iterator[Change]:
    """The largest value of each row subtracted from a variable, as it is where that is shifted."""
    match spot.node:
        case ast.Name(name, ast.Load()) if name in scope.exponents and spot.role != "index":
            yield replaced(spot, parsed(f"{name} - np.max({name}, axis=-1, keepdims=True)"))


def _shifted(spot: Spot, total: ast.Call) -> Iterator[Change]:
    """Log Σ eᶻ = m + log Σ eᶻ⁻ᵐ with the largest z as m, in the shape that stands there."""
    summed = (*total.args[:1], getattr(total.func, "value", None))
    inner = next((z for each in summed for z in _of(each)), None)
    if inner is None or function_name(total.func) != "sum":
        return
    given = {each.arg: ast.unparse(each.value) for each in total.keywords if each.arg}
    placed = [each for each in total.args if not [*_of(each)]]
    axis = given.get("axis", ast.unparse(placed[0]) if placed else "None")
    kept = given.get("keepdims", "False")
    largest = f"np.max({inner}, axis={axis}, keepdims={kept})"
    wide = f"np.max({inner}, axis={axis}, keepdims=True)"
    less = f"np.exp({inner} - {wide})"
    yield replaced(
        spot, parsed(f"{largest} + np.log(np.sum({less}, axis={axis}, keepdims={kept}))")
    )


def exponents(node: ast.AST) -> Iterator[ast.expr]:
    """What exponentials are taken of."""
    for each in ast.walk(node):
        match each:
            case ast.Call(function, [inner], []) if function_name(function) == "exp":
                yield inner


def _of(node: object) -> Iterator[str]:
    """The exponent where a node is an exponential itself."""
    match node:
        case ast.Call(function, [inner], []) if function_name(function) == "exp":
            yield f"({ast.unparse(inner)})"


def _bounded(node: ast.expr) -> ast.expr:
    """With every exponent between −500 and 500."""

    class Bound(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            inner = [*_of(node)]
            return parsed(f"np.exp(np.clip({inner[0]}, -500, 500))") if inner else node

    made: ast.expr = Bound().visit(copy.deepcopy(node))
    return made


def _filled(form: str, exponent: ast.expr) -> ast.expr:
    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return copy.deepcopy(exponent) if node.id == "z" else node

    made: ast.expr = Put().visit(parsed(form))
    return made


def _normal(node: ast.expr) -> str:
    """The text of an expression, 1 for 1.0 and the smaller side of a sum first."""

    class Plain(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            whole = isinstance(node.value, float) and node.value.is_integer()
            return ast.Constant(int(node.value)) if whole else node  # type: ignore[arg-type]

        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            self.generic_visit(node)
            if isinstance(node.op, ast.Add) and ast.unparse(node.left) > ast.unparse(node.right):
                return ast.BinOp(node.right, node.op, node.left)
            return node

    return ast.unparse(Plain().visit(parsed(ast.unparse(node)))).replace("math.", "np.")

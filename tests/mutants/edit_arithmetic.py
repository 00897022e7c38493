"""Slips in arithmetic: signs, factors, terms, constants, exponents, eps."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sourcetext import Edit, SourceText, axes, callee, kind

SYMBOLS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.MatMult: "@",
    ast.Pow: "**",
}


def swapped(source: SourceText, swaps: dict[type[ast.operator], str]) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        new = swaps.get(type(node.op))
        if new is not None:
            old = SYMBOLS[type(node.op)]
            says = f"`{old}` becomes `{new}` in `{source.text(node)}`"
            yield source.between(node.left, node.right, old, new, says)
    for node in source.nodes(ast.AugAssign):
        new = swaps.get(type(node.op))
        if new is not None:
            old = SYMBOLS[type(node.op)]
            says = f"`{old}=` becomes `{new}=` in `{source.text(node)}`"
            yield source.between(node.target, node.value, f"{old}=", f"{new}=", says)


def is_product(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.MatMult)


def is_sum(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)


def factors(source: SourceText, node: ast.expr) -> list[ast.expr]:
    """The operands of a chain of `*`, from left to right."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return [*factors(source, node.left), *factors(source, node.right)]
    return [node]


def is_slope(source: SourceText, first: ast.expr, second: ast.expr) -> bool:
    """`first` is a and `second` is 1 - a."""
    match second:
        case ast.BinOp(left=ast.Constant(value=1 | 1.0), op=ast.Sub(), right=inner):
            return source.text(inner) == source.text(first)
        case _:
            return False


@kind("sigmoid-slope-dropped", plausible=True)
def slope_dropped(source: SourceText) -> Iterator[Edit]:
    """`da * a * (1 - a)` becomes `da`."""
    for node in source.nodes(ast.BinOp):
        parts = factors(source, node)
        pairs = [(a, b) for a in parts for b in parts if a is not b and is_slope(source, a, b)]
        for pair in pairs:
            rest = [source.grouped(part) for part in parts if part not in pair]
            says = f"the slope is dropped from `{source.text(node)}`"
            yield source.put(node, " * ".join(rest) or "1.0", says)


@kind("eps-moved", plausible=True)
def eps_moved(source: SourceText) -> Iterator[Edit]:
    """`sqrt(v + eps)` becomes `sqrt(v) + eps`, and the other way round."""
    for call in source.nodes(ast.Call):
        match call:
            case ast.Call(args=[ast.BinOp(op=ast.Add()) as inner]) if callee(call) == "sqrt":
                for kept, eps in ((inner.left, inner.right), (inner.right, inner.left)):
                    if is_eps(source, eps):
                        new = f"{source.text(call.func)}({source.text(kept)}) + {source.text(eps)}"
                        yield source.put(call, new, f"eps leaves the root in `{source.text(call)}`")
    for node in source.nodes(ast.BinOp):
        match node:
            case ast.BinOp(left=ast.Call(args=[inner]) as call, op=ast.Add(), right=eps) if callee(
                call
            ) == "sqrt" and is_eps(source, eps):
                new = f"{source.text(call.func)}({source.text(inner)} + {source.text(eps)})"
                yield source.put(node, new, f"eps moves into the root in `{source.text(node)}`")


def is_eps(source: SourceText, node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=float(value)):
            return 0 < value <= 1e-3
        case ast.Name() | ast.Subscript() | ast.Attribute():
            return "eps" in source.text(node).lower()
        case _:
            return False


@kind("eps-removed", plausible=True)
def eps_removed(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.Add) and is_eps(source, node.right):
            says = f"eps is left out of `{source.text(node)}`"
            yield source.put(node, source.text(node.left), says)


@kind("plus-minus", plausible=True)
def plus_minus(source: SourceText) -> Iterator[Edit]:
    yield from swapped(source, {ast.Add: "-", ast.Sub: "+"})


@kind("times-divided", plausible=True)
def times_divided(source: SourceText) -> Iterator[Edit]:
    yield from swapped(source, {ast.Mult: "/", ast.Div: "*"})


@kind("floor-true-division", plausible=False)
def floor_division(source: SourceText) -> Iterator[Edit]:
    yield from swapped(source, {ast.FloorDiv: "/"})


@kind("matmul-elementwise", plausible=True)
def elementwise(source: SourceText) -> Iterator[Edit]:
    yield from swapped(source, {ast.MatMult: "*"})


@kind("factor-dropped", plausible=True)
def factor_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.Mult | ast.MatMult):
            whole = source.text(node)
            yield source.put(
                node,
                source.text(node.left),
                f"`{source.text(node.right)}` is dropped from `{whole}`",
            )
            if not is_product(node.left):
                says = f"`{source.text(node.left)}` is dropped from `{whole}`"
                yield source.put(node, source.text(node.right), says)
    for update in source.nodes(ast.AugAssign):
        if isinstance(update.op, ast.Mult):
            says = f"`{source.text(update)}` is left out"
            yield Edit(source.start(update), source.stop(update), "pass", says)


@kind("divisor-dropped", plausible=True)
def divisor_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.Div | ast.FloorDiv):
            says = f"`{source.text(node.right)}` no longer divides in `{source.text(node)}`"
            yield source.put(node, source.text(node.left), says)
    for update in source.nodes(ast.AugAssign):
        if isinstance(update.op, ast.Div):
            says = f"`{source.text(update)}` is left out"
            yield Edit(source.start(update), source.stop(update), "pass", says)


@kind("addend-dropped", plausible=True)
def addend_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if not is_sum(node):
            continue
        whole = source.text(node)
        says = f"`{source.text(node.right)}` is dropped from `{whole}`"
        yield source.put(node, source.text(node.left), says)
        if not is_sum(node.left):
            sign = "-" if isinstance(node.op, ast.Sub) else ""
            says = f"`{source.text(node.left)}` is dropped from `{whole}`"
            yield source.put(node, sign + source.grouped(node.right), says)


@kind("minus-dropped", plausible=True)
def minus_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.UnaryOp):
        if isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
            says = f"the minus of `{source.text(node)}` is dropped"
            yield source.put(node, source.text(node.operand), says)


@kind("negated", plausible=True)
def negated(source: SourceText) -> Iterator[Edit]:
    """The value of an assignment or of a result with the other sign."""
    for statement in source.nodes(ast.stmt):
        match statement:
            case ast.Return(value=ast.Tuple(elts=values)):
                pass
            case ast.Assign(value=value) | ast.Return(value=ast.expr() as value):
                values = [value]
            case ast.AugAssign(op=ast.Add() | ast.Sub(), value=value):
                values = [value]
            case _:
                continue
        for value in values:
            if isinstance(value, ast.BinOp | ast.Call | ast.Name | ast.Subscript):
                says = f"`{source.text(value)}` gets a minus"
                yield source.put(value, f"-{source.grouped(value)}", says)


@kind("square-dropped", plausible=True)
def square_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.Pow):
            says = f"the power of `{source.text(node)}` is dropped"
            yield source.put(node, source.text(node.left), says)


@kind("exponent-changed", plausible=False)
def exponent_changed(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant):
            for step in (1, -1):
                new = repr(node.right.value + step)  # type: ignore[operator]
                says = f"the exponent of `{source.text(node)}` becomes {new}"
                yield source.put(node.right, new, says)


def numbers(source: SourceText) -> Iterator[tuple[ast.Constant, int | float]]:
    """Numeric constants with their own role: no axis, no index, no exponent."""
    given = {axis for call in source.nodes(ast.Call) for axis in axes(call)}
    for node in source.nodes(ast.Constant):
        parent = source.parents.get(node)
        if node in given:
            continue
        grand = source.parents.get(parent) if parent else None
        match parent:
            case ast.Subscript() | ast.Slice():
                continue
            case ast.BinOp(op=ast.Pow(), right=right) if right is node:
                continue
            case ast.UnaryOp() | ast.Tuple() if isinstance(grand, ast.keyword | ast.Subscript):
                continue
            case _:
                pass
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            yield node, node.value


@kind("constant-zero-one", plausible=False)
def zero_one(source: SourceText) -> Iterator[Edit]:
    for node, value in numbers(source):
        if value in {0, 1}:
            new = type(value)(1 - value)
            says = f"{source.text(node)} becomes {new!r}"
            yield source.put(node, repr(new), says)


@kind("constant-scaled", plausible=True)
def scaled(source: SourceText) -> Iterator[Edit]:
    for node, value in numbers(source):
        if value == 0:
            continue
        halves = [value // 2] if isinstance(value, int) and value % 2 == 0 else [value / 2]
        for new in (value * 2, *halves):
            yield source.put(node, repr(new), f"{source.text(node)} becomes {new!r}")


@kind("constant-shifted", plausible=False)
def shifted(source: SourceText) -> Iterator[Edit]:
    for node, value in numbers(source):
        for new in (value + 1, value - 1):
            text = repr(new) if new >= 0 else f"({new!r})"
            yield source.put(node, text, f"{source.text(node)} becomes {new!r}")

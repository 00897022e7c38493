"""Slips of brackets: one that is missing, and functions and powers taken term by term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dlprep.expr.graph import Node, apply
from dlprep.formula.material import SMOOTH, Material, Slip

_SUMS = frozenset(("add", "sub"))
_OF_ONE = SMOOTH | {"sqrt", "abs", "log2", "log10"}


def bracket_slips(node: Node, material: Material) -> Iterator[Slip]:
    """What stands there without its parentheses, and what is wrongly taken term by term."""
    match node.op:
        case "mul":
            yield from _of_product(factors(node))
        case "div":
            yield from _of_quotient(*node.args)
        case "pow":
            yield from _of_power(node, material)
        case op if op in _OF_ONE:
            yield from _of_function(node)


def factors(node: Node) -> list[Node]:
    """The factors of a product, those of its products among them."""
    if node.op == "mul":
        return [*factors(node.args[0]), *factors(node.args[1])]
    return [node]


def multiplied(parts: Sequence[Node]) -> Node | None:
    """The product of factors, if there are any."""
    product: Node | None = None
    for part in parts:
        product = part if product is None else apply("mul", product, part)
    return product


def _of_product(parts: list[Node]) -> Iterator[Slip]:
    """Of a·(b + c)·d: a·b + c·d, a·b + c and b + c·d times the others."""
    for at, part in enumerate(parts):
        if part.op not in _SUMS:
            continue
        b, c = part.args
        for start in range(at + 1):
            for end in range(at + 1, len(parts) + 1):
                if end - start > 1:
                    first, last = [*parts[start:at], b], [c, *parts[at + 1 : end]]
                    cut = apply(part.op, _product(first), _product(last))
                    yield (
                        "bracket-missing",
                        _product([*parts[:start], cut, *parts[end:]]),
                        part,
                    )


def _product(parts: Sequence[Node]) -> Node:
    product = multiplied(parts)
    assert product is not None
    return product


def _of_quotient(above: Node, below: Node) -> Iterator[Slip]:
    if above.op in _SUMS:
        b, c = above.args
        yield "bracket-missing", apply(above.op, b, apply("div", c, below)), above
    if below.op in _SUMS:
        b, c = below.args
        yield "bracket-missing", apply(below.op, apply("div", above, b), c), below
    if below.op == "mul":
        first, *rest = factors(below)
        yield "bracket-missing", _product([apply("div", above, first), *rest]), below


def _of_power(node: Node, material: Material) -> Iterator[Slip]:
    base, power = node.args
    if base.op in {"mul", "div"}:
        first, last = base.args
        yield "bracket-missing", apply(base.op, first, apply("pow", last, power)), base
        if not material.dims(base):
            yield "bracket-missing", apply(base.op, apply("pow", first, power), last), base
    if base.op in _SUMS:
        b, c = (apply("pow", each, power) for each in base.args)
        yield "taken-by-terms", apply(base.op, b, c), node


def _of_function(node: Node) -> Iterator[Slip]:
    (inside,) = node.args
    if inside.op not in {*_SUMS, "mul", "div"}:
        return
    b, c = inside.args
    if inside.op in _SUMS:
        yield "taken-by-terms", apply(inside.op, apply(node.op, b), apply(node.op, c)), node
    yield "bracket-missing", apply(inside.op, apply(node.op, b), c), inside

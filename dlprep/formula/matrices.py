"""Slips with products, transposes and inverses of matrices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from dlprep.expr.graph import Node, apply
from dlprep.formula.material import Material, Slip


def product_slips(node: Node, material: Material) -> Iterator[Slip]:
    a, b = node.args
    for left, right in turnings(a, b):
        if _fits(left, right, node, material):
            yield "transposed", apply("matmul", left, right), node
    for gone, kept in ((a, b), (b, a)):
        if _dims(kept, material) == material.dims(node):
            yield "factor-dropped", kept, gone
    if _dims(a, material) == _dims(b, material) == material.dims(node):
        yield "entrywise", apply("mul", a, b), node


def turnings(a: Node, b: Node) -> Iterator[tuple[Node, Node]]:
    """The product of two matrices with either of them transposed, in either order."""
    first, second = (a, _turned(a)), (b, _turned(b))
    for left, right in product(first, second):
        if (left, right) != (a, b):
            yield left, right
    for left, right in product(second, first):
        yield left, right


def transpose_slips(node: Node, material: Material) -> Iterator[Slip]:
    if len(set(material.dims(node))) == 1:
        yield "transposed", node.args[0], node


def inverse_slips(node: Node, _: Material) -> Iterator[Slip]:
    yield "inverse-dropped", node.args[0], node


def _turned(node: Node) -> Node:
    return node.args[0] if node.op == "transpose" else apply("transpose", node)


def _fits(left: Node, right: Node, node: Node, material: Material) -> bool:
    """Whether the product of two matrices has the shape of `node`."""
    a, b = _dims(left, material), _dims(right, material)
    return len(a) > 0 and len(b) > 0 and a[-1] == b[0] and (*a[:-1], *b[1:]) == material.dims(node)


def _dims(node: Node, material: Material) -> tuple[str, ...]:
    """The dimensions of a part, or of the transpose of one; none where they are not known."""
    if node not in material.shapes and node.op == "transpose":
        return material.dims(node.args[0])[::-1]
    return material.dims(node)

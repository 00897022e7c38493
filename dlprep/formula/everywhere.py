"""Slips that are made in every place of a formula at once, and terms that are scaled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dlprep.expr.graph import Node, apply, in_order, number
from dlprep.formula.material import SMOOTH, Material, Slip, substituted


def everywhere(root: Node, material: Material) -> Iterator[Slip]:
    """Slips made in every place at once: f(z) for z, or the other way round, two names swapped;
    and those of the whole."""
    if not material.dims(root):
        yield "root-added", apply("sqrt", root), root
        yield "ratio-inverted", apply("div", number(1), root), root
    for node in in_order(root):
        if node.op in SMOOTH:
            yield "derivative-at-output", substituted(root, {node: apply(node.op, node)}), node
            yield "function-dropped", substituted(root, {node: node.args[0]}), node
    for unit in sorted(material.units, key=str):
        twice = substituted(root, {unit: apply("sigmoid", unit)})
        slope = apply("sub", number(1), unit) in in_order(root)  # of σ, by its output
        yield "derivative-at-output" if slope else "function-twice", twice, unit
        yield "complement", substituted(root, {unit: apply("sub", number(1), unit)}), unit
    for node in material.names:
        if not material.dims(node):
            yield "taken-as-one", substituted(root, {node: number(1)}), node
            yield "taken-as-zero", substituted(root, {node: number(0)}), node
    for a, b in combinations(material.names, 2):
        if material.dims(a) == material.dims(b):
            yield "names-exchanged", substituted(root, {a: b, b: a}), apply("sub", a, b)
            yield "name-swapped", substituted(root, {a: b}), a
            yield "name-swapped", substituted(root, {b: a}), b


def scaled(term: Node, material: Material) -> Iterator[Slip]:
    """A term that is scaled: twice, half, averaged once more, with one more factor."""
    yield "term-doubled", apply("mul", number(2), term), term
    yield "term-halved", apply("div", term, number(2)), term
    for size in material.sizes:
        yield "averaged", apply("div", term, size), size
        yield "not-averaged", apply("mul", term, size), size
    for factor in material.names:
        if not material.dims(factor):
            yield "extra-factor", apply("mul", term, factor), factor
            yield "factor-dropped", apply("div", term, factor), factor
    yield "term-sign", apply("neg", term), term

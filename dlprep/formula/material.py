"""What the slips of a formula are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dlprep.expr.graph import Node, apply, in_order, name
from dlprep.formula.kinds import Kind
from dlprep.formula.read import Reading

SMOOTH = frozenset(("sigmoid", "tanh", "relu", "softplus", "exp", "log", "sin", "cos", "silu"))
_VALUES = frozenset(("scalar", "vector", "matrix"))
Slip = tuple[str, Node, Node]  # kind of slip, what stands there instead, what it concerns


@dataclass(frozen=True, slots=True)
class Sides:
    """The wrong formula and the right one."""

    wrong: Reading
    right: Reading


@dataclass(frozen=True, slots=True)
class Material:
    """What a slip may bring in: names with their dimensions, sizes, indices by what they run over,
    and the names that are outputs between 0 and 1."""

    shapes: Mapping[Node, tuple[str, ...]]
    names: tuple[Node, ...]
    sizes: tuple[Node, ...]
    ranges: Mapping[str, str]
    units: frozenset[Node]

    def dims(self, node: Node) -> tuple[str, ...]:
        return self.shapes.get(node, ())


def material_of(root: Node, sides: Sides) -> Material:
    """What the slips of `root` may bring in: what the question declares and the wrong one has."""
    right = sides.right
    nodes = in_order(root)
    names = [node for node in nodes if node.op == "name"]
    letters = {str(node.args[1].value) for node in nodes if node.op.startswith("over_")}
    letters |= right.ranges.keys()
    dims = sorted(right.symbols.dims | set(right.ranges.values()))
    used = {dim for node in names for dim in right.kinds.get(node, Kind()).dims}
    sizes = [name(dim) for dim in dims if dim in used or name(dim) in names]
    theirs = [node for node in in_order(sides.wrong.node) if node.op == "name"]
    declared = [name(each.name) for each in right.symbols.declared if each.is_ in _VALUES]
    kept = tuple(
        node
        for node in dict.fromkeys([*names, *theirs, *declared])
        if node.value not in letters and node not in sizes and _is_value(node, right)
    )
    ranges = dict(right.ranges)
    for node in nodes:
        if node.op.startswith("over_") and len(node.args) == 3:
            ranges[str(node.args[1].value)] = str(node.args[2].value)
    units = frozenset(name(each.name) for each in right.symbols.declared if each.domain == "unit")
    shapes = {name(each.name): each.shape for each in right.symbols.declared}
    shapes |= {node: kind.dims for node, kind in (*sides.wrong.kinds.items(), *right.kinds.items())}
    return Material(shapes, kept, tuple(sizes), ranges, units & set(names))


def _is_value(node: Node, right: Reading) -> bool:
    symbol = right.symbols.find(str(node.value))
    return symbol is None or symbol.is_ in _VALUES


def substituted(root: Node, instead: Mapping[Node, Node]) -> Node:
    """The formula with parts replaced, all at once."""
    made: dict[Node, Node] = {}
    for node in in_order(root):
        if node in instead:
            made[node] = instead[node]
        elif node.args:
            made[node] = apply(node.op, *(made[arg] for arg in node.args))
        else:
            made[node] = node
    return made[root]

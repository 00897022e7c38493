"""Where the value of a new name stands among definitions: `a = z/T` is what `exp(z_j/T)` holds.

A pattern is the value at an entry whose indices are letters of its own; it is found again under
any other indices, with sums over any letter, and with the terms and factors in either order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dlprep.expr.graph import Node, apply, in_order, name
from dlprep.expr.tensors import OVER
from dlprep.formula.calls import ELEMENTWISE
from dlprep.formula.kinds import Kind, size_of

_EITHER_WAY = frozenset(("add", "mul"))
_BY_ENTRY = ELEMENTWISE | {"add", "sub", "mul", "div", "neg", "pow"}
_SUMMED = "·"  # the letter of a sum that a pattern makes


def entry_places(root: Node, pattern: Node, letters: Sequence[str]) -> dict[Node, tuple[Node, ...]]:
    """Each part of a formula that is the pattern, with the indices it has there."""
    found: dict[Node, tuple[Node, ...]] = {}
    for node in in_order(root):
        taken = _matched(pattern, node, dict.fromkeys(letters))
        if taken is not None and all(taken[letter] is not None for letter in letters):
            found[node] = tuple(each for each in map(taken.get, letters) if each is not None)
    return found


def entry_of(root: Node, kinds: Mapping[Node, Kind], letters: Sequence[str]) -> Node | None:
    """The entry of a vector or matrix that is made entry by entry or by a product with a vector."""
    dims = kinds.get(root, Kind()).dims
    if not dims:
        return root
    if root.op == "name":
        return apply("entry", root, *map(name, letters))
    if root.op == "matmul" and len(dims) == 1 and _is_matrix(root.args[0], kinds):
        summed = name(_SUMMED)
        row = apply("entry", root.args[0], name(letters[0]), summed)
        inner = kinds.get(root.args[0], Kind()).dims[-1]
        product = apply("mul", row, apply("entry", root.args[1], summed))
        return apply("over_sum", product, summed, size_of(inner))
    args = [entry_of(arg, kinds, letters) for arg in root.args]
    if root.op not in _BY_ENTRY or None in args:
        return None
    return apply(root.op, *(arg for arg in args if arg is not None))


def _is_matrix(node: Node, kinds: Mapping[Node, Kind]) -> bool:
    return node.op == "name" and len(kinds.get(node, Kind()).dims) == 2


def _matched(
    pattern: Node, node: Node, known: Mapping[str, Node | None]
) -> dict[str, Node | None] | None:
    """What the letters of a pattern stand for if it is `node`."""
    if pattern.op == "name" and str(pattern.value) in known:
        before = known[str(pattern.value)]
        return {**known, str(pattern.value): node} if before in {None, node} else None
    if pattern.op != node.op or pattern.value != node.value:
        return None
    if pattern.op in OVER:
        known = {**known, str(pattern.args[1].value): node.args[1]}
    orders = [node.args, node.args[::-1]] if pattern.op in _EITHER_WAY else [node.args]
    for args in orders:
        if (found := _all_matched(pattern.args, args, known)) is not None:
            return found
    return None


def _all_matched(
    patterns: Sequence[Node], nodes: Sequence[Node], known: Mapping[str, Node | None]
) -> dict[str, Node | None] | None:
    if len(patterns) != len(nodes):
        return None
    found = dict(known)
    for pattern, node in zip(patterns, nodes, strict=True):
        more = _matched(pattern, node, found)
        if more is None:
            return None
        found = more
    return found

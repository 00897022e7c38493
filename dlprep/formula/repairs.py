"""The slip seen from the wrong formula: which single change of its own tree makes it right.

People write a formula in another form than the key has. What is one change in theirs may be many
in the key, so theirs is edited too. An edit that mends it says what is wrong there: a term whose
loss mends the formula is a term too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from dlprep.expr.graph import Node, apply
from dlprep.formula.edits import Edit, edits
from dlprep.formula.material import Sides

SEEN_FROM_THERE = MappingProxyType(
    {
        **{
            code: code
            for code in (
                *("term-sign", "order-swapped", "complement", "power-off", "constant"),
                *("index-swapped", "indices-swapped", "ratio-inverted", "argument-scaled"),
                *("mean-for-sum", "transposed", "multiplied-not-powered", "bounds-off"),
            )
        },
        "term-dropped": "term-added",
        "factor-dropped": "extra-factor",
        "divisor-dropped": "averaged",
        "multiplied": "divided",
        "power-dropped": "power-added",
        "root-dropped": "root-added",
        "function-dropped": "function-added",
        "name-swapped": "name-wrong",
        "factors-added": "sum-multiplied",
        "sum-multiplied": "factors-added",
        "entrywise": "matrix-product",
        "matrix-product": "entrywise",
    }
)
"""What an edit that mends a wrong formula says of it; the others say nothing there."""


def repairs(root: Node, sides: Sides) -> Iterator[Edit]:
    """Changes of `root`, the wrong formula, each with what is wrong if it makes it right."""
    for edit in edits(root, Sides(sides.right, sides.wrong)):
        code = SEEN_FROM_THERE.get(edit.code)
        if code is not None:
            yield Edit(code, edit.node, _about(code, edit.about))


def _about(code: str, part: Node) -> Node:
    match code:
        case "root-added" | "function-added":
            return part.args[-1]
        case "factors-added" | "sum-multiplied":
            return apply("mul" if code == "factors-added" else "add", *part.args)
    return part

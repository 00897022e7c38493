"""The place in which an expression is meant that stands in several."""

from __future__ import annotations

import ast

import pytest

from dlprep.check.edits.boards import Header, Simple
from dlprep.check.edits.change import Path
from dlprep.check.edits.place import place_of

FUNCTION = """
def f(a, y, mask):
    error = a - y
    if mask is None:
        dz = 2.0 * error * a * (1.0 - a)
    grads = {"first": np.einsum("nd,nh->dh", y, dz), "second": np.einsum("nd,nh->hd", dz, y)}
    both = dz * dz
    return grads, both
"""
VALUE: Path = (("value", None),)
LEFT, RIGHT = ("left", None), ("right", None)


@pytest.mark.parametrize(
    ("at", "path", "old", "place"),
    [
        pytest.param(0, (*VALUE, LEFT), "a", "error = a - y", id="once in a statement"),
        pytest.param(2, (*VALUE, RIGHT, RIGHT), "a", "1.0 - a", id="once in a part"),
        pytest.param(2, (*VALUE, LEFT, LEFT), "2.0", "", id="once in the function"),
        pytest.param(
            3,
            (*VALUE, ("values", 0), ("args", 2)),
            "dz",
            "np.einsum('nd,nh->dh', y, dz)",
            id="long",
        ),
        pytest.param(4, (*VALUE, LEFT), "dz", "both = dz * dz", id="twice in any part"),
        pytest.param(1, (("test", None),), "mask is None", "", id="a condition"),
    ],
)
def test_the_widest_piece_tells_in_which_place(at: int, path: Path, old: str, place: str) -> None:
    """It holds the expression once where it can, and is short enough for a report."""
    (function,) = ast.parse(FUNCTION).body
    assert isinstance(function, ast.FunctionDef)
    first, block, *rest = function.body
    assert isinstance(block, ast.If)
    statement = [first, block, *block.body, *rest][at]
    assert isinstance(statement, Simple | Header)
    assert place_of(function, statement, path, old) == place

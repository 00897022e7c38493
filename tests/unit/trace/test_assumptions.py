"""Branches follow the sample point, and the tape says which they were."""

from __future__ import annotations

import numpy as np
import pytest
from programs import source

from dlprep.expr.show import show
from dlprep.trace.array import scalar
from dlprep.trace.load import load, variables
from dlprep.trace.symbol import lift
from dlprep.trace.tape import recording


def assumed(body: str, x: float) -> tuple[str, list[str], list[str]]:
    """The expression of `f(x)`, what it assumes, and which of that is a tie."""
    with recording() as tape:
        f = load(source(body), "program.py").names["f"]
        result = f(variables(np.array(x), "x")[()], None, 3)
    return show(lift(scalar(result)).node), [*map(show, tape.assumptions)], [*map(show, tape.ties)]


@pytest.mark.parametrize(
    ("body", "x", "node", "assumption"),
    [
        ("return np.maximum(x, 0)", 2.0, "x", "x >= 0"),
        ("return np.maximum(x, 0)", -2.0, "0", "x < 0"),
        ("return max(x, 0)", -2.0, "0", "x < 0"),
        ("return np.abs(x)", -2.0, "-x", "x < 0"),
        ("return x if x > 0 else 2 * x", -1.0, "2 * x", "x <= 0"),
        ("return np.where(x == 1, x, 3 * x)", 2.0, "3 * x", "x != 1"),
        ("return x + np.sign(x)", 2.0, "x + 1", "x > 0"),
        ("return x + np.floor(x)", 2.5, "x + 2", "x >= 2"),
        ("return x + int(x)", -2.5, "x + -2", "-x >= 2"),
        ("return x + round(x)", 2.4, "x + 2", "x >= 3/2"),
        ("return x * bool(x)", 2.4, "x", "x != 0"),
    ],
)
def test_the_branch_taken_is_noted(body: str, x: float, node: str, assumption: str) -> None:
    """What was compared holds at the sample point; the expression is that branch's."""
    expression, assumptions, ties = assumed(body, x)
    assert expression == node
    assert assumption in assumptions
    assert ties == []


def test_a_tie_is_flagged() -> None:
    """relu at 0 could have gone either way."""
    assert assumed("return np.maximum(x, 0.0)", 0.0) == ("x", ["x >= 0"], ["x >= 0"])


def test_what_holds_everywhere_is_no_assumption() -> None:
    """Constants compared with each other, and a number with itself, say nothing of the point."""
    assert assumed("return x if x >= x and np.ones(1)[0] > 0 else 0 * x", 1.0)[1] == []


def test_masks_fold_to_zero() -> None:
    """exp of −inf is exactly 0, and so is exp of −10⁹: masked terms leave the expression."""
    for mask in ("-np.inf", "-1e9"):
        body = f"s = np.array([x, {mask}]); e = np.exp(s - s.max()); return (e / e.sum())[1]"
        assert assumed(body, 0.3)[0] == "0"


def test_constants_are_read_as_people_write_them() -> None:
    """A float that is 1/3, √5 or π/4 is shown as that."""
    assert assumed("return x / n", 1.0)[0] == "x / 3"
    assert assumed("return x * (1 / n)", 1.0)[0] == "x * 1/3"
    assert assumed("return x / np.sqrt(5)", 1.0)[0] == "x / sqrt(5)"
    assert assumed("return x * np.pi / 4", 1.0)[0] == "x * pi / 4"

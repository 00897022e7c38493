"""How two expressions differ, in one sentence."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.check.symbols.contrast import LONGEST, difference, text
from dlprep.expr.fold import add
from dlprep.expr.graph import name
from dlprep.formula.reader import read_expression
from dlprep.view.messages import words

RNG = np.random.default_rng(3)
ENV = {each: RNG.uniform(0.5, 2, 5) for each in ("a", "b", "c", "s", "lr")}
SIZES = {"N": 3, "C": 5}


def said(yours: str, right: str) -> str | None:
    """The difference in words."""
    mine, theirs = (read_expression(each, ENV) for each in (yours, right))
    message = difference(mine, theirs, ENV, SIZES)
    return None if message is None else words(message, "en")


@pytest.mark.parametrize(
    ("yours", "right", "sentence"),
    [
        ("a", "a/3", "it is N times the right value"),
        ("a/15", "a", "it is 1/(N·C) times the right value"),
        ("a/3", "a/sqrt(3)", "it is 1/√N times the right value"),
        ("2*a*b", "a*b", "it is 2 times the right value"),
        ("b - a", "a - b", "the sign is wrong"),
        ("0", "a*b", "it is 0"),
        ("a/s", "a/s**2", "it is s times the right value"),
        ("a", "a*s", "it is 1/s times the right value"),
        ("a/s", "(a - b)/s", "the term −b/s is missing"),
        ("a*(b + c)", "a*b", "the term a·c is too much"),
        ("a + b", "a - b", "the term −b has the wrong sign"),
        ("a + 3*b", "a + b", "the term b is taken N times"),
        ("a + b*b", "a + b*c", "b·b stands where b·c belongs"),
        ("(a + b)*c", "a*c + c*b", None),
    ],
)
def test_the_simplest_true_statement(yours: str, right: str, sentence: str | None) -> None:
    """A ratio comes before terms, a term before its replacement; equal ones do not differ."""
    assert said(yours, right) == sentence


def test_a_sum_counts_terms_in_any_order() -> None:
    """Terms are matched by value, however they are written."""
    assert said("c*b + a", "a + b*c + s") == "the term s is missing"


def test_what_is_too_long_is_left_out() -> None:
    """Nobody reads sixty operations."""
    node = name("x0")
    for number in range(LONGEST + 1):
        node = add(node, name(f"x{number + 1}"))
    assert text(node) is None
    assert text(name("x0")) == "x0"


def test_long_remarks_are_not_made() -> None:
    """Two long expressions stand above each other anyway; a third time they say nothing."""
    long = "*".join(["a", "b", "c", "s"] * 8)
    assert said(f"a + {long}*b*b", f"a + {long}*c*c") is None

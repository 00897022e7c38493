"""Long sums in short."""

from __future__ import annotations

from functools import reduce

import pytest

from dlprep.expr.fold import add, div, mul, neg, sub
from dlprep.expr.graph import Node, apply, name, number
from dlprep.expr.pretty import pretty
from dlprep.expr.sums import shortened


def total(terms: list[Node]) -> Node:
    return reduce(add, terms)


def x(*index: int) -> Node:
    return name(f"x[{','.join(map(str, index))}]")


def w(*index: int) -> Node:
    return name(f"W1[{','.join(map(str, index))}]")


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (total([mul(x(0, k), w(k, 1)) for k in range(3)]), "Σₖ(x₀ₖ·W1[k, 1])"),
        (total([mul(x(0, k), w(k + 5, 1)) for k in range(3)]), "Σₖ(x₀ₖ·W1[k+5, 1])"),
        (div(total([x(k) for k in range(5)]), number(5)), "Σₖ(xₖ)/5"),
        (sub(w(0), total([apply("pow", x(k), number(2)) for k in range(4)])), "W1[0] − Σₖ(xₖ²)"),
        (total([neg(mul(x(k), w(k))) for k in range(3)]), "−Σₖ(xₖ·W1[k])"),
        (total([x(1), *[mul(x(k), w(k)) for k in range(3)], w(9)]), "x₁ + Σₖ(xₖ·W1[k]) + W1[9]"),
        (total([x(0), x(1)]), "x₀ + x₁"),
        (total([x(0), x(2), x(4)]), "x₀ + x₂ + x₄"),
        (total([x(0), w(1), x(2)]), "x₀ + W1[1] + x₂"),
        (total([mul(x(k), number(2 + k)) for k in range(3)]), "2·x₀ + 3·x₁ + 4·x₂"),
        (total([name(word) for word in "abc"]), "a + b + c"),
        (apply("exp", total([x(k, k) for k in range(3)])), "exp(Σₖ(xₖₖ))"),
    ],
)
def test_like_terms_that_count_up_are_one_sum(node: Node, shown: str) -> None:
    """One index runs through all its values; everything else stays as it is."""
    assert pretty(shortened(node)) == shown


def test_what_is_too_long_to_look_at_stays() -> None:
    """Nothing is shortened that nobody could read anyway."""
    node = total([name(f"a{n}") for n in range(3000)])
    assert shortened(node) is node

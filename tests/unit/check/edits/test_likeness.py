"""The form of a line without its names."""

from __future__ import annotations

import ast

import pytest

from dlprep.check.edits.likeness import pattern, patterns


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("dz = (p - t) / n", "grad = (probs - onehot) / N", True, id="other names"),
        pytest.param("dz = 2.0 * p / n", "dz = 2 * q / m", True, id="a whole number with a point"),
        pytest.param("dz = 2 * p / n", "dz = 3 * p / n", False, id="another number"),
        pytest.param("dz = (p - t) / n", "dz = p - t / n", False, id="other brackets"),
    ],
)
def test_names_do_not_matter(one: str, other: str, alike: bool) -> None:
    """Operators, functions, numbers and brackets do."""
    assert (pattern(ast.parse(one).body[0]) == pattern(ast.parse(other).body[0])) is alike


def test_a_short_form_tells_nothing() -> None:
    """A product of two variables stands everywhere."""
    (function,) = ast.parse("def f(a, b):\n    c = a * b\n    return c + a * b\n").body
    assert patterns([function]) == {"_ + _ * _"}

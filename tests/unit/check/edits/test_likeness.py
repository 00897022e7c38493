"""The form of a line without its names."""

from __future__ import annotations

import ast

import pytest

from dlprep.check.edits.likeness import pattern, patterns, turned_round


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


@pytest.mark.parametrize(
    ("one", "other", "read"),
    [
        pytest.param("mask is None", "mask is not None", ("_ is None", True), id="is"),
        pytest.param("not mask is not None", "mask is not None", ("_ is None", True), id="not"),
        pytest.param("a <= 0", "a > 0", ("_ > 0", False), id="a bound"),
        pytest.param("mode != 'train'", "mode == 'train'", ("_ == 'train'", False), id="a text"),
        pytest.param("~kept", "kept", ("_", False), id="a mask"),
        pytest.param("a > 0", "a >= 0", None, id="another bound"),
        pytest.param("a", "b", None, id="another variable"),
        pytest.param("d *= n", "d /= n", None, id="statements"),
    ],
)
def test_a_condition_is_known_when_it_is_turned_round(
    one: str, other: str, read: tuple[str, bool] | None
) -> None:
    """What it asks and whether it affirms that, whatever its variables are called."""
    assert turned_round(one, other) == read

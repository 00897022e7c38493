"""Exponentials that overflow, and forms of the same value that do not."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from dlprep.check.edits.change import Role, Scope, Spot
from dlprep.check.edits.overflow import steadied


def forms(text: str, role: Role = "term") -> list[str]:
    """What an expression may become."""
    spot = Spot(ast.parse(text, mode="eval").body, role, ())
    return [ast.unparse(each.node) for each in steadied(spot, Scope(()))]


@pytest.mark.parametrize(
    ("text", "large"),
    [
        pytest.param("np.exp(z) / (1 + np.exp(z))", [0.0, 1.0], id="sigmoid"),
        pytest.param("np.exp(z) / (np.exp(z) + 1.0)", [0.0, 1.0], id="sigmoid, 1 last"),
        pytest.param("1 / (1 + np.exp(z))", [1.0, 0.0], id="sigmoid of -z"),
        pytest.param("(np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))", [-1.0, 1.0], id="tanh"),
        pytest.param("(np.exp(z) - 1) / (np.exp(z) + 1)", [-1.0, 1.0], id="tanh of a half"),
        pytest.param("np.log(1 + np.exp(z))", [0.0, 1000.0], id="softplus"),
        pytest.param("np.log1p(np.exp(z))", [0.0, 1000.0], id="softplus by log1p"),
        pytest.param("np.log(np.sum(np.exp(z)))", 1000.0, id="log-sum-exp"),
        pytest.param("np.log(np.exp(z).sum(axis=0, keepdims=True))", [1000.0], id="its method"),
    ],
)
def test_a_form_has_the_same_value_and_holds_for_large_numbers(text: str, large: object) -> None:
    z = np.linspace(-2, 2, 5)
    first, *_ = forms(text)
    same = eval(first, {"np": np, "z": z})
    assert np.allclose(same, eval(text, {"np": np, "z": z}))
    assert np.allclose(eval(first, {"np": np, "z": np.array([-1000.0, 1000.0])}), large)


def test_of_a_plain_exponential_the_largest_is_subtracted() -> None:
    """By rows first; as a last resort the exponent is bounded."""
    first, *_, last = forms("np.exp(s)")
    assert first == "np.exp(s - np.max(s, axis=-1, keepdims=True))"
    assert last == "np.exp(np.clip(s, -500, 500))"


def test_what_has_no_exponential_stays() -> None:
    assert forms("np.log(np.sum(z)) + 1") == []


def test_two_exponentials_are_bounded_together() -> None:
    """As of a tanh whose parts have names of their own."""
    (both,) = forms("(np.exp(a), np.exp(-a))", "whole")
    assert both == "(np.exp(np.clip(a, -500, 500)), np.exp(np.clip(-a, -500, 500)))"


def test_the_largest_is_subtracted_where_the_exponent_is_made() -> None:
    """So that whatever else reads it is shifted as well."""
    (shifted,) = forms("h @ w + b", "whole")
    assert shifted == "h @ w + b - np.max(h @ w + b, axis=-1, keepdims=True)"

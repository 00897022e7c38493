"""How long one card takes beside others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.memory.pace import slowness

RATIOS = st.lists(st.floats(0.05, 20), max_size=20)


@pytest.mark.parametrize(
    ("ratios", "factor"),
    [([], 1.0), ([1.0], 1.0), ([2.0], 1.22), ([2.0] * 20, 1.85), ([0.5] * 20, 0.54)],
    ids=["unseen", "usual", "one-slow-answer", "always-slow", "always-quick"],
)
def test_answers_tell_by_their_number(ratios: list[float], factor: float) -> None:
    """One slow answer says little, twenty nearly all."""
    assert slowness(ratios) == pytest.approx(factor, abs=0.005)


@given(RATIOS)
def test_it_lies_between_the_usual_and_the_answers(ratios: list[float]) -> None:
    """No card is taken for slower than its slowest answer."""
    low, high = min([1.0, *ratios]), max([1.0, *ratios])
    assert low - 1e-9 <= slowness(ratios) <= high + 1e-9


@given(RATIOS)
def test_an_answer_as_usual_draws_it_back(ratios: list[float]) -> None:
    """Towards 1, from either side."""
    assert abs(slowness([*ratios, 1.0]) - 1) <= abs(slowness(ratios) - 1) + 1e-9

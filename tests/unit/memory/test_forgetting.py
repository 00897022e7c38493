"""The formulas of forgetting, held to the package that schedules."""

from __future__ import annotations

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from dlprep.memory.forgetting import WEIGHTS, Memory, after, first, recall
from dlprep.memory.replay import new_card
from dlprep.memory.schedule import reviewed


def test_the_weights_are_the_defaults_of_the_package() -> None:
    """An upgrade of `fsrs` that changes them fails here, not in somebody's schedule."""
    assert DEFAULT_PARAMETERS == WEIGHTS


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 200)), min_size=1, max_size=20))
def test_memories_are_those_of_the_fsrs_package(history: list[tuple[int, int]]) -> None:
    """Grade by grade, stability and difficulty equal what the package computes."""
    card, memory, day = new_card("a.b#front"), None, 20_000
    for rating, gap in history:
        day += gap
        memory = first(rating) if memory is None else after(memory, rating, gap)
        card = reviewed(card, rating, day)
        assert memory == (card.stability, card.difficulty)


def test_recall_is_ninety_percent_after_the_stability() -> None:
    """That is what stability means."""
    assert recall(17.0, 17.0) == pytest.approx(0.9)
    assert recall(17.0, 0.0) == 1.0


@given(st.floats(0.1, 500), st.floats(1, 10), st.integers(1, 300))
def test_a_better_grade_never_leaves_a_weaker_memory(s: float, d: float, days: int) -> None:
    """Again < hard ≤ good ≤ easy in stability."""
    stabilities = [after(Memory(s, d), rating, days).stability for rating in (1, 2, 3, 4)]
    assert stabilities == sorted(stabilities)

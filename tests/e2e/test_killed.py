"""Commands killed at any moment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from killed import HABITS, go_through

# `bench/kill.py` goes through more.
ROUNDS = {"flashcards": 90, "quiz": 110, "check": 8, "code": 12}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("command", HABITS)
def test_nothing_acknowledged_is_lost_in_a_kill(tmp_path: Path, command: str) -> None:
    """SIGKILL at a random moment, again and again: acknowledged ≤ stored ≤ acknowledged + 1 in
    every round, and all caches equal replay."""
    habit = HABITS[command](tmp_path)
    stored = list(go_through(tmp_path, habit, ROUNDS[command], seed=41))
    assert len(stored) == ROUNDS[command]
    assert stored[-1] > (ROUNDS[command] if habit.waits else 1)

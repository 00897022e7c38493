"""A search for a mistake is counted in tries; the clock is a safety net, and is told of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from dlprep.check.naming.budget import CALLS, LOOK, Budget, Clock


def ticking(seconds: float) -> Callable[[], float]:
    """A clock that goes on by so much whenever somebody looks."""
    ticks = count()
    return lambda: next(ticks) * seconds


def test_candidates_are_tried_while_there_are_tries() -> None:
    """Each candidate costs one try; a stage may be given fewer than there are."""
    budget = Budget(tries=5)
    assert [*budget.tried("abcdefg", most=2)] == ["a", "b"]
    assert [*budget.tried("abcdefg")] == ["a", "b", "c"]
    assert [*budget.tried("abcdefg")] == []
    assert not budget.cut_short


def test_a_share_is_taken_off_as_far_as_it_was_used() -> None:
    """What the search for one function leaves is there for the next."""
    budget = Budget(tries=100)
    share = budget.share(0.75)
    assert len([*share.tried(range(1000))]) == 75
    budget.settle(share)
    assert len([*budget.tried(range(1000))]) == 25


def test_a_run_of_many_calls_counts_as_several_tries() -> None:
    """A share for dear runs holds fewer of them, and each is taken off as what it costs; a run of
    few calls costs one try like any other."""
    budget = Budget(tries=100)
    dear = budget.share(0.5, calls=5 * CALLS)
    assert len([*dear.tried(range(1000))]) == 10
    budget.settle(dear)
    assert len([*budget.share(1, calls=CALLS // 2).tried(range(1000))]) == 50


def test_the_clock_ends_a_search_and_is_told_of() -> None:
    """Where single tries take very long, the search ends before the tries do; the clock is
    looked at now and then."""
    budget = Budget(1000, [Clock.lasting(3.5, ticking(1.0))])
    assert len([*budget.tried(range(1000))]) == 4 * LOOK - 1
    assert budget.cut_short
    assert not budget.take(1)

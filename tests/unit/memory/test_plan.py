"""The next card on the way to a date."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from dlprep.memory import plan
from dlprep.memory.forgetting import Memory
from dlprep.memory.goal import gain_of
from dlprep.memory.plan import next_card
from dlprep.memory.replay import new_card
from dlprep.memory.schedule import reviewed
from dlprep.model.event import CardState

TODAY, DATE = 20_010, 20_030


def held(card: str, *ratings: int) -> CardState:
    """A card reviewed every other day until yesterday."""
    state = new_card(card)
    for number, rating in enumerate(ratings):
        state = reviewed(state, rating, TODAY - 1 - 2 * (len(ratings) - 1 - number))
    return state


HISTORIES = st.lists(st.lists(st.integers(1, 4), max_size=4), min_size=1, max_size=12)


@given(HISTORIES)
def test_no_other_card_raises_the_score_more(histories: list[list[int]]) -> None:
    """The card chosen has the largest gain of all."""
    cards = {
        f"a.{n}#f": held(f"a.{n}#f", *each) if each else None for n, each in enumerate(histories)
    }

    def value(card: str) -> float:
        state = cards[card]
        if state is None or state.stability is None or state.difficulty is None:
            return gain_of(None, 0, DATE - TODAY)
        return gain_of(Memory(state.stability, state.difficulty), 1, DATE - TODAY)

    chosen = next_card(cards, today=TODAY, date=DATE, left=1)
    assert chosen is not None
    assert value(chosen) == max(map(value, cards))


def test_weight_and_cost_turn_the_choice() -> None:
    """Of two equal cards the one that counts more comes first, and the one that takes less."""
    cards = {"a#f": None, "b#f": None}
    assert next_card(cards, today=TODAY, date=DATE, left=9) == "a#f"
    weights, costs = {"a#f": 1.0, "b#f": 2.0}, {"a#f": 30.0, "b#f": 20.0}
    assert next_card(cards, today=TODAY, date=DATE, left=9, weights=weights) == "b#f"
    assert next_card(cards, today=TODAY, date=DATE, left=60, costs=costs) == "b#f"


def test_what_does_not_fit_into_the_day_is_not_chosen() -> None:
    """A card that takes longer than what is left gives way to a shorter one, and then to none."""
    cards = {"a#f": None, "b#f": held("b#f", 3)}
    costs = {"a#f": 45.0, "b#f": 15.0}
    assert next_card(cards, today=TODAY, date=DATE, left=45, costs=costs) == "a#f"
    assert next_card(cards, today=TODAY, date=DATE, left=44, costs=costs) == "b#f"
    assert next_card(cards, today=TODAY, date=DATE, left=14, costs=costs) is None
    assert next_card(cards, today=TODAY, date=DATE, left=0) is None


def test_a_review_that_would_not_help_is_left_out() -> None:
    """Minutes after an easy answer there is nothing to gain."""
    known = reviewed(new_card("a#f"), 4, TODAY)
    assert next_card({"a#f": known}, today=TODAY, date=DATE, left=9) is None


def test_its_example_holds() -> None:
    """What the module shows at its top is what it does."""
    assert doctest.testmod(plan) == (0, 4)

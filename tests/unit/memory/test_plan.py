"""The next card on the way to a date."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from dlprep.memory import plan
from dlprep.memory.forgetting import Memory, recall
from dlprep.memory.goal import FADED, gain
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


@given(HISTORIES, st.sampled_from([0.3, 1.0, 2.0]))
def test_no_other_card_of_its_rank_raises_the_score_more(
    histories: list[list[int]], k: float
) -> None:
    """What has faded comes before new cards, those before the rest; within each the largest gain
    of all is taken."""
    cards = {f"{n}#f": held(f"{n}#f", *each) if each else None for n, each in enumerate(histories)}

    def place(card: str) -> tuple[int, float]:
        state = cards[card]
        if state is None or state.stability is None or state.difficulty is None:
            return 2, -gain(None, 0, DATE - TODAY, k)
        memory = Memory(state.stability, state.difficulty)
        faded = recall(k * state.stability, 1) < FADED
        return 1 if faded else 3, -gain(memory, 1, DATE - TODAY, k)

    chosen = next_card(cards, today=TODAY, date=DATE, left=1, stretch=k)
    assert chosen is not None
    assert place(chosen) == min(map(place, cards))


def test_the_share_of_new_cards_comes_before_all() -> None:
    """Also before a card that has faded; without a share that one is first."""
    cards = {"a#f": held("a#f", 1), "b#f": None}
    assert next_card(cards, today=TODAY, date=DATE, left=9, share=1) == "b#f"
    assert next_card(cards, today=TODAY, date=DATE, left=9) == "a#f"


def test_weight_and_cost_turn_the_choice() -> None:
    """Of two equal cards the one that counts more comes first, and the one that takes less."""
    cards = {"a#f": None, "b#f": None}
    assert next_card(cards, today=TODAY, date=DATE, left=9) == "a#f"
    weights, costs = {"a#f": 1.0, "b#f": 2.0}, {"a#f": 30.0, "b#f": 20.0}
    assert next_card(cards, today=TODAY, date=DATE, left=9, weights=weights) == "b#f"
    assert next_card(cards, today=TODAY, date=DATE, left=60, costs=costs) == "b#f"


def test_what_does_not_fit_into_the_day_is_not_chosen() -> None:
    """A card of which less than half fits gives way to a shorter one, and then to none."""
    cards = {"a#f": None, "b#f": held("b#f", 3)}
    costs = {"a#f": 45.0, "b#f": 15.0}
    assert next_card(cards, today=TODAY, date=DATE, left=23, costs=costs) == "a#f"
    assert next_card(cards, today=TODAY, date=DATE, left=22, costs=costs) == "b#f"
    assert next_card(cards, today=TODAY, date=DATE, left=7, costs=costs) is None
    assert next_card(cards, today=TODAY, date=DATE, left=0) is None


def test_a_review_that_would_not_help_is_left_out() -> None:
    """Minutes after an easy answer there is nothing to gain."""
    known = reviewed(new_card("a#f"), 4, TODAY)
    assert next_card({"a#f": known}, today=TODAY, date=DATE, left=9) is None


def test_its_example_holds() -> None:
    """What the module shows at its top is what it does."""
    assert doctest.testmod(plan) == (0, 4)

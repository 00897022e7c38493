"""The order of a session."""

from __future__ import annotations

from dlprep.memory.queue import apart, due_first, mixed, one_of_each_item
from dlprep.memory.replay import new_card
from dlprep.memory.schedule import reviewed
from dlprep.model.event import CardState


def planned(card: str, last: int, due: int) -> CardState:
    state = reviewed(new_card(card), 3, last)
    return CardState(
        card=card,
        rev=1,
        reps=1,
        lapses=0,
        stability=state.stability,
        difficulty=state.difficulty,
        last=last,
        due=due,
    )


def test_two_days_late_matter_more_after_three_days_than_after_sixty() -> None:
    """Cards are ordered by how overdue they are in proportion to their interval."""
    short, long = planned("short#front", 95, 98), planned("long#front", 38, 98)
    assert due_first([long, short], 100) == [short, long]


def test_new_cards_stand_evenly_between_due_ones() -> None:
    """Four due and two new: the new ones stand at a third and at two thirds."""
    assert "".join(mixed("abcd", "XY")) == "aXbcYd"
    assert mixed("", "XY") == ["X", "Y"]
    assert mixed("ab", "") == ["a", "b"]


def test_one_card_of_an_item_is_enough_for_a_session() -> None:
    """The reverse card would be given away by the front."""
    assert one_of_each_item(["a#front", "b#front", "a#reverse"]) == ["a#front", "b#front"]


def test_leaves_alternate_where_they_can() -> None:
    """Three of one leaf and two of another alternate; what cannot be parted stays in order."""
    assert apart(["a1", "a2", "a3", "b1", "b2"], lambda card: card[0]) == [
        "a1",
        "b1",
        "a2",
        "b2",
        "a3",
    ]
    assert apart(["a1", "a2"], lambda card: card[0]) == ["a1", "a2"]

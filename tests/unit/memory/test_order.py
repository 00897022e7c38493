"""Prerequisites first; look-alikes apart while new, side by side once stable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dlprep.memory.order import confusable, prerequisites_first
from dlprep.memory.queue import item_of

CARDS = [f"l.i{n}#front" for n in range(6)]


def test_what_is_needed_comes_first() -> None:
    """Also through a chain; the rest keeps its order."""
    needs = {"l.i0#front": ["l.i3"], "l.i3#front": ["l.i5"]}
    order = [item_of(card)[3] for card in prerequisites_first(CARDS, needs)]
    assert order == ["5", "3", "0", "1", "2", "4"]


@given(st.dictionaries(st.sampled_from(CARDS), st.lists(st.sampled_from([c[:4] for c in CARDS]))))
def test_nothing_is_lost_even_in_a_circle(needs: dict[str, list[str]]) -> None:
    """Every card stands once."""
    assert sorted(prerequisites_first(CARDS, needs)) == CARDS


def test_a_new_look_alike_waits() -> None:
    """Of two that are easily confused only one is first met on a day."""
    confuses = {"l.i4#front": ("l.i1",)}
    assert confusable(CARDS, confuses, {}) == [c for c in CARDS if c != "l.i4#front"]


def test_stable_look_alikes_stand_side_by_side() -> None:
    """Comparing them is what keeps them apart."""
    confuses = {"l.i4#front": ("l.i1",)}
    ordered = confusable(CARDS, confuses, {"l.i1#front": 30.0, "l.i4#front": 40.0})
    assert ordered.index("l.i4#front") == ordered.index("l.i1#front") + 1


def test_a_young_one_that_is_due_keeps_its_place() -> None:
    """What is due is never dropped."""
    confuses = {"l.i4#front": ("l.i1",)}
    assert confusable(CARDS, confuses, {"l.i1#front": 3.0, "l.i4#front": 2.0}) == CARDS

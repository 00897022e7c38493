"""Which card next, on the way to a date.

>>> from dlprep.memory.schedule import reviewed
>>> from dlprep.memory.replay import new_card
>>> held = reviewed(new_card("a.b.held#front"), 4, 20_000)
>>> next_card({"a.b.held#front": held, "a.b.new#front": None}, today=20_001, date=20_014, left=60)
'a.b.new#front'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dlprep.memory.forgetting import Memory
from dlprep.memory.goal import FADED, gain, rank
from dlprep.model.event import CardState


def next_card(
    cards: Mapping[str, CardState | None],
    *,
    today: int,
    date: int,
    left: float,
    share: int = 0,
    stretch: float = 1.0,
    weights: Mapping[str, float] | None = None,
    costs: Mapping[str, float] | None = None,
) -> str | None:
    """The card to show now for the best score on `date`, or None where nothing still helps, or
    nothing fits into the day by at least half: then days are as long as planned on the average.

    `cards` are those that may be shown now, None for one never seen; `today` and `date` are study
    days. `left` is what is left of the day's work, in the unit of `costs`: seconds where `costs`
    says how many each card takes, answers where it is absent and each costs one. `share` is how
    many are left of the day's new cards (`goal.share_of_new` when the day begins), `stretch` how
    the person forgets (`person.stretch`), `weights` are shares of the score, equal where absent.

    First come the share of new cards, then what has faded, then more new cards, then the rest;
    within each, what raises the score most for what it costs, and of equals the first. After an
    answer, put `schedule.reviewed(card, rating, today)` in the card's place and ask again.
    """
    days = max(date - today, 0)
    best, first = None, (4, 0.0)
    for card, state in cards.items():
        cost = 1.0 if costs is None else costs[card]
        if cost > 2 * left:
            continue
        among, raised = _place(*_known(state, today), days, share > 0, stretch)
        worth = raised * (1.0 if weights is None else weights[card]) / cost
        if worth > 0 and (among, -worth) < first:
            best, first = card, (among, -worth)
    return best


def _known(state: CardState | None, today: int) -> tuple[Memory | None, int]:
    if state is None or state.last is None or state.stability is None or state.difficulty is None:
        return None, 0
    return Memory(state.stability, state.difficulty), max(today - state.last, 0)


@lru_cache(maxsize=1 << 16)
def _place(
    memory: Memory | None,
    since: int,
    days: int,
    share: bool,  # noqa: FBT001 - the cache goes by position
    k: float,
) -> tuple[int, float]:
    """One answer changes one card; rank and gain of the others are looked up."""
    among = rank(memory, since, share=share, k=k, faded=FADED)
    return among, gain(memory, since, days, k)

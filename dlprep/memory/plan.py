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
from dlprep.memory.goal import gain_of
from dlprep.model.event import CardState


def next_card(
    cards: Mapping[str, CardState | None],
    *,
    today: int,
    date: int,
    left: float,
    weights: Mapping[str, float] | None = None,
    costs: Mapping[str, float] | None = None,
) -> str | None:
    """The card that raises the score expected on `date` most for what it costs, or None.

    `cards` are those that may be shown now, None for one never seen; `today` and `date` are study
    days. `left` is what is left of the day's work, in the unit of `costs`: seconds where `costs`
    says how many each card takes, answers where it is absent and each costs one. `weights` are
    shares of the score, equal where absent. None where nothing that fits into the day still
    helps. After an answer, put `schedule.reviewed(card, rating, today)` in the card's place and
    ask again. Of cards of equal worth the first is taken.
    """
    days = max(date - today, 0)
    best, most = None, 0.0
    for card, state in cards.items():
        cost = 1.0 if costs is None else costs[card]
        if cost > left:
            continue
        weight = 1.0 if weights is None else weights[card]
        worth = weight * _gain(*_known(state, today), days) / cost
        if worth > most:
            best, most = card, worth
    return best


def _known(state: CardState | None, today: int) -> tuple[Memory | None, int]:
    if state is None or state.last is None or state.stability is None or state.difficulty is None:
        return None, 0
    return Memory(state.stability, state.difficulty), max(today - state.last, 0)


# One answer changes one card; the gains of the others are looked up.
_gain = lru_cache(maxsize=1 << 16)(gain_of)

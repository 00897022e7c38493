"""When a card comes back: FSRS-6 in study days.

`forgetting` counts whole days, so a review at 20:00 and the next at 09:00 are one day apart. A
forgotten card stays due on its day, so that it returns within the session; the fuzz is drawn from
the card's id and its number of reviews, so that the same log always gives the same days.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

from dlprep.memory import forgetting
from dlprep.memory.forgetting import AGAIN, Memory
from dlprep.model.event import CardState, Json

ALGORITHM = "fsrs-6"
RETENTION = 0.9
RATINGS = (1, 2, 3, 4)

_LONGEST = 36_500  # days
# (from, to, factor) in days: how much each part of an interval may be moved.
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def parameters() -> dict[str, Json]:
    """What the log keeps of the algorithm, so that a later one can tell what it replaces."""
    return {"weights": list(forgetting.WEIGHTS), "retention": RETENTION}


def reviewed(state: CardState, rating: int, day: int) -> CardState:
    """The card after a review on study day `day`, rated 1 (again) to 4 (easy).

    A day before the last review (the clock was set back) counts as the same day.
    """
    stability, difficulty = _remembered(state, rating, day)
    forgotten = rating == AGAIN
    return CardState(
        card=state.card,
        rev=state.rev,
        reps=state.reps + 1,
        lapses=state.lapses + (forgotten and state.reps > 0),
        stability=stability,
        difficulty=difficulty,
        last=day,
        due=day if forgotten else day + _interval(stability, state),
        suspended=state.suspended,
    )


def _remembered(state: CardState, rating: int, day: int) -> Memory:
    if state.stability is None or state.difficulty is None or state.last is None:
        return forgetting.first(rating)
    return forgetting.after(Memory(state.stability, state.difficulty), rating, day - state.last)


def _interval(stability: float, before: CardState) -> int:
    days = round(forgetting.interval(stability, RETENTION))
    return fuzzed(min(max(days, 1), _LONGEST), before.card, before.reps)


def intervals(state: CardState, day: int) -> tuple[int, ...]:
    """Days until the card returns after each of the four ratings; 0 is later today."""
    return tuple((reviewed(state, rating, day).due or day) - day for rating in RATINGS)


def recall(state: CardState, day: int) -> float:
    """The predicted probability of recall on study day `day`; 0 for a card never reviewed."""
    if state.stability is None or state.last is None:
        return 0.0
    return forgetting.recall(state.stability, max(day - state.last, 0))


@cache
def fuzz_range(interval: int) -> tuple[int, int]:
    """The shortest and longest interval that fuzz may turn `interval` days into."""
    if interval < _FUZZ[0][0]:
        return interval, interval
    delta = 1.0 + sum(factor * max(min(interval, end) - start, 0.0) for start, end, factor in _FUZZ)
    longest = min(round(interval + delta), _LONGEST)
    return max(2, round(interval - delta)), longest


def fuzzed(interval: int, card: str, reps: int) -> int:
    """`interval` moved within its range, always the same way for this review of this card.

    The draw does not depend on the interval: a better grade never brings a card back sooner.
    """
    shortest, longest = fuzz_range(interval)
    drawn = crc32(f"{card} {reps}".encode())
    return shortest + drawn * (longest - shortest + 1) // 2**32

"""When a card comes back: FSRS-6 in study days.

The `fsrs` package does the arithmetic. It counts whole spans of 24 hours, so it is told study
day `d` as 00:00 UTC of day `d`; its steps and its fuzz are off. A forgotten card stays due on
its day, so that it returns within the session; the fuzz here is drawn from the card's id and its
number of reviews, so that the same log always gives the same days. The package is imported when
first used: a quiz asks its first question without it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from dlprep.memory import forgetting
from dlprep.model.event import CardState, Json

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

ALGORITHM = "fsrs-6"
RETENTION = 0.9
AGAIN = 1
RATINGS = (1, 2, 3, 4)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 36_500  # days, the package's own limit
# (from, to, factor) in days: how much each part of an interval may be moved.
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def parameters() -> dict[str, Json]:
    """What the log keeps of the algorithm, so that a later one can tell what it replaces."""
    return {"weights": list(forgetting.WEIGHTS), "retention": RETENTION}


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # noqa: PLC0415 - 10 ms that the first question need not wait for

    return Scheduler(
        parameters=forgetting.WEIGHTS,
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST,
        enable_fuzzing=False,
    )


def reviewed(state: CardState, rating: int, day: int) -> CardState:
    """The card after a review on study day `day`, rated 1 (again) to 4 (easy).

    A day before the last review (the clock was set back) counts as the same day.
    """
    from fsrs import Rating  # noqa: PLC0415 - see `_scheduler`

    after, _ = _scheduler().review_card(_as_fsrs(state), Rating(rating), _at(day))
    interval = 0 if rating == AGAIN else fuzzed((after.due - _at(day)).days, state.card, state.reps)
    return replace(
        state,
        reps=state.reps + 1,
        lapses=state.lapses + (rating == AGAIN and state.reps > 0),
        stability=after.stability,
        difficulty=after.difficulty,
        last=day,
        due=day + interval,
        buried_until=None,
    )


def intervals(state: CardState, day: int) -> tuple[int, ...]:
    """Days until the card returns after each of the four ratings; 0 is later today."""
    return tuple((reviewed(state, rating, day).due or day) - day for rating in RATINGS)


def recall(state: CardState, day: int) -> float:
    """The predicted probability of recall on study day `day`; 0 for a card never reviewed."""
    if state.stability is None or state.last is None:
        return 0.0
    return forgetting.recall(state.stability, max(day - state.last, 0))


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


def _at(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)


def _as_fsrs(state: CardState) -> Card:
    from fsrs import Card, State  # noqa: PLC0415 - see `_scheduler`

    return Card(
        card_id=0,
        state=State.Review if state.reps else State.Learning,
        step=None if state.reps else 0,
        stability=state.stability,
        difficulty=state.difficulty,
        due=_EPOCH,
        last_review=None if state.last is None else _at(state.last),
    )

"""The arithmetic of FSRS-6 on bare numbers: how recall fades, what a review does to it.

The `fsrs` package decides when a card comes back; planning looks at thousands of cards and
grades, so the same formulas stand here as plain functions (a law test holds them to the
package). S is stability in days, D difficulty from 1 to 10, R the probability of recall.
Formulas: the FSRS-6 algorithm of open-spaced-repetition, with its default weights.
"""

from __future__ import annotations

from math import exp
from typing import Final, NamedTuple

WEIGHTS: Final = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # w0..w3: stability after the first grade
    *(6.4133, 0.8334, 3.0194, 0.001),  # w4..w7: difficulty
    *(1.8722, 0.1666, 0.796),  # w8..w10: a remembered card
    *(1.4835, 0.0614, 0.2629, 1.6483),  # w11..w14: a forgotten card
    *(0.6014, 1.8729),  # w15, w16: hard, easy
    *(0.5425, 0.0912, 0.0658),  # w17..w19: again on the same day
    0.1542,  # w20: how flat the curve of forgetting is
)
_W = WEIGHTS
_FACTOR = 0.9 ** (-1 / _W[20]) - 1  # so that R = 0.9 after S days
_LEAST = 0.001  # days
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

# How first grades fall among many learners: the default of the FSRS simulator.
FIRST_GRADES: Final = (0.24, 0.094, 0.495, 0.171)


class Memory(NamedTuple):
    """What FSRS knows of one card."""

    stability: float
    difficulty: float


def recall(stability: float, days: float) -> float:
    """R = (1 + F t / S)^-w20, t days after the last review; R = 0.9 at t = S."""
    return float((1 + _FACTOR * days / stability) ** -_W[20])


def first(rating: int) -> Memory:
    """The memory that a first review with this grade leaves."""
    return Memory(_W[rating - 1], _within(_first_difficulty(rating)))


def after(before: Memory, rating: int, days: float) -> Memory:
    """The memory after a review `days` later, rated 1 (again) to 4 (easy)."""
    if days < 1:
        stability = _same_day(before.stability, rating)
    elif rating == AGAIN:
        stability = _forgotten(before, recall(before.stability, days))
    else:
        stability = _remembered(before, recall(before.stability, days), rating)
    return Memory(max(stability, _LEAST), _difficulty(before.difficulty, rating))


def _first_difficulty(rating: int) -> float:
    return _W[4] - exp(_W[5] * (rating - 1)) + 1


def _difficulty(difficulty: float, rating: int) -> float:
    damped = difficulty - _W[6] * (rating - 3) * (10 - difficulty) / 9
    return _within(_W[7] * _first_difficulty(EASY) + (1 - _W[7]) * damped)


def _same_day(stability: float, rating: int) -> float:
    growth: float = exp(_W[17] * (rating - 3 + _W[18])) * stability ** -_W[19]
    return stability * (growth if rating == AGAIN else max(growth, 1.0))


def _forgotten(before: Memory, r: float) -> float:
    stability, difficulty = before
    long_term: float = _W[11] * difficulty ** -_W[12] * ((stability + 1) ** _W[13] - 1)
    return min(long_term * exp((1 - r) * _W[14]), stability / exp(_W[17] * _W[18]))


def _remembered(before: Memory, r: float, rating: int) -> float:
    stability, difficulty = before
    growth: float = (
        exp(_W[8]) * (11 - difficulty) * stability ** -_W[9] * (exp((1 - r) * _W[10]) - 1)
    )
    growth *= {HARD: _W[15], EASY: _W[16]}.get(rating, 1.0)
    return stability * (1 + growth)


def _within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)

"""FSRS-6 on bare numbers: how recall fades, what a review does to it, when it is due.

Schedules, replay of the log and planning all stand on these functions; a law test holds them to
the `fsrs` package, bit for bit. S is stability in days, D difficulty from 1 to 10, R the
probability of recall. Formulas: the FSRS-6 algorithm of open-spaced-repetition, with its default
weights.
"""

from __future__ import annotations

from math import e
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
_FACTOR = 0.9 ** (1 / -_W[20]) - 1  # so that R = 0.9 after S days
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


def spans(r: float) -> float:
    """T / S when recall has fallen to `r`, 0 < r ≤ 1: the inverse of `recall`."""
    return float((r ** (1 / -_W[20]) - 1) / _FACTOR)


def interval(stability: float, retention: float) -> float:
    """Days until R has fallen to `retention`, as the package computes them."""
    return float((stability / _FACTOR) * (retention ** (1 / -_W[20]) - 1))


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
    return _W[4] - float(e ** (_W[5] * (rating - 1))) + 1


# Constants of the formulas below, in the order in which the package multiplies.
_EASIEST = _first_difficulty(EASY)
_GROWTH = e ** _W[8]
_SHORT_TERM = e ** (_W[17] * _W[18])


def _difficulty(difficulty: float, rating: int) -> float:
    damped = difficulty + (10.0 - difficulty) * -(_W[6] * (rating - 3)) / 9.0
    return _within(_W[7] * _EASIEST + (1 - _W[7]) * damped)


def _same_day(stability: float, rating: int) -> float:
    growth = float(e ** (_W[17] * (rating - 3 + _W[18])) * stability ** -_W[19])
    return stability * (growth if rating == AGAIN else max(growth, 1.0))


def _forgotten(before: Memory, r: float) -> float:
    stability, difficulty = before
    long_term = _W[11] * difficulty ** -_W[12] * ((stability + 1) ** _W[13] - 1)
    return float(min(long_term * e ** ((1 - r) * _W[14]), stability / _SHORT_TERM))


def _remembered(before: Memory, r: float, rating: int) -> float:
    stability, difficulty = before
    growth = _GROWTH * (11 - difficulty) * stability ** -_W[9] * (e ** ((1 - r) * _W[10]) - 1)
    if rating == HARD:
        growth *= _W[15]
    elif rating == EASY:
        growth *= _W[16]
    return float(stability * (1 + growth))


def _within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)

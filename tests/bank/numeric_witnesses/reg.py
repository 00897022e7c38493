"""Regularisation: simulation step by step, gradients by differences, minima by search."""

import numpy as np
from numpy.typing import ArrayLike

from numeric_witnesses.tools import Witness, gradient


def regularised_loss(a: int, c: int, lam: float, d: float, **_: float) -> float:
    w = np.array([a, c], dtype=float)
    return float(d + 0.5 * lam * np.linalg.norm(w) ** 2)


def penalty_and_gradient(a: int, b: int, l1: float, l2: float, **_: float) -> ArrayLike:
    def penalty(w: np.ndarray) -> float:
        return float(l1 * np.linalg.norm(w, 1) + l2 * np.linalg.norm(w) ** 2)

    w = np.array([a, b], dtype=float)
    return [penalty(w), *np.round(gradient(penalty, w), 8)]


def proximal_step(w: float, g: float, lr: float, lam: float, **_: float) -> float:
    grid = np.arange(-5_000, 5_001) / 1_000
    goal = (grid - w) * g + (grid - w) ** 2 / (2 * lr) + lam * np.abs(grid)
    return float(grid[np.argmin(goal)])


def decayed(w: float, lr: float, lam: float, k: int, **_: float) -> float:
    for _step in range(k):
        w = w - lr * lam * w
    return w


def dropout_expectations(x: float, p: float, **_: float) -> ArrayLike:
    outcomes = np.array([0.0, x])
    chances = np.array([p, 1 - p])
    return [chances @ outcomes, x / (1 - p), chances @ (outcomes / (1 - p))]


WITNESSES: dict[str, Witness] = {
    "reg.concept.regularised-loss": regularised_loss,
    "reg.l1-l2.penalty-and-gradient": penalty_and_gradient,
    "reg.l1-l2.soft-threshold": proximal_step,
    "reg.weight-decay.after-k-steps": decayed,
    "reg.dropout.expected-activation": dropout_expectations,
}

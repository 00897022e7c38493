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


def dropconnect_moments(a: int, b: int, u: int, v: int, p: float, **_: float) -> ArrayLike:
    terms = np.array([a * u, b * v], dtype=float)
    masks = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    chances = np.prod(np.where(masks == 1, 1 - p, p), axis=1)
    sums = masks @ terms
    mean = chances @ sums
    return [mean, chances @ (sums - mean) ** 2]


def branches_run(L: int, p: float, **_: float) -> float:
    return float(sum(1 - block / L * (1 - p) for block in range(1, L + 1)))


def stopped(**drawn: float) -> tuple[int, int]:
    best, best_epoch, waited = np.inf, 0, 0
    for epoch, loss in enumerate((drawn[name] for name in "abcdefg"), start=1):
        if loss < best:
            best, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
        if waited == 2:
            return epoch, best_epoch
    raise AssertionError("the curve must stop")


def smoothed(K: int, **drawn: float) -> ArrayLike:
    label = np.eye(K)[0]
    mixed = (1 - drawn["ε"]) * label + drawn["ε"] * np.full(K, 1 / K)
    assert np.isclose(mixed.sum(), 1)
    return [mixed[0], mixed[1]]


def fast_gradient_sign(a: int, b: int, u: int, v: int, y: int, **drawn: float) -> ArrayLike:
    w = np.array([u, v], dtype=float)
    x = np.array([a, b], dtype=float)
    corners = [x + drawn["ε"] * np.array([i, j]) for i in (-1, 1) for j in (-1, 1)]
    worst = max(corners, key=lambda corner: np.log1p(np.exp(-y * w @ corner)))
    return [*worst, w @ worst]


def never_drawn(n: int, **_: float) -> float:
    left = 1.0
    for _draw in range(n):
        left *= (n - 1) / n
    return left


def adaboost_round(N: int, k: int, **_: float) -> ArrayLike:
    outcome = np.where(np.arange(N) < k, -1.0, 1.0)  # y times the prediction
    grid = np.linspace(0.0, 3.0, 300_001)
    exponential_loss = k * np.exp(grid) + (N - k) * np.exp(-grid)
    best = grid[np.argmin(exponential_loss)]
    weights = np.exp(-best * outcome)
    weights /= weights.sum()
    return [best, weights[0], weights[-1]]


def leaves_and_gain(a: int, b: int, h: int, k: int, **drawn: float) -> ArrayLike:
    grid = np.linspace(-12.0, 12.0, 2_400_001)

    def least(total: float, curvature: float) -> tuple[float, float]:
        goal = total * grid + 0.5 * (curvature + drawn["λ"]) * grid**2
        return float(grid[np.argmin(goal)]), float(goal.min())

    (left, at_left), (right, at_right), (_, whole) = least(a, h), least(b, k), least(a + b, h + k)
    return [left, right, whole - at_left - at_right - drawn["γ"]]


WITNESSES: dict[str, Witness] = {
    "reg.concept.regularised-loss": regularised_loss,
    "reg.l1-l2.penalty-and-gradient": penalty_and_gradient,
    "reg.l1-l2.soft-threshold": proximal_step,
    "reg.weight-decay.after-k-steps": decayed,
    "reg.dropout.expected-activation": dropout_expectations,
    "reg.dropconnect.preactivation-moments": dropconnect_moments,
    "reg.stochastic-depth.expected-depth": branches_run,
    "reg.early-stopping.stopping-epoch": stopped,
    "reg.label-smoothing.smoothed-target": smoothed,
    "reg.adversarial-training.fgsm-linear": fast_gradient_sign,
    "reg.ensemble.bagging.out-of-bag-fraction": never_drawn,
    "reg.ensemble.boosting.adaboost-round": adaboost_round,
    "reg.ensemble.boosting.leaf-weight-gain": leaves_and_gain,
}

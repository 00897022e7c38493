"""Numeric questions of the branch ml, answered a second time."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from numeric_witnesses.tools import Witness, gradient, sigmoid


def margin_width(*, a: float, b: float, **_: float) -> float:
    """Distance of two points, one on each margin line, that differ along the normal alone."""
    w = np.array([a, b])
    on_positive, on_negative = w / (w @ w), -w / (w @ w)
    return float(np.linalg.norm(on_positive - on_negative))


def hinge_on_points(
    *, w: float, b: float, C: float, x1: float, x2: float, x3: float, **_: float
) -> list[float]:
    x, y = np.array([x1, x2, x3]), np.array([1, 1, -1])

    def objective(weight: np.ndarray) -> float:
        slack = [max(0.0, 1 - t * (weight[0] * s + b)) for s, t in zip(x, y, strict=True)]
        return float(weight[0] ** 2 / 2 + C * sum(slack))

    at = np.array([w], dtype=float)
    return [objective(at), float(gradient(objective, at)[0])]


def logistic_step(*, w: float, b: float, x: float, y: float, lr: float, **_: float) -> np.ndarray:
    def loss(theta: np.ndarray) -> float:
        p = sigmoid(theta[0] * x + theta[1])
        return -float(np.log(p if y == 1 else 1 - p))

    theta = np.array([w, b], dtype=float)
    return theta - lr * gradient(loss, theta)


def samples(a: float, b: float, c: float, d: float) -> tuple[list[int], list[int]]:
    """Class and branch of every sample: a, b positives and negatives left, c, d right."""
    numbers = [(1, 0, a), (0, 0, b), (1, 1, c), (0, 1, d)]
    pairs = [(label, side) for label, side, n in numbers for _ in range(int(n))]
    return [label for label, _ in pairs], [side for _, side in pairs]


def information_gain(*, a: float, b: float, c: float, d: float, **_: float) -> list[float]:
    """The gain as H(class) + H(branch) - H(class, branch), the mutual information."""
    labels, sides = samples(a, b, c, d)

    def entropy(values: Sequence[object]) -> float:
        shares = np.array(list(Counter(values).values())) / len(values)
        return float(-(shares * np.log2(shares)).sum())

    joint = entropy(list(zip(labels, sides, strict=True)))
    return [entropy(labels), entropy(labels) + entropy(sides) - joint]


def gini_decrease(*, a: float, b: float, c: float, d: float, **_: float) -> float:
    """Gini as the share of ordered pairs of samples that differ in class."""
    labels, sides = (np.array(values) for values in samples(a, b, c, d))

    def impurity(group: np.ndarray) -> float:
        return float(np.mean(group[:, None] != group[None, :]))

    children = [labels[sides == side] for side in (0, 1)]
    left = sum(len(child) / len(labels) * impurity(child) for child in children)
    return impurity(labels) - left


def gain_ratio(**counts: float) -> float:
    """Mutual information of class and branch over the entropy of the branch, from the samples."""
    cells = [("a", 1, 0), ("b", 0, 0), ("c", 1, 1), ("d", 0, 1), ("f", 1, 2), ("g", 0, 2)]
    pairs = [pair for name, *pair in cells for _ in range(int(counts[name]))]

    def entropy(values: Sequence[object]) -> float:
        return sum(k / len(pairs) * np.log2(len(pairs) / k) for k in Counter(values).values())

    branches = entropy([branch for _, branch in pairs])
    gain = entropy([label for label, _ in pairs]) + branches - entropy([*map(tuple, pairs)])
    return float(gain / branches)


def kmeans_iteration(*, u: float, v: float, **values: float) -> np.ndarray:
    points, centres = np.array([values[name] for name in "abcde"]), np.array([u, v])
    nearest = np.abs(points[:, None] - centres).argmin(axis=1)
    return np.array([points[nearest == j].mean() for j in range(2)])


WITNESSES: dict[str, Witness] = {
    "ml.svm.margin-width": margin_width,
    "ml.svm.hinge-on-points": hinge_on_points,
    "ml.linear-logistic.gradient-step": logistic_step,
    "ml.decision-tree.information-gain": information_gain,
    "ml.decision-tree.gini-decrease": gini_decrease,
    "ml.decision-tree.gain-ratio": gain_ratio,
    "ml.classic-coding.kmeans-iteration": kmeans_iteration,
}

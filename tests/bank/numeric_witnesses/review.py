"""Numeric questions on what is rehearsed by hand (branch review), answered a second time."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from numeric_witnesses.tools import Witness


def written_cnn(H: float, F: float, M: float, **_: float) -> list[float]:
    side, kernels, classes = int(H), int(F), int(M)
    pooled = len(range(0, side - 1, 2))
    arrays = [(kernels, 3, 3, 3), (kernels,), (kernels * pooled * pooled, classes), (classes,)]
    parameters = sum(np.zeros(shape).size for shape in arrays)
    products = side * side * np.zeros(arrays[0]).size + np.zeros(arrays[2]).size
    return [parameters, products]


def written_lstm(V: float, D: float, H: float, **_: float) -> list[float]:
    gate = [(D, H), (H, H), (1, H)]
    layer = sum(rows * columns for _gate in "ifog" for rows, columns in gate)
    return [layer, V * D + layer + H * V + V]


def gini(labels: Sequence[float]) -> float:
    return 1 - sum((count / len(labels)) ** 2 for count in Counter(labels).values())


def tree_split(**labels: float) -> list[float]:
    rows = [labels[name] for name in "abcdgh"]
    after = {
        t: (t * gini(rows[:t]) + (len(rows) - t) * gini(rows[t:])) / len(rows)
        for t in range(1, len(rows))
    }
    best = min(after, key=lambda t: after[t])
    return [best, gini(rows) - after[best]]


WITNESSES: dict[str, Witness] = {
    "review.code-cnn.params-and-macs": written_cnn,
    "review.code-rnn.parameters": written_lstm,
    "review.hand-derivation.tree-split": tree_split,
}

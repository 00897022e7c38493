"""Initialisation: moments summed over a fine grid."""

import statistics

import numpy as np
from numpy.typing import ArrayLike

from numeric_witnesses.tools import Witness


def uniform_bound(n: int, v: int, **_: float) -> float:
    points = (np.arange(200_000) + 0.5) / 100_000 - 1.0  # midpoints of (-1, 1)
    return float(np.sqrt(v / n / np.mean(points**2)))


def he_convolution(C: int, k: int, **_: float) -> float:
    summed = np.ones((C, k, k)).sum()  # second moment of an output, for unit weights and inputs
    after_relu = np.mean(np.maximum(np.linspace(-1, 1, 100_001), 0) ** 2)
    before_relu = np.mean(np.linspace(-1, 1, 100_001) ** 2)
    return float((summed * after_relu / before_relu) ** -0.5)


def between_forward_and_backward(n: int, m: int, **_: float) -> ArrayLike:
    variance = statistics.harmonic_mean([1 / n, 1 / m])
    points = (np.arange(200_000) + 0.5) / 100_000 - 1.0
    return [variance**0.5, float(np.sqrt(variance / np.mean(points**2)))]


def layers_to_vanish(c: float, k: float, **_: float) -> float:
    z = np.linspace(-1, 1, 100_001)  # any symmetric distribution
    kept = float(np.mean(np.maximum(z, 0) ** 2) / np.mean(z**2))
    moment, layers = 1.0, 0
    while moment >= 10.0**-k:
        moment, layers = moment * c * kept, layers + 1
    return float(layers)


WITNESSES: dict[str, Witness] = {
    "init.basics.uniform-variance": uniform_bound,
    "init.he.conv-std": he_convolution,
    "init.xavier.std-and-bound": between_forward_and_backward,
    "init.he.wrong-scale": layers_to_vanish,
}

"""What witnesses share: plain definitions, and gradients by central differences."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

Witness = Callable[..., ArrayLike]


def gradient(f: Callable[[np.ndarray], float], x: ArrayLike, h: float = 1e-6) -> np.ndarray:
    """df/dx by central differences, entry by entry; error about h²."""
    x = np.asarray(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        out[i] = (f(x + step) - f(x - step)) / (2 * h)
    return out


def softmax(z: ArrayLike) -> np.ndarray:
    """exp(z) over its sum."""
    weights = np.exp(np.asarray(z, dtype=float))
    return weights / weights.sum()


def sigmoid(z: float) -> float:
    """1 / (1 + exp(-z))."""
    return 1.0 / (1.0 + float(np.exp(-z)))

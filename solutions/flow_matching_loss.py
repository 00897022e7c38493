"""Flow matching along straight lines: path, loss with gradient, and sampling by Euler steps.

Conventions: t = 0 is noise x0 and t = 1 is data x1, both (N, D); the loss is the squared error
averaged over all entries, without ½.
"""

from collections.abc import Callable

import numpy as np


def interpolate(x0: np.ndarray, x1: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Points on the straight lines from noise to data: x_t = (1 − t)·x0 + t·x1.

    x0: noise (N, D); x1: data (N, D); t: times in [0, 1] (N,), one for each sample.
    Returns x_t (N, D).

    >>> interpolate(np.array([[0.0, 8.0]]), np.array([[4.0, 0.0]]), np.array([0.25])).tolist()
    [[1.0, 6.0]]
    """
    time = t[:, np.newaxis]  # one for each sample, the same for its components
    # mistake step-not-broadcast: time = t
    # mistake step-of-first-sample: time = t[0]
    return (1.0 - time) * x0 + time * x1
    # mistake flow-time-reversed: return time * x0 + (1.0 - time) * x1
    # mistake complement-missing: return x0 + time * x1
    # mistake root-taken: return np.sqrt(1.0 - time) * x0 + np.sqrt(time) * x1
    # mistake sign-flipped: return (1.0 - time) * x0 - time * x1
    # mistake spherical-path: return np.cos(0.5 * np.pi * time) * x0 + np.sin(0.5 * np.pi * time) * x1


def cfm_loss(v_pred: np.ndarray, x0: np.ndarray, x1: np.ndarray) -> tuple[float, np.ndarray]:
    """Squared error of a predicted velocity: L = 1/(N·D) Σ (v_pred − (x1 − x0))².

    v_pred, x0, x1: (N, D). Returns the loss (a number) and dv = ∂L/∂v_pred (N, D).

    >>> loss, dv = cfm_loss(np.array([[3.0, 0.0]]), np.zeros((1, 2)), np.array([[1.0, 0.0]]))
    >>> float(loss), dv.tolist()
    (2.0, [[2.0, 0.0]])
    """
    error = v_pred - (x1 - x0)
    # mistake velocity-sign: error = v_pred - (x0 - x1)
    # mistake data-for-velocity: error = v_pred - x1
    # mistake noise-for-velocity: error = v_pred - x0
    # mistake sum-for-difference: error = v_pred - (x1 + x0)
    loss = np.mean(error**2)
    # mistake sum-for-mean: loss = np.sum(error**2)
    # mistake square-missing: loss = np.mean(np.abs(error))
    # mistake batch-mean-only: loss = np.sum(error**2) / error.shape[0]
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.mean(error**2)
    # convention mse-mean-batch instead of mse-mean-all: loss = np.sum(error**2) / error.shape[0]
    dv = 2.0 * error / error.size
    # mistake factor-two-dropped: dv = error / error.size
    # mistake batch-mean-only: dv = 2.0 * error / error.shape[0]
    # mistake mean-missing: dv = 2.0 * error
    # mistake sign-flipped: dv = -2.0 * error / error.size
    # convention mse-half instead of mse-mean-all: dv = error / error.size
    # convention mse-mean-batch instead of mse-mean-all: dv = 2.0 * error / error.shape[0]
    return loss, dv


def linear_field(A: np.ndarray, b: np.ndarray) -> Callable[[np.ndarray, float], np.ndarray]:
    """A velocity field to sample with: a function of x (N, D) and a time t, v(x, t) = x·A + t·b.

    A: (D, D); b: (D,). Returns the function.

    >>> linear_field(np.array([[2.0]]), np.array([10.0]))(np.array([[1.0]]), 0.5).tolist()
    [[7.0]]
    """

    def velocity(x: np.ndarray, t: float) -> np.ndarray:
        return x @ A + t * b
        # mistake transpose-added: return x @ A.T + t * b
        # mistake field-time-ignored: return x @ A + b

    return velocity


def euler_sample(
    velocity: Callable[[np.ndarray, float], np.ndarray], x0: np.ndarray, steps: int
) -> np.ndarray:
    """Follow dx/dt = velocity(x, t) from t = 0 to t = 1 in equal Euler steps.

    x ← x + velocity(x, k/steps)/steps for k = 0, …, steps − 1

    velocity: a function of x (N, D) and a number t; x0: noise (N, D). Returns x at t = 1 (N, D).

    >>> field = linear_field(np.array([[1.0]]), np.array([0.0]))
    >>> euler_sample(field, np.array([[1.0]]), 2).tolist()
    [[2.25]]
    """
    x = x0
    for k in range(steps):
        # mistake loop-one-short: for k in range(steps - 1):
        # mistake loop-one-short: for k in range(1, steps):
        # mistake loop-one-longer: for k in range(steps + 1):
        # mistake sampling-runs-backwards: for k in reversed(range(steps)):
        x = x + velocity(x, k / steps) / steps
        # mistake time-at-end-of-step: x = x + velocity(x, (k + 1) / steps) / steps
        # mistake step-number-for-time: x = x + velocity(x, k) / steps
        # mistake step-length-missing: x = x + velocity(x, k / steps)
        # mistake sign-flipped: x = x - velocity(x, k / steps) / steps
        # mistake start-used-in-every-step: x = x + velocity(x0, k / steps) / steps
        # mistake steps-not-accumulated: x = x0 + velocity(x, k / steps) / steps
        # mistake field-time-ignored: x = x + velocity(x, 0.0) / steps
        # mistake flow-time-reversed: x = x + velocity(x, 1.0 - k / steps) / steps
        # mistake grid-with-both-ends: x = x + velocity(x, k / max(steps - 1, 1)) / steps
    return x

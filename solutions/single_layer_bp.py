"""One sigmoid unit with squared error: the chain rule by hand.

Conventions: x (N, D), w (D,), b a number, targets y (N,); z = x·w + b and a = σ(z).
The loss is the mean of (a − y)² over the N samples, without a factor ½.
"""

import numpy as np


def single_layer_loss(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float
) -> tuple[float, np.ndarray, float]:
    """Loss of one sigmoid unit, and its gradient with respect to the weights and the bias.

    L = 1/N Σ_n (σ(x_n·w + b) − y_n)²

    x: inputs (N, D); y: targets (N,); w: weights (D,); b: bias, a number.
    Returns the loss (a number), dw = ∂L/∂w (D,) and db = ∂L/∂b (a number).

    >>> x, y, w = np.array([[1.0, 2.0]]), np.array([1.0]), np.zeros(2)
    >>> loss, dw, db = single_layer_loss(x, y, w, 0.0)
    >>> float(loss), dw.tolist(), float(db)
    (0.25, [-0.25, -0.5], -0.25)
    """
    n = x.shape[0]
    z = x @ w + b
    # mistake bias-missing: z = x @ w
    a = 0.5 * (1.0 + np.tanh(0.5 * z))  # σ(z) in a form that cannot overflow
    error = a - y
    loss = np.sum(error**2) / n
    # mistake loss-mean-missing: loss = np.sum(error**2)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(error**2)
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.sum(error**2) / n

    da = 2.0 * error / n
    # mistake mean-missing: da = 2.0 * error
    # mistake factor-two-dropped: da = error / n
    # mistake sign-flipped: da = 2.0 * (y - a) / n
    # convention reduction-sum instead of reduction-mean: da = 2.0 * error
    # convention mse-half instead of mse-mean-all: da = error / n
    dz = da * a * (1.0 - a)
    # mistake activation-slope-missing: dz = da
    # mistake derivative-of-preactivation: dz = da * z * (1.0 - z)
    # mistake derivative-incomplete: dz = da * a
    # mistake cross-entropy-gradient: dz = error / n
    dw = x.T @ dz
    # mistake last-sample-only: dw = x[-1] * dz[-1]
    # mistake first-sample-only: dw = x[0] * dz[0]
    # mistake input-missing: dw = np.sum(dz) * np.ones_like(w)
    db = np.sum(dz)
    # mistake mean-twice: db = np.mean(dz)
    # mistake last-sample-only: db = dz[-1]
    # mistake activation-slope-missing: db = np.sum(da)
    return loss, dw, db

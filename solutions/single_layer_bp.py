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
    # mistake sign-flipped: z = x @ w - b
    # mistake bias-missing/both: z = x @ w
    a = 0.5 * (1.0 + np.tanh(0.5 * z))  # σ(z) in a form that cannot overflow
    # mistake activation-missing: a = z
    # mistake other-activation: a = np.tanh(z)
    # mistake other-activation: a = np.maximum(z, 0.0)
    # mistake complement-taken: a = 0.5 * (1.0 - np.tanh(0.5 * z))
    # mistake sigmoid-half-argument: a = 0.5 * (1.0 + np.tanh(z))
    error = a - y
    loss = np.sum(error**2) / n
    # mistake loss-mean-missing: loss = np.sum(error**2)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(error**2)
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.sum(error**2) / n
    # mistake half-mixed: loss = 0.5 * np.sum(error**2) / n
    # mistake sign-flipped: loss = -np.sum(error**2) / n
    # mistake square-missing: loss = np.sum(np.abs(error)) / n
    # mistake square-misplaced: loss = (np.sum(error) / n) ** 2
    # mistake root-taken: loss = np.sqrt(np.sum(error**2) / n)
    # mistake cross-entropy-loss: loss = -np.sum(y * np.log(a) + (1.0 - y) * np.log(1.0 - a)) / n
    # mistake mse-on-logits: loss = np.sum((z - y) ** 2) / n
    # mistake last-sample-only: loss = error[-1] ** 2

    da = 2.0 * error / n
    # mistake mean-missing: da = 2.0 * error
    # mistake factor-two-dropped: da = error / n
    # mistake sign-flipped: da = 2.0 * (y - a) / n
    # convention reduction-sum instead of reduction-mean: da = 2.0 * error
    # convention mse-half instead of mse-mean-all: da = error / n
    # mistake square-kept: da = 2.0 * error**2 / n
    # mistake mean-twice: da = 2.0 * error / n**2
    # mistake entries-for-samples: da = 2.0 * error / x.size
    # mistake mse-on-logits: da = 2.0 * (z - y) / n
    dz = da * a * (1.0 - a)
    # mistake activation-slope-missing: dz = da
    # mistake derivative-of-preactivation: dz = da * z * (1.0 - z)
    # mistake derivative-incomplete: dz = da * a
    # mistake cross-entropy-gradient: dz = error / n
    # mistake tanh-for-sigmoid: dz = da * (1.0 - a**2)
    # mistake derivative-incomplete: dz = da * (1.0 - a)
    # mistake derivative-incomplete: dz = da * (1.0 - a) / 2.0
    # mistake activation-twice: dz = da * (0.5 * (1.0 + np.tanh(0.5 * a))) * (1.0 - 0.5 * (1.0 + np.tanh(0.5 * a)))
    # mistake complement-missing: dz = da * a * a
    # mistake sign-flipped: dz = da * a * (1.0 + a)
    # mistake sign-flipped: dz = da * a * (a - 1.0)
    # mistake other-activation: dz = da * (z > 0)
    dw = x.T @ dz
    # mistake last-sample-only: dw = x[-1] * dz[-1]
    # mistake first-sample-only: dw = x[0] * dz[0]
    # mistake input-missing: dw = np.sum(dz) * np.ones_like(w)
    # mistake mean-twice: dw = x.T @ dz / n
    # mistake activation-slope-missing: dw = x.T @ da
    # mistake weight-for-input: dw = np.sum(dz) * w
    # mistake sign-flipped: dw = -x.T @ dz
    # mistake loop-one-short: dw = x[:-1].T @ dz[:-1]
    # mistake loop-one-short: dw = x[1:].T @ dz[1:]
    db = np.sum(dz)
    # mistake mean-twice: db = np.mean(dz)
    # mistake last-sample-only: db = dz[-1]
    # mistake activation-slope-missing: db = np.sum(da)
    # mistake first-sample-only: db = dz[0]
    # mistake sign-flipped: db = -np.sum(dz)
    # mistake weight-for-input: db = np.sum(dz) * b
    # mistake loop-one-short: db = np.sum(dz[:-1])
    # mistake loop-one-short: db = np.sum(dz[1:])
    return loss, dw, db

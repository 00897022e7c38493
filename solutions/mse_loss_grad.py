"""Mean squared error and its gradient, for the three reductions in use.

Conventions: prediction yhat and target y (N, D); no factor ½. "mean" divides by all N·D elements
(as torch does), "batchmean" by the N samples, "sum" by nothing.
"""

import numpy as np


def mse_loss(yhat: np.ndarray, y: np.ndarray, reduction: str = "mean") -> tuple[float, np.ndarray]:
    """Squared error of a batch, and its gradient with respect to the prediction.

    L = 1/m Σ_{n,d} (ŷ[n, d] − y[n, d])²  with m = N·D for reduction "mean",
    m = N for "batchmean" and m = 1 for "sum".

    yhat: prediction (N, D); y: target (N, D). Returns the loss (a number) and dyhat = ∂L/∂ŷ (N, D).

    >>> loss, dyhat = mse_loss(np.array([[3.0, 1.0]]), np.array([[1.0, 1.0]]))
    >>> float(loss), dyhat.tolist()
    (2.0, [[2.0, 0.0]])
    """
    m = {"mean": y.size, "batchmean": y.shape[0], "sum": 1}[reduction]
    # convention mse-mean-batch instead of mse-mean-all: m = {"mean": y.shape[0], "batchmean": y.shape[0], "sum": 1}[reduction]
    # mistake mean-over-features-only: m = {"mean": y.shape[1], "batchmean": y.shape[0], "sum": 1}[reduction]
    # mistake reduction-ignored: m = y.size
    # mistake reductions-swapped: m = {"mean": y.shape[0], "batchmean": y.size, "sum": 1}[reduction]
    # mistake reductions-alike: m = {"mean": y.size, "batchmean": y.size, "sum": 1}[reduction]
    # mistake mean-over-features-only: m = {"mean": y.size, "batchmean": y.shape[1], "sum": 1}[reduction]
    # mistake reduction-ignored: m = 1
    # mistake reduction-ignored: m = y.shape[0]
    error = yhat - y
    loss = np.sum(error**2) / m
    # mistake loss-mean-missing: loss = np.sum(error**2)
    # mistake square-missing: loss = np.sum(np.abs(error)) / m
    # mistake square-misplaced: loss = np.sum(error) ** 2 / m
    # mistake difference-of-squares: loss = np.sum(yhat**2 - y**2) / m
    # mistake root-taken: loss = np.sqrt(np.sum(error**2) / m)
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.sum(error**2) / m
    # mistake sign-flipped: loss = -np.sum(error**2) / m
    # mistake batch-mean-only: loss = np.sum(error**2) / y.shape[0]
    # mistake reduction-ignored: loss = np.mean(error**2)
    # mistake mean-twice: loss = np.mean(error**2) / m
    # mistake last-sample-only: loss = np.sum(error[-1] ** 2) / m
    # mistake batch-sum-missing: loss = np.sum(error**2, axis=1) / m
    # mistake last-entry-only: loss = error[-1, -1] ** 2 / m
    # mistake divisor-brackets-missing: loss = np.sum(error**2) / m * (y.shape[1] ** 2 if m == y.size else 1)
    dyhat = 2.0 * error / m
    # mistake mean-missing: dyhat = 2.0 * error
    # mistake mean-missing: dyhat = 2.0 * error / (1 if reduction == "batchmean" else m)
    # mistake mean-missing: dyhat = 2.0 * error / (1 if reduction == "mean" else m)
    # mistake factor-two-dropped: dyhat = error / m
    # mistake sign-flipped: dyhat = 2.0 * (y - yhat) / m
    # mistake batch-mean-only: dyhat = 2.0 * error / y.shape[0]
    # mistake square-missing: dyhat = np.sign(error) / m
    # convention mse-half instead of mse-mean-all: dyhat = error / m
    # mistake reduction-ignored: dyhat = 2.0 * error / y.size
    # mistake square-kept: dyhat = 2.0 * error**2 / m
    # mistake mean-twice: dyhat = 2.0 * error / m / y.shape[0]
    # mistake mean-twice: dyhat = 2.0 * error / m**2
    # mistake sign-missing: dyhat = 2.0 * np.abs(error) / m
    # mistake divisor-brackets-missing: dyhat = 2.0 * error / m * (y.shape[1] ** 2 if m == y.size else 1)
    return loss, dyhat

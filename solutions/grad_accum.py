"""Gradient accumulation over micro-batches and averaging over workers, for linear regression.

Conventions: the loss of a batch is the mean of the squared errors of its samples, without ½; an
accumulated or averaged gradient is that of one large batch, whatever the sizes of the parts.
"""

import numpy as np


def batch_gradient(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[float, np.ndarray]:
    """Loss and gradient of linear regression on one batch.

    L = 1/n Σ_i (x_i·w − y_i)²,  ∂L/∂w = 2/n Xᵀ(Xw − y)

    X: (n, D); y: (n,); w: (D,). Returns the loss and dw (D,).

    >>> loss, dw = batch_gradient(np.array([[1.0], [2.0]]), np.array([0.0, 0.0]), np.array([1.0]))
    >>> loss, dw.tolist()
    (2.5, [5.0])
    """
    n = len(X)
    residual = X @ w - y
    # mistake sign-flipped: residual = y - X @ w
    loss = float(np.mean(residual**2))
    # mistake loss-mean-missing: loss = float(np.sum(residual**2))
    # mistake loss-halved: loss = float(np.mean(residual**2)) / 2.0
    dw = 2.0 / n * X.T @ residual
    # mistake mean-missing: dw = 2.0 * X.T @ residual
    # mistake factor-two-dropped: dw = X.T @ residual / n
    return loss, dw


def train_epoch(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, lr: float, micro_size: int, every: int
) -> np.ndarray:
    """One pass over the data in micro-batches with a step of SGD after each `every` of them.

    Every step uses the gradient of the mean loss over all samples since the last step, which is that
    of one batch of `every · micro_size` samples. What is left at the end makes a last step.

    X: (N, D); y: (N,); w: (D,); lr: learning rate; micro_size: samples in a micro-batch, fewer in
    the last one where it does not divide N; every: micro-batches a step. Returns the new w (D,).

    >>> X, y = np.array([[1.0], [2.0], [3.0]]), np.zeros(3)
    >>> train_epoch(X, y, np.array([1.0]), 0.125, micro_size=1, every=2).tolist()
    [-0.46875]
    """
    total, count = np.zeros(w.shape), 0
    for number, start in enumerate(range(0, len(X), micro_size), start=1):
        # mistake last-micro-batch-dropped: for number, start in enumerate(range(0, len(X) - micro_size + 1, micro_size), start=1):
        rows = slice(start, start + micro_size)
        _, dw = batch_gradient(X[rows], y[rows], w)
        n = len(X[rows])
        # The gradient of a mean over n samples counts n times in a mean over all of them.
        total += n * dw
        # mistake sizes-not-weighted/all: total += dw
        # mistake accumulated-not-averaged/all: total += dw
        # mistake gradient-overwritten/all: total = n * dw
        # mistake gradient-overwritten/last: total = dw
        # mistake divided-by-planned-count/all: total += dw / every
        # mistake scaled-twice: total += n * dw / every
        # mistake sum-of-losses/all: total += n * dw
        count += n
        # mistake sizes-not-weighted/all: count += 1
        # mistake accumulated-not-averaged/all: count = 1
        # mistake gradient-overwritten/last: count = 1
        # mistake divided-by-planned-count/all: count = 1
        # mistake sum-of-losses/all: count = 1
        if number % every == 0 or start + micro_size >= len(X):
            # mistake stepped-every-micro-batch: if number > 0:
            # mistake rest-without-step: if number % every == 0:
            # mistake stepped-at-the-end-only: if start + micro_size >= len(X):
            # mistake first-step-early: if (number - 1) % every == 0 or start + micro_size >= len(X):
            w = w - lr * total / count
            # mistake sign-flipped: w = w + lr * total / count
            # mistake learning-rate-missing: w = w - total / count
            # mistake divided-by-planned-size: w = w - lr * total / (every * micro_size)
            # mistake rest-divided-by-planned-size: w = w - lr * total / (count if number % every == 0 else every * micro_size)
            total, count = np.zeros(w.shape), 0
            # mistake gradient-not-reset: pass
            # mistake gradient-not-reset: count = 0
    return w


def average_gradients(grads: list[np.ndarray], counts: list[int]) -> np.ndarray:
    """What an all-reduce over workers must give: the gradient of the batch of all workers.

    g = Σ_k n_k·g_k / Σ_k n_k

    grads: the gradients g_k (D,) of the workers, each of a mean over its own samples; counts: the
    numbers n_k of samples. Returns g (D,).

    >>> average_gradients([np.array([1.0]), np.array([4.0])], [3, 1]).tolist()
    [1.75]
    """
    weighted = sum(n * g for n, g in zip(counts, grads, strict=True))
    # mistake first-worker-dropped: weighted = sum(n * g for n, g in zip(counts[1:], grads[1:], strict=True))
    average = weighted / sum(counts)
    # mistake sizes-not-weighted: average = sum(grads) / len(grads)
    # mistake sum-over-workers: average = 1.0 * sum(grads)
    # mistake weights-not-normalised: average = 1.0 * weighted
    # mistake divided-by-workers: average = weighted / len(grads)
    # mistake weights-inverted: average = sum(g / n for n, g in zip(counts, grads, strict=True)) / sum(1 / n for n in counts)
    return average

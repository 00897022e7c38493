"""The head of a language model: an affine layer at every time step, and masked cross-entropy.

Conventions: x (N, T, D), w (D, M), b (M,); scores (N, T, V), integer targets y (N, T), mask (N, T)
boolean, True where a step counts; natural logarithm; the loss is summed over the steps that count
and averaged over the N sequences.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray]


def temporal_affine_forward(
    x: np.ndarray, w: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """The same affine layer at every time step: out[n, t] = x[n, t]·w + b.

    x: inputs (N, T, D); w: weights (D, M); b: biases (M,).
    Returns out (N, T, M) and a cache for the backward pass.

    >>> out, _ = temporal_affine_forward(np.array([[[1.0], [2.0]]]), np.array([[3.0]]), np.ones(1))
    >>> out.tolist()
    [[[4.0], [7.0]]]
    """
    out = x @ w + b
    # mistake bias-missing: out = x @ w
    # mistake sign-flipped: out = x @ w - b
    # mistake output-activated: out = np.maximum(x @ w + b, 0.0)
    # mistake transpose-added: out = x @ w.T + b
    return out, (x, w)


def temporal_affine_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of `temporal_affine_forward`; the weights collect from all samples and steps.

    dout: upstream gradient (N, T, M); cache: what the forward pass stored.
    Returns dx (N, T, D), dw (D, M) and db (M,).

    >>> _, cache = temporal_affine_forward(np.array([[[1.0], [2.0]]]), np.array([[3.0]]), np.ones(1))
    >>> dx, dw, db = temporal_affine_backward(np.array([[[1.0], [1.0]]]), cache)
    >>> dx.ravel().tolist(), dw.tolist(), db.tolist()
    ([3.0, 3.0], [[3.0]], [2.0])
    """
    x, w = cache
    dx = dout @ w.T
    # mistake reshape-missing: dx = (dout @ w.T).reshape(-1, w.shape[0])
    # mistake transpose-missing: dx = dout @ w
    rows, drows = x.reshape(-1, x.shape[2]), dout.reshape(-1, dout.shape[2])  # N·T rows
    dw = rows.T @ drows
    # mistake last-step-only: dw = x[:, -1].T @ dout[:, -1]
    # mistake mean-twice: dw = rows.T @ drows / x.shape[0]
    # mistake averaged-over-time: dw = rows.T @ drows / x.shape[1]
    # mistake last-sample-only: dw = x[-1].T @ dout[-1]
    # mistake transposed-product: dw = drows.T @ rows
    db = np.sum(drows, axis=0)
    # mistake last-step-only: db = np.sum(dout[:, -1], axis=0)
    # mistake mean-twice: db = np.sum(drows, axis=0) / x.shape[0]
    # mistake averaged-over-time: db = np.sum(drows, axis=0) / x.shape[1]
    # mistake averaged-over-time: db = np.mean(drows, axis=0)
    # mistake batch-sum-missing: db = np.sum(dout, axis=1)
    # mistake sum-axis: db = np.sum(dout, axis=0)
    # mistake sum-axis: db = np.sum(drows)
    return dx, dw, db


def temporal_softmax_loss(
    x: np.ndarray, y: np.ndarray, mask: np.ndarray
) -> tuple[float, np.ndarray]:
    """Masked softmax cross-entropy over sequences, and its gradient with respect to the scores.

    L = −1/N Σ_n Σ_t mask[n, t]·log p[n, t, y[n, t]],  p = softmax of x over the last axis

    x: scores (N, T, V), of any size; y: integer targets (N, T); mask: boolean (N, T), True where
    a step counts; padding is False. Returns the loss (a number) and dx = ∂L/∂x (N, T, V).

    >>> x, y, mask = np.zeros((1, 2, 4)), np.array([[1, 3]]), np.array([[True, False]])
    >>> loss, dx = temporal_softmax_loss(x, y, mask)
    >>> round(float(loss), 4), dx[0, 0].tolist(), bool(dx[0, 1].any())
    (1.3863, [0.25, -0.75, 0.25, 0.25], False)
    """
    n = x.shape[0]
    # convention reduction-mean-unmasked instead of reduction-mean: n = np.sum(mask)
    # convention reduction-mean-steps instead of reduction-mean: n = mask.size
    batch, step = np.ogrid[: x.shape[0], : x.shape[1]]
    shifted = x - x.max(axis=2, keepdims=True)
    # mistake max-not-subtracted: shifted = x
    # mistake max-whole-batch: shifted = x - x.max()
    # mistake logits-masked/all: shifted = (x * mask[:, :, np.newaxis]) - (x * mask[:, :, np.newaxis]).max(axis=2, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=2, keepdims=True))
    # mistake softmax-over-time: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=2, keepdims=True))
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=2, keepdims=True)
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=(1, 2), keepdims=True))
    loss = -np.sum(mask * log_p[batch, step, y]) / n
    # mistake padding-counted/both: loss = -np.sum(log_p[batch, step, y]) / n
    # mistake padding-counted: loss = -np.sum(log_p[batch, step, y]) / n
    # mistake logits-masked/all: loss = -np.sum(log_p[batch, step, y]) / n
    # mistake padding-inverted: loss = -np.sum(~mask * log_p[batch, step, y]) / n
    # mistake averaged-over-steps: loss = -np.sum(mask * log_p[batch, step, y]) / mask.size
    # mistake loss-mean-missing: loss = -np.sum(mask * log_p[batch, step, y])
    # mistake averaged-over-steps: loss = -np.sum(mask * log_p[batch, step, y]) / np.sum(mask)
    # mistake sign-flipped: loss = np.sum(mask * log_p[batch, step, y]) / n
    # mistake probability-not-log: loss = -np.sum(mask * np.exp(log_p[batch, step, y])) / n
    # mistake last-step-only: loss = -np.sum(mask[:, -1] * log_p[batch, step, y][:, -1]) / n
    # mistake all-classes-counted: loss = -np.sum(mask[:, :, np.newaxis] * log_p) / n

    dx = np.exp(log_p)
    dx[batch, step, y] -= 1.0
    # mistake onehot-not-subtracted: pass
    # mistake label-term-sign: dx[batch, step, y] += 1.0
    dx = dx * mask[:, :, np.newaxis] / n
    # mistake padding-counted/both: dx = dx / n
    # mistake padding-counted: dx = dx / n
    # mistake logits-masked/all: dx = dx / n
    # mistake padding-inverted: dx = dx * ~mask[:, :, np.newaxis] / n
    # mistake mean-missing: dx = dx * mask[:, :, np.newaxis]
    # mistake averaged-over-steps: dx = dx * mask[:, :, np.newaxis] / mask.size
    # mistake averaged-over-steps: dx = dx * mask[:, :, np.newaxis] / np.sum(mask)
    # mistake sign-flipped: dx = -dx * mask[:, :, np.newaxis] / n
    # mistake averaged-over-steps: dx = dx * mask[:, :, np.newaxis] / x.size
    return loss, dx

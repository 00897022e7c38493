"""The fully connected layer, forward and backward.

Conventions: x (N, d_1, …, d_k) is flattened to (N, D) with D = d_1·…·d_k; w (D, M), b (M,);
out = x·w + b. The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray]


def affine_forward(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, Cache]:
    """Fully connected layer: out[n] = flatten(x[n])·w + b.

    x: inputs (N, d_1, …, d_k); w: weights (D, M) with D = d_1·…·d_k; b: biases (M,).
    Returns out (N, M) and a cache for the backward pass.

    >>> out, _ = affine_forward(np.ones((1, 2, 2)), np.ones((4, 3)), np.array([0.0, 1.0, 2.0]))
    >>> out.tolist()
    [[4.0, 5.0, 6.0]]
    """
    rows = x.reshape(x.shape[0], -1)
    out = rows @ w + b
    # mistake bias-missing: out = rows @ w
    # convention dense-xwt instead of dense-xw: out = rows @ w.T + b
    # mistake sign-flipped: out = rows @ w - b
    # mistake mean-twice: out = rows @ w / x.shape[0] + b
    # mistake bias-inside-sum: out = rows @ w + b * rows.shape[1]
    # mistake bias-added-to-weights: out = rows @ (w + b)
    # mistake flattened-by-columns: out = x.reshape(x.shape[0], -1, order="F") @ w + b
    return out, (x, w)
    # mistake reshape-missing: return out, (rows, w)


def affine_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the fully connected layer.

    dout: upstream gradient ∂L/∂out (N, M); cache: what `affine_forward` stored.
    Returns dx in the shape of x, dw (D, M) and db (M,).

    >>> _, cache = affine_forward(np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]]), np.zeros(1))
    >>> dx, dw, db = affine_backward(np.array([[10.0]]), cache)
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[30.0, 40.0]], [[10.0], [20.0]], [10.0])
    """
    x, w = cache
    rows = x.reshape(x.shape[0], -1)
    dx = (dout @ w.T).reshape(x.shape)
    # mistake reshape-missing: dx = dout @ w.T
    # mistake transpose-missing: dx = (dout @ w).reshape(x.shape)
    # mistake mean-twice: dx = (dout @ w.T).reshape(x.shape) / x.shape[0]
    # mistake upstream-missing: dx = (np.ones_like(dout) @ w.T).reshape(x.shape)
    # mistake sign-flipped: dx = -(dout @ w.T).reshape(x.shape)
    # convention dense-xwt instead of dense-xw: dx = (dout @ w).reshape(x.shape)
    # mistake flattened-by-columns: dx = (dout @ w.T).reshape(x.shape, order="F")
    dw = rows.T @ dout
    # convention dense-xwt instead of dense-xw: dw = dout.T @ rows
    # mistake transposed-product: dw = dout.T @ rows
    # mistake transpose-missing: dw = rows @ dout
    # mistake mean-twice: dw = rows.T @ dout / x.shape[0]
    # mistake last-sample-only: dw = np.outer(rows[-1], dout[-1])
    # mistake first-sample-only: dw = np.outer(rows[0], dout[0])
    # mistake upstream-missing: dw = rows.T @ np.ones_like(dout)
    # mistake sign-flipped: dw = -rows.T @ dout
    # mistake mean-twice: dw = rows.T @ dout / rows.size
    # mistake loop-one-short: dw = rows[1:].T @ dout[1:]
    # mistake loop-one-short: dw = rows[:-1].T @ dout[:-1]
    # mistake flattened-by-columns: dw = x.reshape(x.shape[0], -1, order="F").T @ dout
    db = np.sum(dout, axis=0)
    # mistake batch-sum-missing: db = dout
    # mistake sum-axis: db = np.sum(dout, axis=1)
    # mistake mean-twice: db = np.mean(dout, axis=0)
    # mistake last-sample-only: db = dout[-1]
    # mistake first-sample-only: db = dout[0]
    # mistake sum-axis: db = np.sum(dout)
    # mistake sign-flipped: db = -np.sum(dout, axis=0)
    # mistake upstream-missing: db = np.full(dout.shape[1], float(x.shape[0]))
    # mistake upstream-missing: db = np.ones(dout.shape[1])
    # mistake loop-one-short: db = np.sum(dout[1:], axis=0)
    # mistake loop-one-short: db = np.sum(dout[:-1], axis=0)
    return dx, dw, db

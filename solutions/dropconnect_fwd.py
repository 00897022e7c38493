"""A dense layer whose weights are dropped at random (DropConnect), forward and backward.

Conventions: y = x·W + b with x (N, D) and W (D, M); p is the probability to drop a weight; what is
kept is divided by 1 − p in training, so that test mode is a plain dense layer; one mask a batch.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def dropconnect_forward(
    x: np.ndarray, W: np.ndarray, b: np.ndarray, p: float, train: bool
) -> tuple[np.ndarray, Cache]:
    """A dense layer in which each weight is dropped with probability p.

    out = x·(m ⊙ W) + b, each entry of m being 0 with probability p, else 1/(1 − p); all ones in test mode

    x: inputs (N, D); W: weights (D, M); b: biases (M,); p: probability to drop a weight, below 1;
    train: whether to drop. Returns out (N, M) and a cache for the backward pass.

    >>> out, _ = dropconnect_forward(np.eye(30), np.ones((30, 30)), np.zeros(30), 0.5, True)
    >>> sorted(set(out.ravel().tolist())), bool(abs(out.mean() - 1.0) < 0.3)
    ([0.0, 2.0], True)
    >>> dropconnect_forward(np.array([[1.0, 2.0]]), np.eye(2), np.ones(2), 0.5, False)[0].tolist()
    [[2.0, 3.0]]
    """
    if train:
        mask = (np.random.rand(*W.shape) >= p) / (1.0 - p)
        # mistake keep-scale-missing: mask = (np.random.rand(*W.shape) >= p) * 1.0
        # mistake drop-and-keep-swapped: mask = (np.random.rand(*W.shape) < p) / p
        # mistake drop-and-keep-swapped: mask = (np.random.rand(*W.shape) < p) / (1.0 - p)
        # mistake activations-dropped: mask = np.repeat((np.random.rand(len(W), 1) >= p) / (1.0 - p), W.shape[1], axis=1)
        # mistake activations-dropped: mask = np.tile((np.random.rand(W.shape[1]) >= p) / (1.0 - p), (len(W), 1))
        # mistake multiplied-for-divided: mask = (np.random.rand(*W.shape) >= p) * (1.0 - p)
        # mistake mask-the-same-each-time: mask = (np.random.RandomState(0).rand(*W.shape) >= p) / (1.0 - p)
        # mistake scaled-by-drop-rate: mask = (np.random.rand(*W.shape) >= p) / p
    else:
        mask = np.ones(W.shape)
        # mistake weights-scaled-at-test: mask = np.full(W.shape, 1.0 - p)
        # mistake weights-scaled-at-test: mask = np.full(W.shape, 1.0 / (1.0 - p))
        # mistake dropout-at-test: mask = (np.random.rand(*W.shape) >= p) / (1.0 - p)
    out = x @ (mask * W) + b
    # mistake bias-dropped: out = x @ (mask * W) + mask[0] * b
    # mistake bias-missing: out = x @ (mask * W)
    # mistake mask-per-sample-of-weights: out = np.stack([row @ ((np.random.permutation(mask.ravel()).reshape(W.shape)) * W) for row in x]) + b
    return out, (x, W, mask)


def dropconnect_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the layer: what the mask kept out of the forward pass gets no gradient.

    dx = dout·(m ⊙ W)ᵀ,  dW = m ⊙ (xᵀ·dout),  db = Σ_n dout_n

    dout: upstream gradient ∂L/∂out (N, M); cache: what `dropconnect_forward` stored.
    Returns dx (N, D), dW (D, M) and db (M,).

    >>> _, cache = dropconnect_forward(np.ones((1, 2)), np.eye(2), np.zeros(2), 0.5, False)
    >>> dx, dW, db = dropconnect_backward(np.array([[3.0, 5.0]]), cache)
    >>> dx.tolist(), dW.tolist(), db.tolist()
    ([[3.0, 5.0]], [[3.0, 5.0], [3.0, 5.0]], [3.0, 5.0])
    """
    x, W, mask = cache
    dx = dout @ (mask * W).T
    # mistake mask-missing-in-dx: dx = dout @ W.T
    # mistake keep-scale-missing: dx = dout @ ((mask > 0) * W).T
    # mistake weight-mask-drawn-anew: dx = dout @ (np.random.permutation(mask.ravel()).reshape(W.shape) * W).T
    # mistake scale-squared: dx = dout @ (mask**2 * W).T
    # mistake transpose-missing: dx = dout @ (mask * W)
    dW = mask * (x.T @ dout)
    # mistake mask-missing-in-backward: dW = x.T @ dout
    # mistake keep-scale-missing: dW = (mask > 0) * (x.T @ dout)
    # mistake weight-mask-drawn-anew: dW = np.random.permutation(mask.ravel()).reshape(W.shape) * (x.T @ dout)
    # mistake scale-squared: dW = mask**2 * (x.T @ dout)
    # mistake mean-twice: dW = mask * (x.T @ dout) / len(x)
    db = np.sum(dout, axis=0)
    # mistake mean-twice: db = np.mean(dout, axis=0)
    # mistake sum-axis: db = np.sum(dout, axis=1)
    # mistake batch-sum-missing: db = dout
    return dx, dW, db

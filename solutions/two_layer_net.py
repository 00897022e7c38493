"""A network with one hidden layer: affine, ReLU, affine, softmax cross-entropy, L2 penalty.

Conventions: x (N, D), W1 (D, H), b1 (H,), W2 (H, C), b2 (C,); integer labels y (N,).
Cross-entropy is the mean over the N samples. The penalty is ½·reg·‖W‖² on both weight matrices,
so that its gradient is reg·W; biases are not penalised. The derivative of ReLU at 0 is 0.
"""

import numpy as np


def _cross_entropy(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Mean softmax cross-entropy of logits z (N, C), and its gradient (N, C)."""
    n = z.shape[0]
    rows = np.arange(n)
    shifted = z - z.max(axis=1, keepdims=True)  # exp cannot overflow
    # mistake softmax-axis/batch: shifted = z - z.max(axis=0, keepdims=True)
    # mistake normaliser-whole-batch/batch: shifted = z - z.max()
    # mistake max-not-subtracted: shifted = z
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis/batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake normaliser-whole-batch/batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    loss = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: loss = -np.sum(log_p[rows, y])
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(log_p[rows, y])
    # mistake sign-flipped: loss = np.sum(log_p[rows, y]) / n
    # mistake mean-over-classes: loss = -np.sum(log_p[rows, y]) / z.size
    # mistake probability-not-log: loss = -np.sum(np.exp(log_p[rows, y])) / n
    dz = np.exp(log_p)
    dz[rows, y] -= 1.0
    # mistake onehot-not-subtracted: pass
    # mistake label-term-sign: dz[rows, y] += 1.0
    # mistake broadcast-over-rows: dz[:, y] -= 1.0
    dz /= n
    # mistake mean-missing: pass
    # mistake sign-flipped: dz /= -n
    # convention reduction-sum instead of reduction-mean: pass
    # mistake mean-over-classes: dz /= z.size
    return loss, dz


def two_layer_loss(
    x: np.ndarray, y: np.ndarray, params: dict[str, np.ndarray], reg: float = 0.0
) -> tuple[float, dict[str, np.ndarray]]:
    """Loss of a network with one hidden ReLU layer, and its gradient for every parameter.

    z = max(x·W1 + b1, 0)·W2 + b2
    L = −1/N Σ_n log softmax(z)[n, y_n] + ½·reg·(‖W1‖² + ‖W2‖²)

    x: inputs (N, D); y: integer labels (N,); reg: strength of the penalty;
    params: {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}.
    Returns the loss (a number) and a dictionary of gradients with the same keys and shapes.

    >>> params = {"W1": np.eye(2), "b1": np.zeros(2), "W2": np.zeros((2, 2)), "b2": np.zeros(2)}
    >>> loss, grads = two_layer_loss(np.array([[2.0, -1.0]]), np.array([0]), params, reg=1.0)
    >>> round(float(loss), 4), grads["W2"].tolist(), grads["W1"].tolist()
    (1.6931, [[-1.0, 1.0], [0.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]])
    """
    w1, b1, w2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]

    a = x @ w1 + b1
    # mistake bias-missing: a = x @ w1
    # mistake bias-after-activation/hidden: a = x @ w1
    h = np.maximum(a, 0.0)
    # mistake bias-after-activation/hidden: h = np.maximum(a, 0.0) + b1
    # mistake activation-missing: h = a
    # mistake other-activation: h = np.tanh(a)
    # mistake other-activation: h = 1.0 / (1.0 + np.exp(-a))
    # mistake minimum-for-maximum: h = np.minimum(a, 0.0)
    z = h @ w2 + b2
    # mistake bias-missing: z = h @ w2
    # mistake output-activated: z = np.maximum(h @ w2 + b2, 0.0)
    # mistake preactivation-for-activation: z = a @ w2 + b2
    data_loss, dz = _cross_entropy(z, y)
    loss = data_loss + 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2))
    # mistake penalty-missing-in-loss: loss = data_loss
    # mistake penalty-half-mixed: loss = data_loss + reg * (np.sum(w1**2) + np.sum(w2**2))
    # mistake root-taken: loss = data_loss + 0.5 * reg * (np.sqrt(np.sum(w1**2)) + np.sqrt(np.sum(w2**2)))
    # mistake bias-penalised/all: loss = data_loss + 0.5 * reg * sum(np.sum(value**2) for value in params.values())
    # convention l2-full instead of l2-half: loss = data_loss + reg * (np.sum(w1**2) + np.sum(w2**2))
    # mistake penalty-one-layer: loss = data_loss + 0.5 * reg * np.sum(w1**2)
    # mistake penalty-one-layer: loss = data_loss + 0.5 * reg * np.sum(w2**2)
    # mistake penalty-averaged: loss = data_loss + 0.5 * reg * (np.mean(w1**2) + np.mean(w2**2))
    # mistake penalty-over-n/all: loss = data_loss + 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2)) / x.shape[0]
    # mistake penalty-over-n: loss = data_loss + 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2)) / x.shape[0]
    # mistake square-missing: loss = data_loss + 0.5 * reg * (np.sum(np.abs(w1)) + np.sum(np.abs(w2)))
    # mistake sign-flipped: loss = data_loss - 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2))
    # mistake penalty-rate-missing: loss = data_loss + 0.5 * (np.sum(w1**2) + np.sum(w2**2))
    # mistake path-overwritten: loss = 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2))
    # mistake bias-penalised: loss = data_loss + 0.5 * reg * sum(np.sum(value**2) for value in params.values())

    dh = dz @ w2.T
    # mistake transpose-missing: dh = dz @ w2
    da = np.where(a > 0, dh, 0.0)
    # mistake mask-of-upstream: da = np.where(dh > 0, dh, 0.0)
    # mistake activation-slope-missing: da = dh
    # mistake kink-included: da = np.where(a >= 0, dh, 0.0)
    # mistake mask-inverted: da = np.where(a > 0, 0.0, dh)
    # mistake value-for-derivative: da = dh * h
    # mistake value-for-derivative: da = dh * a
    grads = {
        "W1": x.T @ da,
        "b1": np.sum(da, axis=0),
        "W2": h.T @ dz,
        "b2": np.sum(dz, axis=0),
    }
    # mistake preactivation-for-activation: grads = {"W1": x.T @ da, "b1": np.sum(da, axis=0), "W2": a.T @ dz, "b2": np.sum(dz, axis=0)}
    # mistake mean-twice: grads = {"W1": x.T @ da, "b1": np.mean(da, axis=0), "W2": h.T @ dz, "b2": np.mean(dz, axis=0)}
    # mistake activation-slope-missing: grads = {"W1": x.T @ da, "b1": np.sum(dh, axis=0), "W2": h.T @ dz, "b2": np.sum(dz, axis=0)}
    # mistake last-sample-only: grads = {"W1": x.T @ da, "b1": da[-1], "W2": h.T @ dz, "b2": dz[-1]}
    grads["W1"] += reg * w1
    # mistake penalty-gradient-missing/both: pass
    # mistake penalty-gradient-missing/first: pass
    # mistake penalty-half-mixed/half: grads["W1"] += 0.5 * reg * w1
    # mistake penalty-half-mixed/double: grads["W1"] += 2.0 * reg * w1
    # mistake bias-penalised: grads["W1"] += reg * w1; grads["b1"] += reg * b1; grads["b2"] += reg * b2
    # mistake bias-penalised/all: grads["W1"] += reg * w1; grads["b1"] += reg * b1; grads["b2"] += reg * b2
    # convention l2-full instead of l2-half: grads["W1"] += 2.0 * reg * w1
    # mistake penalty-half-mixed: grads["W1"] += 0.5 * reg * w1
    # mistake penalty-half-mixed: grads["W1"] += 2.0 * reg * w1
    # mistake sign-flipped: grads["W1"] -= reg * w1
    # mistake penalty-weight-missing: grads["W1"] += reg
    # mistake penalty-over-n/all: grads["W1"] += reg * w1 / x.shape[0]
    # mistake penalty-over-n/gradients: grads["W1"] += reg * w1 / x.shape[0]
    # mistake penalty-rate-missing: grads["W1"] += w1
    # mistake path-overwritten: grads["W1"] = reg * w1
    grads["W2"] += reg * w2
    # mistake penalty-gradient-missing/both: pass
    # mistake penalty-gradient-missing/second: pass
    # mistake penalty-half-mixed/half: grads["W2"] += 0.5 * reg * w2
    # mistake penalty-half-mixed/double: grads["W2"] += 2.0 * reg * w2
    # convention l2-full instead of l2-half: grads["W2"] += 2.0 * reg * w2
    # mistake penalty-half-mixed: grads["W2"] += 0.5 * reg * w2
    # mistake penalty-half-mixed: grads["W2"] += 2.0 * reg * w2
    # mistake sign-flipped: grads["W2"] -= reg * w2
    # mistake penalty-weight-missing: grads["W2"] += reg
    # mistake penalty-over-n/all: grads["W2"] += reg * w2 / x.shape[0]
    # mistake penalty-over-n/gradients: grads["W2"] += reg * w2 / x.shape[0]
    # mistake penalty-rate-missing: grads["W2"] += w2
    # mistake path-overwritten: grads["W2"] = reg * w2
    return loss, grads

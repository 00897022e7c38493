"""A linear layer with a low-rank adapter (LoRA), forward, backward and merged.

Conventions: x (N, D), frozen weights W (D, M), A (D, r), B (r, M), no bias; the adapter is scaled
by alpha / r. The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]


def lora_forward(
    x: np.ndarray, W: np.ndarray, A: np.ndarray, B: np.ndarray, alpha: float
) -> tuple[np.ndarray, Cache]:
    """The frozen layer and the adapter side by side.

    y = x·W + (alpha/r) · x·A·B

    x: (N, D); W: (D, M); A: (D, r); B: (r, M); alpha: a number. Returns y (N, M) and a cache.

    >>> x, W = np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]])
    >>> y, _ = lora_forward(x, W, np.array([[1.0], [0.0]]), np.array([[10.0]]), 0.5)
    >>> y.tolist()
    [[8.0]]
    """
    scale = alpha / A.shape[1]
    # mistake lora-scale-missing/all: scale = 1.0
    # mistake rank-not-divided/all: scale = alpha
    # mistake rank-inverted/all: scale = A.shape[1] / alpha
    # mistake rank-of-other-axis/all: scale = alpha / A.shape[0]
    # mistake lora-scale-missing: scale = 1.0
    # mistake rank-not-divided: scale = alpha
    # mistake rank-of-other-axis: scale = alpha / A.shape[0]
    # convention lora-scale-root instead of lora-scale-rank: scale = alpha / np.sqrt(A.shape[1])
    hidden = x @ A
    # mistake activation-between/forward: hidden = np.maximum(x @ A, 0.0)
    y = x @ W + scale * hidden @ B
    # mistake base-path-missing: y = scale * hidden @ B
    # mistake adapter-missing: y = x @ W
    # mistake scale-on-both-paths: y = scale * (x @ W + hidden @ B)
    # mistake sign-flipped: y = x @ W - scale * hidden @ B
    # mistake scale-squared: y = x @ W + scale**2 * hidden @ B
    return y, (x, W, A, B, hidden, scale)


def lora_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the input and of the adapter; the frozen W gets none.

    dout: upstream gradient ∂L/∂y (N, M); cache: what `lora_forward` stored.
    Returns dx (N, D), dA (D, r) and dB (r, M).

    >>> x, W = np.array([[1.0, 2.0]]), np.array([[1.0], [1.0]])
    >>> _, cache = lora_forward(x, W, np.array([[1.0], [0.0]]), np.array([[10.0]]), 0.5)
    >>> dx, dA, dB = lora_backward(np.array([[1.0]]), cache)
    >>> dx.tolist(), dA.tolist(), dB.tolist()
    ([[6.0, 1.0]], [[5.0], [10.0]], [[0.5]])
    """
    x, W, A, B, hidden, scale = cache
    d_hidden = scale * dout @ B.T
    # mistake scale-missing-in-gradient/both: d_hidden = dout @ B.T
    # mistake scale-missing-in-gradient: d_hidden = dout @ B.T
    # mistake scale-squared: d_hidden = scale**2 * dout @ B.T
    dA = x.T @ d_hidden
    # mistake mean-twice: dA = x.T @ d_hidden / x.shape[0]
    # mistake sign-flipped: dA = -x.T @ d_hidden
    # mistake scale-squared: dA = scale * x.T @ d_hidden
    # mistake scale-missing-in-gradient: dA = x.T @ dout @ B.T
    # mistake last-sample-only: dA = np.outer(x[-1], d_hidden[-1])
    dB = scale * hidden.T @ dout
    # mistake scale-missing-in-gradient/both: dB = hidden.T @ dout
    # mistake scale-missing-in-gradient: dB = hidden.T @ dout
    # mistake scale-squared: dB = scale**2 * hidden.T @ dout
    # mistake mean-twice: dB = scale * hidden.T @ dout / x.shape[0]
    # mistake sign-flipped: dB = -scale * hidden.T @ dout
    # mistake last-sample-only: dB = scale * np.outer(hidden[-1], dout[-1])
    dx = dout @ W.T + d_hidden @ A.T
    # mistake adapter-path-missing: dx = dout @ W.T
    # mistake base-path-missing: dx = d_hidden @ A.T
    # mistake scale-squared: dx = dout @ W.T + scale * d_hidden @ A.T
    # mistake scale-missing-in-gradient: dx = dout @ W.T + dout @ B.T @ A.T
    # mistake transpose-missing: dx = dout @ W + d_hidden @ A.T
    # mistake transpose-missing: dx = dout @ W.T + d_hidden @ A
    return dx, dA, dB


def lora_merge(W: np.ndarray, A: np.ndarray, B: np.ndarray, alpha: float) -> np.ndarray:
    """Weights that give what `lora_forward` gives, with one product instead of three.

    W: (D, M); A: (D, r); B: (r, M). Returns W + (alpha/r)·A·B of shape (D, M), a new array.

    >>> lora_merge(np.ones((1, 2)), np.array([[2.0]]), np.array([[3.0, 0.0]]), 0.5).tolist()
    [[4.0, 1.0]]
    """
    scale = alpha / A.shape[1]
    # mistake lora-scale-missing/all: scale = 1.0
    # mistake rank-not-divided/all: scale = alpha
    # mistake rank-inverted/all: scale = A.shape[1] / alpha
    # mistake rank-of-other-axis/all: scale = alpha / A.shape[0]
    # mistake lora-scale-missing: scale = 1.0
    # mistake rank-not-divided: scale = alpha
    # convention lora-scale-root instead of lora-scale-rank: scale = alpha / np.sqrt(A.shape[1])
    return W + scale * A @ B
    # mistake sign-flipped: return W - scale * A @ B
    # mistake adapter-alone-returned: return scale * A @ B

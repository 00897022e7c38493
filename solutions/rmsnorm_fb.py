"""RMSNorm, forward and backward.

Conventions: the last axis is normalised by its root mean square; no mean is subtracted and there is
no β; eps stands inside the root.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def rmsnorm_forward(
    x: np.ndarray, gamma: np.ndarray, eps: float = 1e-5
) -> tuple[np.ndarray, Cache]:
    """Divide every vector by its root mean square and scale its features.

    out = γ ⊙ x̂,  x̂ = x / r,  r = √(mean over the last axis of x² + ε)

    x: inputs (N, T, D) or (N, D); gamma: (D,). Returns out in the shape of x and a cache.

    >>> out, _ = rmsnorm_forward(np.array([[1.0, 7.0]]), np.array([1.0, 2.0]), eps=0.0)
    >>> out.round(6).tolist()
    [[0.2, 2.8]]
    """
    rms = np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)
    # mistake eps-outside-root: rms = np.sqrt(np.mean(x**2, axis=-1, keepdims=True)) + eps
    # mistake mean-subtracted: rms = np.sqrt(np.var(x, axis=-1, keepdims=True) + eps)
    # mistake sum-for-mean: rms = np.sqrt(np.sum(x**2, axis=-1, keepdims=True) + eps)
    # mistake root-missing: rms = np.mean(x**2, axis=-1, keepdims=True) + eps
    # mistake statistics-axis: rms = np.sqrt(np.mean(x**2, axis=0, keepdims=True) + eps)
    # mistake statistics-whole-array: rms = np.sqrt(np.mean(x**2) + eps)
    # mistake square-missing: rms = np.sqrt(np.abs(np.mean(x, axis=-1, keepdims=True)) + eps)
    # mistake eps-missing: rms = np.sqrt(np.mean(x**2, axis=-1, keepdims=True))
    # mistake magnitude-for-rms: rms = np.mean(np.abs(x), axis=-1, keepdims=True) + eps
    x_hat = x / rms
    # mistake mean-subtracted: x_hat = (x - np.mean(x, axis=-1, keepdims=True)) / np.sqrt(np.var(x, axis=-1, keepdims=True) + eps)
    # mistake mean-subtracted: x_hat = (x - np.mean(x, axis=-1, keepdims=True)) / rms
    # mistake multiplied-for-divided: x_hat = x * rms
    out = gamma * x_hat
    # mistake gamma-missing: out = x_hat
    # mistake gamma-plus-one: out = (1.0 + gamma) * x_hat
    return out, (x_hat, rms, gamma)


def rmsnorm_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of RMSNorm: r is a function of x, so every entry acts on its whole vector.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `rmsnorm_forward` stored.
    Returns dx in the shape of x and dgamma (D,).

    >>> _, cache = rmsnorm_forward(np.array([[1.0, 7.0]]), np.ones(2), eps=0.0)
    >>> dx, dgamma = rmsnorm_backward(np.array([[1.0, 0.0]]), cache)
    >>> dx.round(6).tolist(), dgamma.round(6).tolist()
    ([[0.196, -0.028]], [0.2, 0.0])
    """
    x_hat, rms, gamma = cache
    dgamma = np.sum(dout * x_hat, axis=tuple(range(dout.ndim - 1)))
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=0)
    # mistake normalised-input-missing: dgamma = np.sum(dout, axis=tuple(range(dout.ndim - 1)))
    # mistake mean-twice: dgamma = np.mean(dout * x_hat, axis=tuple(range(dout.ndim - 1)))
    # mistake gamma-added: dgamma = np.sum(dout * x_hat * gamma, axis=tuple(range(dout.ndim - 1)))
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=-1)
    # mistake batch-sum-missing: dgamma = dout * x_hat
    # mistake unnormalised-input: dgamma = np.sum(dout * x_hat * rms, axis=tuple(range(dout.ndim - 1)))
    dx_hat = dout * gamma
    # mistake gamma-missing: dx_hat = dout
    # Stretching x does not change x̂: the part of the gradient along x̂ drops out.
    along_scale = x_hat * np.mean(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake rms-constant: along_scale = 0.0
    # mistake sum-for-mean: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake mean-term-added: along_scale = np.mean(dx_hat, axis=-1, keepdims=True) + x_hat * np.mean(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake gamma-outside-mean: along_scale = gamma * x_hat * np.mean(dout * x_hat, axis=-1, keepdims=True)
    # mistake normalised-input-missing: along_scale = np.mean(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake diagonal-only: along_scale = x_hat * dx_hat * x_hat / dout.shape[-1]
    # mistake half-dropped: along_scale = 2.0 * x_hat * np.mean(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake factor-two-dropped: along_scale = 0.5 * x_hat * np.mean(dx_hat * x_hat, axis=-1, keepdims=True)
    # mistake unnormalised-input: along_scale = x_hat * rms * np.mean(dx_hat * x_hat * rms, axis=-1, keepdims=True)
    # mistake gamma-missing: along_scale = x_hat * np.mean(dout * x_hat, axis=-1, keepdims=True)
    dx = (dx_hat - along_scale) / rms
    # mistake sign-flipped: dx = (dx_hat + along_scale) / rms
    # mistake rms-missing: dx = dx_hat - along_scale
    # mistake multiplied-for-divided: dx = (dx_hat - along_scale) * rms
    # mistake rms-missing: dx = dx_hat / rms - along_scale
    return dx, dgamma

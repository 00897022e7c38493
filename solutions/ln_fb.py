"""Layer normalisation, forward and backward.

Conventions: x (N, D), every row normalised with its own mean and its own biased variance (divided
by D); eps stands inside the root; γ and β belong to the features and are shared by all rows.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def layernorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, ln_param: dict
) -> tuple[np.ndarray, Cache]:
    """Normalise every sample over its features, then scale and shift every feature.

    out[n] = γ ⊙ x̂[n] + β,  x̂[n] = (x[n] − μ[n]) / √(σ²[n] + ε)

    μ[n] and σ²[n] are the mean and the biased variance of the D entries of row n.

    x: inputs (N, D); gamma, beta: (D,); ln_param: a dictionary with "eps" (default 1e-5).
    Returns out (N, D) and a cache for the backward pass.

    >>> x = np.array([[1.0, 3.0], [10.0, 30.0]])
    >>> out, _ = layernorm_forward(x, np.array([1.0, 2.0]), np.ones(2), {"eps": 0.0})
    >>> out.tolist()
    [[0.0, 3.0], [0.0, 3.0]]
    """
    eps = ln_param.get("eps", 1e-5)
    # mistake wrong-default: eps = ln_param.get("eps", 1e-8)
    # mistake wrong-default: eps = ln_param.get("eps", 1e-3)
    # mistake wrong-default: eps = ln_param.get("eps", 1e-6)
    # mistake wrong-default: eps = ln_param.get("eps", 1e-12)
    mean = np.mean(x, axis=1, keepdims=True)
    # mistake statistics-axis/both: mean = np.mean(x, axis=0, keepdims=True)
    # mistake statistics-whole-array/both: mean = np.mean(x)
    # mistake mean-not-subtracted: mean = 0.0
    var = np.var(x, axis=1, keepdims=True)
    # mistake variance-unbiased: var = np.var(x, axis=1, keepdims=True, ddof=1)
    # mistake statistics-axis/both: var = np.var(x, axis=0, keepdims=True)
    # mistake statistics-whole-array/both: var = np.var(x)
    # mistake variance-uncentred: var = np.mean(x**2, axis=1, keepdims=True)
    # mistake sum-for-mean: var = np.sum((x - mean) ** 2, axis=1, keepdims=True)
    std = np.sqrt(var + eps)
    # mistake eps-outside-root: std = np.sqrt(var) + eps
    # mistake root-missing: std = var + eps
    # mistake eps-missing: std = np.sqrt(var)
    x_hat = (x - mean) / std
    # mistake mean-not-subtracted: x_hat = x / std
    # mistake multiplied-for-divided: x_hat = (x - mean) * std
    # mistake std-missing: x_hat = x - mean
    # mistake sign-flipped: x_hat = (mean - x) / std
    out = gamma * x_hat + beta
    # mistake beta-missing: out = gamma * x_hat
    # mistake gamma-missing: out = x_hat + beta
    # mistake gamma-beta-swapped: out = beta * x_hat + gamma
    # mistake parameter-of-rows: out = gamma[:, None] * x_hat + beta[:, None]
    return out, (x_hat, std, gamma)


def layernorm_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of layer normalisation.

    γ and β act on every row, so their gradients sum over the rows; μ and σ² are functions of a
    row, so every x[n, d] acts on all outputs of row n.

    dout: upstream gradient ∂L/∂out (N, D); cache: what `layernorm_forward` stored.
    Returns dx (N, D), dgamma (D,) and dbeta (D,).

    >>> x, ones = np.array([[1.0, 2.0, 6.0]]), np.ones(3)
    >>> _, cache = layernorm_forward(x, ones, 0 * ones, {"eps": 0.0})
    >>> dx, dgamma, dbeta = layernorm_backward(np.array([[1.0, 0.0, 0.0]]), cache)
    >>> dx.round(4).tolist(), dgamma.round(4).tolist(), dbeta.tolist()
    ([[0.1763, -0.2204, 0.0441]], [-0.9258, 0.0, 0.0], [1.0, 0.0, 0.0])
    """
    x_hat, std, gamma = cache
    dgamma = np.sum(dout * x_hat, axis=0)
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=1)
    # mistake normalised-input-missing: dgamma = np.sum(dout, axis=0)
    # mistake mean-twice: dgamma = np.mean(dout * x_hat, axis=0)
    # mistake gamma-added: dgamma = np.sum(dout * x_hat * gamma, axis=0)
    # mistake batch-sum-missing: dgamma = dout * x_hat
    # mistake std-missing: dgamma = np.sum(dout * x_hat * std, axis=0)
    dbeta = np.sum(dout, axis=0)
    # mistake sum-axis: dbeta = np.sum(dout, axis=1)
    # mistake mean-twice: dbeta = np.mean(dout, axis=0)
    # mistake batch-sum-missing: dbeta = dout

    # Shifting or scaling a whole row does not change x̂; so the part of the gradient along those
    # two directions, its mean and its component on x̂, drops out.
    dx_hat = dout * gamma
    # mistake gamma-missing: dx_hat = dout
    along_shift = np.mean(dx_hat, axis=1, keepdims=True)
    # mistake stats-constant/both: along_shift = 0.0
    # mistake sum-axis/both: along_shift = np.mean(dx_hat, axis=0)
    # mistake gamma-outside-mean/both: along_shift = gamma * np.mean(dout, axis=1, keepdims=True)
    # mistake sum-for-mean/both: along_shift = np.sum(dx_hat, axis=1, keepdims=True)
    # mistake wrong-count/both: along_shift = np.sum(dx_hat, axis=1, keepdims=True) / dout.shape[0]
    # mistake mean-constant: along_shift = 0.0
    # mistake sign-flipped: along_shift = -np.mean(dx_hat, axis=1, keepdims=True)
    along_scale = x_hat * np.mean(dx_hat * x_hat, axis=1, keepdims=True)
    # mistake variance-constant: along_scale = 0.0
    # mistake stats-constant/both: along_scale = 0.0
    # mistake sum-axis/both: along_scale = x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake gamma-outside-mean/both: along_scale = gamma * x_hat * np.mean(dout * x_hat, axis=1, keepdims=True)
    # mistake sum-for-mean/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=1, keepdims=True)
    # mistake wrong-count/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=1, keepdims=True) / dout.shape[0]
    # mistake normalised-input-missing: along_scale = np.mean(dx_hat * x_hat, axis=1, keepdims=True)
    # mistake sign-flipped: along_scale = -x_hat * np.mean(dx_hat * x_hat, axis=1, keepdims=True)
    # mistake half-dropped: along_scale = 2.0 * x_hat * np.mean(dx_hat * x_hat, axis=1, keepdims=True)
    dx = (dx_hat - along_shift - along_scale) / std
    # mistake std-missing: dx = dx_hat - along_shift - along_scale
    # mistake root-missing: dx = (dx_hat - along_shift - along_scale) / std**2
    # mistake multiplied-for-divided: dx = (dx_hat - along_shift - along_scale) * std
    # mistake sign-flipped: dx = (dx_hat + along_shift + along_scale) / std
    return dx, dgamma, dbeta

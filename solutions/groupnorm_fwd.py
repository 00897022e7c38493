"""Group normalisation of images, forward and backward.

Conventions: x (N, C, H, W); the channels of a sample form G groups of neighbours; each group is
normalised with its own mean and biased variance; eps stands inside the root; γ and β are
(1, C, 1, 1). G = C is instance normalisation.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def spatial_groupnorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, G: int, gn_param: dict
) -> tuple[np.ndarray, Cache]:
    """Normalise every group of channels of every sample, then scale and shift every channel.

    out[n, c] = γ[c]·x̂[n, c] + β[c],  x̂[n, c] = (x[n, c] − μ[n, g]) / √(σ²[n, g] + ε)

    g is the group of channel c; μ[n, g] and σ²[n, g] are the mean and the biased variance of its
    C/G·H·W values.

    x: feature maps (N, C, H, W); gamma, beta: (1, C, 1, 1); G: number of groups, divides C;
    gn_param: a dictionary with "eps" (default 1e-5).
    Returns out (N, C, H, W) and a cache for the backward pass.

    >>> x = np.array([1.0, 3.0, 10.0, 30.0]).reshape(1, 4, 1, 1)
    >>> one = np.ones((1, 4, 1, 1))
    >>> out, _ = spatial_groupnorm_forward(x, one, 0 * one, 2, {"eps": 0.0})
    >>> out.ravel().tolist()
    [-1.0, 1.0, -1.0, 1.0]
    """
    eps = gn_param.get("eps", 1e-5)
    # mistake wrong-default: eps = gn_param.get("eps", 1e-8)
    # mistake wrong-default: eps = gn_param.get("eps", 1e-3)
    n, c, h, w = x.shape
    groups = x.reshape(n, G, -1)
    # mistake group-size-for-number/all: groups = x.reshape(n, c // G, -1)
    # mistake groups-interleaved/all: groups = x.reshape(n, c // G, G, h * w).swapaxes(1, 2).reshape(n, G, -1)
    # mistake group-number-ignored/all: groups = x.reshape(n, 1, -1)
    # mistake groups-of-one-channel/all: groups = x.reshape(n, c, -1)
    mean = np.mean(groups, axis=2, keepdims=True)
    # mistake statistics-axis/both: mean = np.mean(groups, axis=(0, 2), keepdims=True)
    # mistake mean-not-subtracted: mean = 0.0
    # mistake statistics-whole-array/both: mean = np.mean(groups)
    # mistake statistics-over-group-numbers/both: mean = np.mean(groups, axis=1, keepdims=True)
    var = np.var(groups, axis=2, keepdims=True)
    # mistake statistics-axis/both: var = np.var(groups, axis=(0, 2), keepdims=True)
    # mistake variance-unbiased: var = np.var(groups, axis=2, keepdims=True, ddof=1)
    # mistake statistics-whole-array/both: var = np.var(groups)
    # mistake statistics-over-group-numbers/both: var = np.var(groups, axis=1, keepdims=True)
    # mistake variance-uncentred: var = np.mean(groups**2, axis=2, keepdims=True)
    std = np.sqrt(var + eps)
    # mistake eps-outside-root: std = np.sqrt(var) + eps
    # mistake root-missing: std = var + eps
    x_hat = ((groups - mean) / std).reshape(x.shape)
    # mistake groups-interleaved/all: x_hat = ((groups - mean) / std).reshape(n, G, c // G, h * w).swapaxes(1, 2).reshape(x.shape)
    # mistake mean-not-subtracted: x_hat = (groups / std).reshape(x.shape)
    # mistake std-missing: x_hat = (groups - mean).reshape(x.shape)
    out = gamma * x_hat + beta
    # mistake beta-missing: out = gamma * x_hat
    # mistake gamma-missing: out = x_hat + beta
    # mistake gamma-beta-swapped: out = beta * x_hat + gamma
    return out, (x_hat, std, gamma)


def spatial_groupnorm_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of group normalisation.

    γ and β act on a channel of all samples; μ and σ² are functions of a group, so every entry of a
    group acts on all outputs of it.

    dout: upstream gradient ∂L/∂out (N, C, H, W); cache: what `spatial_groupnorm_forward` stored.
    Returns dx (N, C, H, W), dgamma (1, C, 1, 1) and dbeta (1, C, 1, 1).

    >>> x, one = np.array([1.0, 2.0, 6.0]).reshape(1, 3, 1, 1), np.ones((1, 3, 1, 1))
    >>> _, cache = spatial_groupnorm_forward(x, one, 0 * one, 1, {"eps": 0.0})
    >>> dout = np.array([1.0, 0.0, 0.0]).reshape(1, 3, 1, 1)
    >>> dx, dgamma, dbeta = spatial_groupnorm_backward(dout, cache)
    >>> dx.ravel().round(4).tolist(), dgamma.ravel().round(4).tolist(), dbeta.shape
    ([0.1763, -0.2204, 0.0441], [-0.9258, 0.0, 0.0], (1, 3, 1, 1))
    """
    x_hat, std, gamma = cache
    dgamma = np.sum(dout * x_hat, axis=(0, 2, 3), keepdims=True)
    # mistake axes-not-kept/both: dgamma = np.sum(dout * x_hat, axis=(0, 2, 3))
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=(1, 2, 3), keepdims=True)
    # mistake normalised-input-missing: dgamma = np.sum(dout, axis=(0, 2, 3), keepdims=True)
    # mistake mean-twice: dgamma = np.mean(dout * x_hat, axis=(0, 2, 3), keepdims=True)
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=0, keepdims=True)
    # mistake axes-not-kept: dgamma = np.sum(dout * x_hat, axis=(0, 2, 3))
    # mistake gamma-added: dgamma = np.sum(dout * x_hat * gamma, axis=(0, 2, 3), keepdims=True)
    dbeta = np.sum(dout, axis=(0, 2, 3), keepdims=True)
    # mistake axes-not-kept/both: dbeta = np.sum(dout, axis=(0, 2, 3))
    # mistake sum-axis: dbeta = np.sum(dout, axis=(1, 2, 3), keepdims=True)
    # mistake mean-twice: dbeta = np.mean(dout, axis=(0, 2, 3), keepdims=True)
    # mistake axes-not-kept: dbeta = np.sum(dout, axis=(0, 2, 3))
    # mistake sum-axis: dbeta = np.sum(dout, axis=0, keepdims=True)

    # γ differs within a group, so it goes into the gradient before the means are taken.
    dx_hat = (dout * gamma).reshape(*std.shape[:2], -1)
    # mistake gamma-missing: dx_hat = dout.reshape(*std.shape[:2], -1)
    x_hat = x_hat.reshape(dx_hat.shape)
    along_shift = np.mean(dx_hat, axis=2, keepdims=True)
    # mistake stats-constant/both: along_shift = 0.0
    # mistake sum-for-mean/both: along_shift = np.sum(dx_hat, axis=2, keepdims=True)
    # mistake sum-axis/both: along_shift = np.mean(dx_hat, axis=(0, 2), keepdims=True)
    # mistake mean-constant: along_shift = 0.0
    # mistake group-size-without-channels/both: along_shift = np.sum(dx_hat, axis=2, keepdims=True) / np.prod(dout.shape[2:])
    along_scale = x_hat * np.mean(dx_hat * x_hat, axis=2, keepdims=True)
    # mistake variance-constant: along_scale = 0.0
    # mistake stats-constant/both: along_scale = 0.0
    # mistake sum-for-mean/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=2, keepdims=True)
    # mistake sum-axis/both: along_scale = x_hat * np.mean(dx_hat * x_hat, axis=(0, 2), keepdims=True)
    # mistake normalised-input-missing: along_scale = np.mean(dx_hat * x_hat, axis=2, keepdims=True)
    # mistake half-dropped: along_scale = 2.0 * x_hat * np.mean(dx_hat * x_hat, axis=2, keepdims=True)
    # mistake group-size-without-channels/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=2, keepdims=True) / np.prod(dout.shape[2:])
    dx = ((dx_hat - along_shift - along_scale) / std).reshape(dout.shape)
    # mistake std-missing: dx = (dx_hat - along_shift - along_scale).reshape(dout.shape)
    # mistake sign-flipped: dx = ((dx_hat + along_shift + along_scale) / std).reshape(dout.shape)
    # mistake reshape-missing: dx = (dx_hat - along_shift - along_scale) / std
    return dx, dgamma, dbeta

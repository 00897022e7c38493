"""Batch normalisation of images, in training and test mode, and its backward pass.

Conventions: x (N, C, H, W), statistics over N, H and W for each channel; the biased variance
(divided by N·H·W) normalises and enters the running variance; eps stands inside the root;
running ← momentum·running + (1 − momentum)·batch.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def spatial_batchnorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, bn_param: dict
) -> tuple[np.ndarray, Cache]:
    """Normalise every channel over the batch and all positions, then scale and shift it.

    out[:, c] = γ[c]·x̂[:, c] + β[c],  x̂[:, c] = (x[:, c] − μ[c]) / √(σ²[c] + ε)

    In mode "train" μ and σ² are the mean and the biased variance of the N·H·W values of a channel,
    and the running statistics move: running ← momentum·running + (1 − momentum)·batch. In mode
    "test" μ and σ² are the running statistics, which stay as they are.

    x: feature maps (N, C, H, W); gamma, beta: (C,); bn_param: a dictionary with "mode" ("train" or
    "test"), "eps" (default 1e-5), "momentum" (default 0.9), "running_mean" and "running_var" (C,)
    (default zeros); the new running statistics are written into it.
    Returns out (N, C, H, W) and a cache for the backward pass.

    >>> x = np.array([1.0, 1.0, 3.0, 3.0]).reshape(1, 1, 2, 2)
    >>> bn_param = {"mode": "train", "eps": 0.0}
    >>> out, _ = spatial_batchnorm_forward(x, np.array([2.0]), np.ones(1), bn_param)
    >>> out.tolist(), bn_param["running_mean"].round(6).tolist()
    ([[[[-1.0, -1.0], [3.0, 3.0]]]], [0.2])
    """
    eps = bn_param.get("eps", 1e-5)
    # mistake wrong-default: eps = bn_param.get("eps", 1e-3)
    momentum = bn_param.get("momentum", 0.9)
    # mistake wrong-default: momentum = bn_param.get("momentum", 0.1)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    # mistake wrong-default: running_var = bn_param.get("running_var", np.ones(x.shape[1]))

    if bn_param["mode"] == "train":
        mean, var = np.mean(x, axis=(0, 2, 3)), np.var(x, axis=(0, 2, 3))
        # mistake statistics-per-image: mean, var = np.mean(x, axis=(2, 3)), np.var(x, axis=(2, 3))
        # mistake variance-unbiased: mean, var = np.mean(x, axis=(0, 2, 3)), np.var(x, axis=(0, 2, 3), ddof=1)
        # mistake pixels-not-counted: mean, var = np.sum(x, axis=(0, 2, 3)) / x.shape[0], np.var(x, axis=(0, 2, 3))
        # mistake statistics-whole-array: mean, var = np.full(x.shape[1], np.mean(x)), np.full(x.shape[1], np.var(x))
        # mistake variance-uncentred: mean, var = np.mean(x, axis=(0, 2, 3)), np.mean(x**2, axis=(0, 2, 3))
        # mistake pixels-not-counted: mean, var = np.mean(x, axis=(0, 2, 3)), np.var(x, axis=(0, 2, 3)) * x[0, 0].size
        bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * mean
        # mistake running-not-updated/both: pass
        # mistake running-overwritten/both: bn_param["running_mean"] = mean
        # convention bn-momentum-new instead of bn-momentum-old: bn_param["running_mean"] = (1.0 - momentum) * running_mean + momentum * mean
        # convention bn-running-torch instead of bn-momentum-old: bn_param["running_mean"] = (1.0 - momentum) * running_mean + momentum * mean
        bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * var
        # mistake running-not-updated/both: pass
        # mistake running-overwritten/both: bn_param["running_var"] = var
        # convention bn-momentum-new instead of bn-momentum-old: bn_param["running_var"] = (1.0 - momentum) * running_var + momentum * var
        # convention bn-running-torch instead of bn-momentum-old: bn_param["running_var"] = (1.0 - momentum) * running_var + momentum * np.var(x, axis=(0, 2, 3), ddof=1)
        # convention bn-running-unbiased instead of bn-running-biased: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.var(x, axis=(0, 2, 3), ddof=1)
        # mistake deviation-for-variance: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.sqrt(var + eps)
    else:
        mean, var = running_mean, running_var
        # mistake batch-statistics-at-test: mean, var = np.mean(x, axis=(0, 2, 3)), np.var(x, axis=(0, 2, 3))
        # mistake running-updated-at-test:
        #     mean, var = running_mean, running_var
        #     bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * np.mean(x, axis=(0, 2, 3))
        #     bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.var(x, axis=(0, 2, 3))

    std = np.sqrt(var + eps)
    # mistake eps-outside-root: std = np.sqrt(var) + eps
    # mistake root-missing: std = var + eps
    # mistake eps-missing: std = np.sqrt(var)
    # mistake eps-outside-root: std = np.sqrt(var + eps) if bn_param["mode"] == "train" else np.sqrt(var) + eps
    # mistake root-missing: std = np.sqrt(var + eps) if bn_param["mode"] == "train" else var + eps
    # mistake eps-missing: std = np.sqrt(var + eps) if bn_param["mode"] == "train" else np.sqrt(var)
    x_hat = (x - mean[..., None, None]) / std[..., None, None]
    # mistake mean-not-subtracted: x_hat = x / std[..., None, None]
    # mistake std-missing: x_hat = x - mean[..., None, None]
    # mistake std-missing: x_hat = (x - mean[..., None, None]) / (1.0 if bn_param["mode"] == "train" else std[..., None, None])
    # mistake mean-not-subtracted: x_hat = (x - (0.0 if bn_param["mode"] == "train" else mean[..., None, None])) / std[..., None, None]
    out = gamma[:, None, None] * x_hat + beta[:, None, None]
    # mistake channel-along-width: out = gamma * x_hat + beta
    # mistake beta-missing: out = gamma[:, None, None] * x_hat
    # mistake gamma-missing: out = x_hat + beta[:, None, None]
    # mistake gamma-beta-swapped: out = beta[:, None, None] * x_hat + gamma[:, None, None]
    # mistake beta-missing: out = gamma[:, None, None] * x_hat + (0.0 if bn_param["mode"] == "train" else beta[:, None, None])
    # mistake beta-missing: out = gamma[:, None, None] * x_hat + (beta[:, None, None] if bn_param["mode"] == "train" else 0.0)
    # mistake gamma-missing: out = (1.0 if bn_param["mode"] == "train" else gamma[:, None, None]) * x_hat + beta[:, None, None]
    # mistake gamma-missing: out = (gamma[:, None, None] if bn_param["mode"] == "train" else 1.0) * x_hat + beta[:, None, None]
    return out, (x_hat, std, gamma)


def spatial_batchnorm_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of batch normalisation of images in training mode.

    μ and σ² are functions of the batch, so every x[n, c, i, j] acts on all outputs of channel c.

    dout: upstream gradient ∂L/∂out (N, C, H, W); cache: what `spatial_batchnorm_forward` stored in
    mode "train". Returns dx (N, C, H, W), dgamma (C,) and dbeta (C,).

    >>> x, ones = np.array([1.0, 2.0, 6.0]).reshape(1, 1, 1, 3), np.ones(1)
    >>> _, cache = spatial_batchnorm_forward(x, ones, 0 * ones, {"mode": "train", "eps": 0.0})
    >>> dout = np.array([1.0, 0.0, 0.0]).reshape(1, 1, 1, 3)
    >>> dx, dgamma, dbeta = spatial_batchnorm_backward(dout, cache)
    >>> dx.round(4).tolist(), dgamma.round(4).tolist(), dbeta.tolist()
    ([[[[0.1763, -0.2204, 0.0441]]]], [-0.9258], [1.0])
    """
    x_hat, std, gamma = cache
    dgamma = np.sum(dout * x_hat, axis=(0, 2, 3))
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=0)
    # mistake normalised-input-missing: dgamma = np.sum(dout, axis=(0, 2, 3))
    # mistake mean-twice: dgamma = np.mean(dout * x_hat, axis=(0, 2, 3))
    # mistake gamma-added: dgamma = np.sum(dout * x_hat, axis=(0, 2, 3)) * gamma
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=(0, 1, 2))
    dbeta = np.sum(dout, axis=(0, 2, 3))
    # mistake sum-axis: dbeta = np.sum(dout, axis=0)
    # mistake mean-twice: dbeta = np.mean(dout, axis=(0, 2, 3))
    # mistake sum-axis: dbeta = np.sum(dout, axis=(0, 1, 2))

    # As for vectors: a shift or a stretch of a whole channel does not change x̂, so the parts of
    # the gradient along those two directions drop out. All means are over N·H·W values.
    dx_hat = dout * gamma[:, None, None]
    # mistake gamma-missing: dx_hat = dout
    # mistake channel-along-width: dx_hat = dout * gamma
    along_shift = np.mean(dx_hat, axis=(0, 2, 3), keepdims=True)
    # mistake pixels-not-counted/both: along_shift = np.sum(dx_hat, axis=(0, 2, 3), keepdims=True) / dout.shape[0]
    # mistake stats-constant/both: along_shift = 0.0
    # mistake sum-axis/both: along_shift = np.mean(dx_hat, axis=0)
    # mistake sum-for-mean/both: along_shift = np.sum(dx_hat, axis=(0, 2, 3), keepdims=True)
    # mistake mean-constant: along_shift = 0.0
    # mistake sum-axis/image: along_shift = np.mean(dx_hat, axis=(2, 3), keepdims=True)
    along_scale = x_hat * np.mean(dx_hat * x_hat, axis=(0, 2, 3), keepdims=True)
    # mistake pixels-not-counted/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=(0, 2, 3), keepdims=True) / dout.shape[0]
    # mistake stats-constant/both: along_scale = 0.0
    # mistake sum-axis/both: along_scale = x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake sum-for-mean/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=(0, 2, 3), keepdims=True)
    # mistake variance-constant: along_scale = 0.0
    # mistake sum-axis/image: along_scale = x_hat * np.mean(dx_hat * x_hat, axis=(2, 3), keepdims=True)
    # mistake normalised-input-missing: along_scale = np.mean(dx_hat * x_hat, axis=(0, 2, 3), keepdims=True)
    dx = (dx_hat - along_shift - along_scale) / std[:, None, None]
    # mistake reshape-missing: dx = ((dx_hat - along_shift - along_scale) / std[:, None, None]).transpose(0, 2, 3, 1).reshape(-1, len(gamma))
    # mistake std-missing: dx = dx_hat - along_shift - along_scale
    # mistake sign-flipped: dx = (dx_hat + along_shift + along_scale) / std[:, None, None]
    return dx, dgamma, dbeta

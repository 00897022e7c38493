"""Batch normalisation of vectors, in training and test mode, and its backward pass.

Conventions: x (N, D), statistics over the batch axis; the biased variance (divided by N)
normalises and enters the running variance; eps stands inside the root;
running ← momentum·running + (1 − momentum)·batch.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def batchnorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, bn_param: dict
) -> tuple[np.ndarray, Cache]:
    """Normalise every feature over the batch, then scale and shift it.

    out = γ·x̂ + β,  x̂ = (x − μ) / √(σ² + ε)

    In mode "train" μ and σ² are the mean and the biased variance of the batch, and the running
    statistics move: running ← momentum·running + (1 − momentum)·batch. In mode "test" μ and σ²
    are the running statistics, which stay as they are.

    x: inputs (N, D); gamma, beta: (D,); bn_param: a dictionary with "mode" ("train" or "test"),
    "eps" (default 1e-5), "momentum" (default 0.9), "running_mean" and "running_var" (D,) (default
    zeros); the new running statistics are written into it.
    Returns out (N, D) and a cache for the backward pass.

    >>> bn_param = {"mode": "train", "eps": 0.0}
    >>> out, _ = batchnorm_forward(np.array([[1.0], [3.0]]), np.array([2.0]), np.ones(1), bn_param)
    >>> out.tolist(), bn_param["running_mean"].round(6).tolist()
    ([[-1.0], [3.0]], [0.2])
    """
    eps = bn_param.get("eps", 1e-5)
    # mistake wrong-default: eps = bn_param.get("eps", 1e-8)
    # mistake wrong-default: eps = bn_param.get("eps", 1e-3)
    momentum = bn_param.get("momentum", 0.9)
    # mistake wrong-default: momentum = bn_param.get("momentum", 0.99)
    # mistake wrong-default: momentum = bn_param.get("momentum", 0.1)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    # mistake wrong-default: running_var = bn_param.get("running_var", np.ones(x.shape[1]))

    if bn_param["mode"] == "train":
        mean, var = np.mean(x, axis=0), np.var(x, axis=0)
        # mistake variance-unbiased: mean, var = np.mean(x, axis=0), np.var(x, axis=0, ddof=1)
        # mistake statistics-axis: mean, var = np.mean(x, axis=1, keepdims=True), np.var(x, axis=1, keepdims=True)
        # mistake statistics-whole-array: mean, var = np.mean(x), np.var(x)
        # mistake variance-uncentred: mean, var = np.mean(x, axis=0), np.mean(x**2, axis=0)
        # mistake sum-for-mean: mean, var = np.mean(x, axis=0), np.sum((x - np.mean(x, axis=0)) ** 2, axis=0)
        # mistake mean-not-subtracted: mean, var = 0.0, np.var(x, axis=0)
        bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * mean
        # mistake running-not-updated/both: pass
        # mistake running-overwritten/both: bn_param["running_mean"] = mean
        # convention bn-momentum-new instead of bn-momentum-old: bn_param["running_mean"] = (1.0 - momentum) * running_mean + momentum * mean
        # convention bn-running-torch instead of bn-momentum-old: bn_param["running_mean"] = (1.0 - momentum) * running_mean + momentum * mean
        # mistake running-not-updated: pass
        # mistake average-weight-missing: bn_param["running_mean"] = momentum * running_mean + mean
        # mistake running-overwritten: bn_param["running_mean"] = mean
        # mistake moment-weights-swapped: bn_param["running_mean"] = (1.0 - momentum) * running_mean + momentum * mean
        bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * var
        # mistake running-not-updated/both: pass
        # mistake running-overwritten/both: bn_param["running_var"] = var
        # convention bn-momentum-new instead of bn-momentum-old: bn_param["running_var"] = (1.0 - momentum) * running_var + momentum * var
        # convention bn-running-torch instead of bn-momentum-old: bn_param["running_var"] = (1.0 - momentum) * running_var + momentum * np.var(x, axis=0, ddof=1)
        # convention bn-running-unbiased instead of bn-running-biased: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.var(x, axis=0, ddof=1)
        # mistake running-not-updated: pass
        # mistake deviation-for-variance: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.sqrt(var)
        # mistake deviation-for-variance: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.sqrt(var + eps)
        # mistake deviation-for-variance: bn_param["running_var"] = (momentum * np.sqrt(running_var) + (1.0 - momentum) * np.sqrt(var)) ** 2
        # mistake first-moment-variance: bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * mean
        # mistake average-weight-missing: bn_param["running_var"] = momentum * running_var + var
        # mistake other-history-read: bn_param["running_var"] = momentum * running_mean + (1.0 - momentum) * var
        # mistake moment-weights-swapped: bn_param["running_var"] = (1.0 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
        # mistake batch-statistics-at-test: mean, var = np.mean(x, axis=0), np.var(x, axis=0)
        # mistake running-updated-at-test:
        #     mean, var = running_mean, running_var
        #     bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * np.mean(x, axis=0)
        #     bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * np.var(x, axis=0)
        # mistake batch-mean-at-test: mean, var = np.mean(x, axis=0), running_var
        # mistake batch-statistics-at-test: mean, var = running_mean, np.var(x, axis=0)
        # mistake variance-for-deviation: mean, var = running_mean, running_var**2

    std = np.sqrt(var + eps)
    # mistake eps-outside-root: std = np.sqrt(var) + eps
    # mistake root-missing: std = var + eps
    # mistake eps-missing: std = np.sqrt(var)
    x_hat = (x - mean) / std
    # mistake mean-not-subtracted: x_hat = x / std
    # mistake multiplied-for-divided: x_hat = (x - mean) * std
    # mistake std-missing: x_hat = x - mean
    # mistake sign-flipped: x_hat = (mean - x) / std
    # mistake sign-flipped: x_hat = (x + mean) / std
    out = gamma * x_hat + beta
    # mistake beta-missing: out = gamma * x_hat
    # mistake gamma-missing: out = x_hat + beta
    # mistake gamma-beta-swapped: out = beta * x_hat + gamma
    # mistake sign-flipped: out = gamma * x_hat - beta
    # mistake scale-shift-missing-at-test: out = gamma * x_hat + beta if bn_param["mode"] == "train" else x_hat
    return out, (x_hat, std, gamma)
    # mistake centred-input-stored: return out, (x - mean, std, gamma)


def batchnorm_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of batch normalisation in training mode.

    μ and σ² are functions of the batch, so every x[n] acts on every out[m] of its feature.

    dout: upstream gradient ∂L/∂out (N, D); cache: what `batchnorm_forward` stored in mode "train".
    Returns dx (N, D), dgamma (D,) and dbeta (D,).

    >>> x, ones = np.array([[1.0], [2.0], [6.0]]), np.ones(1)
    >>> _, cache = batchnorm_forward(x, ones, 0 * ones, {"mode": "train", "eps": 0.0})
    >>> dx, dgamma, dbeta = batchnorm_backward(np.array([[1.0], [0.0], [0.0]]), cache)
    >>> dx.round(4).tolist(), dgamma.round(4).tolist(), dbeta.tolist()
    ([[0.1763], [-0.2204], [0.0441]], [-0.9258], [1.0])
    """
    x_hat, std, gamma = cache
    dgamma = np.sum(dout * x_hat, axis=0)
    # mistake normalised-input-missing: dgamma = np.sum(dout, axis=0)
    # mistake mean-twice: dgamma = np.mean(dout * x_hat, axis=0)
    # mistake sum-axis: dgamma = np.sum(dout * x_hat, axis=1)
    # mistake gamma-added: dgamma = np.sum(dout * x_hat * gamma, axis=0)
    # mistake sign-flipped: dgamma = -np.sum(dout * x_hat, axis=0)
    # mistake std-missing: dgamma = np.sum(dout * x_hat * std, axis=0)
    # mistake batch-sum-missing: dgamma = dout * x_hat
    dbeta = np.sum(dout, axis=0)
    # mistake mean-twice: dbeta = np.mean(dout, axis=0)
    # mistake sum-axis: dbeta = np.sum(dout, axis=1)
    # mistake sign-flipped: dbeta = -np.sum(dout, axis=0)
    # mistake batch-sum-missing: dbeta = dout
    # mistake sum-axis: dbeta = np.sum(dout)

    # Shifting or scaling a whole column does not change x̂; so the part of the gradient along
    # those two directions, its mean and its component on x̂, drops out.
    dx_hat = dout * gamma
    # mistake gamma-missing: dx_hat = dout
    # mistake multiplied-for-divided: dx_hat = dout / gamma
    along_shift = np.mean(dx_hat, axis=0)
    # mistake mean-constant: along_shift = 0.0
    # mistake sum-for-mean/both: along_shift = np.sum(dx_hat, axis=0)
    # mistake stats-constant/both: along_shift = 0.0
    # mistake sign-flipped: along_shift = -np.mean(dx_hat, axis=0)
    # mistake sum-for-mean: along_shift = np.sum(dx_hat, axis=0)
    along_scale = x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake variance-constant: along_scale = 0.0
    # mistake sum-for-mean/both: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=0)
    # mistake stats-constant/both: along_scale = 0.0
    # mistake normalised-input-missing: along_scale = np.mean(dx_hat * x_hat, axis=0)
    # mistake sign-flipped: along_scale = -x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake sum-for-mean: along_scale = x_hat * np.sum(dx_hat * x_hat, axis=0)
    # mistake half-dropped: along_scale = 2.0 * x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake factor-two-dropped: along_scale = 0.5 * x_hat * np.mean(dx_hat * x_hat, axis=0)
    # mistake power-off-by-one: along_scale = x_hat * std * np.mean(dx_hat * x_hat, axis=0)
    # mistake power-off-by-one: along_scale = x_hat / std * np.mean(dx_hat * x_hat, axis=0)
    # mistake gamma-missing: along_scale = x_hat * np.mean(dout * x_hat, axis=0)
    dx = (dx_hat - along_shift - along_scale) / std
    # mistake std-missing: dx = dx_hat - along_shift - along_scale
    # mistake root-missing: dx = (dx_hat - along_shift - along_scale) / std**2
    # mistake sign-flipped: dx = (dx_hat + along_shift + along_scale) / std
    # mistake multiplied-for-divided: dx = (dx_hat - along_shift - along_scale) * std
    # mistake std-missing: dx = dx_hat / std - along_shift - along_scale
    # mistake mean-twice: dx = (dx_hat - along_shift - along_scale) / std / dout.shape[0]
    # mistake count-factor-missing: dx = (dx_hat / dout.shape[0] - along_shift - along_scale) / std
    return dx, dgamma, dbeta

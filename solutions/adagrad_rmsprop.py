"""Adagrad and RMSProp: each weight has a step size of its own, from its past gradients.

Conventions: "cache" holds the accumulated squares; eps is added outside the root.
A step returns the new weights and the new configuration; w and dw stay as they were.
"""

import numpy as np


def adagrad(w: np.ndarray, dw: np.ndarray, config: dict | None = None) -> tuple[np.ndarray, dict]:
    """One step of Adagrad: the squares of all past gradients are summed.

    cache ← cache + dw²,  w ← w − lr·dw / (√cache + ε)

    w: weights of any shape; dw: their gradient, of the same shape; config: a dictionary with
    "learning_rate" (default 1e-2), "epsilon" (1e-8) and "cache" in the shape of w (zeros).
    Returns the new weights and the configuration with the new "cache".

    >>> w, config = adagrad(np.array([1.0]), np.array([3.0]), {"cache": np.array([16.0])})
    >>> w.round(6).tolist(), config["cache"].tolist()
    ([0.994], [25.0])
    """
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, "cache": np.zeros_like(w), **(config or {})}
    # mistake state-not-stored/adagrad: given = dict(config or {}); config = {"learning_rate": 1e-2, "epsilon": 1e-8, "cache": np.zeros_like(w), **(config or {})}
    # mistake wrong-default: config = {"learning_rate": 1e-3, "epsilon": 1e-8, "cache": np.zeros_like(w), **(config or {})}
    lr, eps = config["learning_rate"], config["epsilon"]
    cache = config["cache"] + dw**2
    # mistake square-missing: cache = config["cache"] + np.abs(dw)
    # mistake no-accumulation: cache = dw**2
    # mistake weights-accumulated: cache = config["cache"] + w**2
    # mistake average-for-sum: cache = 0.99 * config["cache"] + 0.01 * dw**2
    # mistake square-misplaced: cache = (config["cache"] + dw) ** 2
    # mistake sign-flipped: cache = config["cache"] - dw**2
    # mistake square-missing: cache = config["cache"] + dw
    next_w = w - lr * dw / (np.sqrt(cache) + eps)
    # convention eps-inside-root instead of eps-outside-root: next_w = w - lr * dw / np.sqrt(cache + eps)
    # mistake accumulator-stale: next_w = w - lr * dw / (np.sqrt(config["cache"]) + eps)
    # mistake root-missing: next_w = w - lr * dw / (cache + eps)
    # mistake eps-missing: next_w = w - lr * dw / np.sqrt(cache)
    # mistake learning-rate-missing: next_w = w - dw / (np.sqrt(cache) + eps)
    # mistake sign-flipped: next_w = w + lr * dw / (np.sqrt(cache) + eps)
    # mistake sgd-step: next_w = w - lr * dw
    # mistake multiplied-for-divided: next_w = w - lr * dw * (np.sqrt(cache) + eps)
    # mistake gradient-missing-in-step: next_w = w - lr / (np.sqrt(cache) + eps)
    config["cache"] = cache
    # mistake state-not-stored: pass
    # mistake root-stored: config["cache"] = np.sqrt(cache)
    return next_w, config
    # mistake state-not-stored/adagrad: return next_w, given


def rmsprop(w: np.ndarray, dw: np.ndarray, config: dict | None = None) -> tuple[np.ndarray, dict]:
    """One step of RMSProp: the squares of past gradients are averaged, and old ones fade.

    cache ← β·cache + (1 − β)·dw²,  w ← w − lr·dw / (√cache + ε)

    w: weights of any shape; dw: their gradient, of the same shape; config: a dictionary with
    "learning_rate" (default 1e-2), "decay_rate" β (0.99), "epsilon" (1e-8) and "cache" in the
    shape of w (zeros). Returns the new weights and the configuration with the new "cache".

    >>> config = {"decay_rate": 0.75, "cache": np.array([4.0])}
    >>> w, config = rmsprop(np.array([1.0]), np.array([2.0]), config)
    >>> w.round(6).tolist(), config["cache"].tolist()
    ([0.99], [4.0])
    """
    defaults = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8}
    # mistake wrong-default: defaults = {"learning_rate": 1e-3, "decay_rate": 0.99, "epsilon": 1e-8}
    # mistake wrong-default: defaults = {"learning_rate": 1e-2, "decay_rate": 0.9, "epsilon": 1e-8}
    config = {**defaults, "cache": np.zeros_like(w), **(config or {})}
    # mistake state-not-stored/rmsprop: given = dict(config or {}); config = {**defaults, "cache": np.zeros_like(w), **(config or {})}
    lr, beta, eps = config["learning_rate"], config["decay_rate"], config["epsilon"]
    cache = beta * config["cache"] + (1.0 - beta) * dw**2
    # mistake sum-for-average: cache = config["cache"] + dw**2
    # mistake average-weight-missing: cache = beta * config["cache"] + dw**2
    # mistake moment-weights-swapped: cache = (1.0 - beta) * config["cache"] + beta * dw**2
    # mistake square-missing: cache = beta * config["cache"] + (1.0 - beta) * np.abs(dw)
    # mistake square-misplaced: cache = beta * config["cache"] + ((1.0 - beta) * dw) ** 2
    # mistake weights-accumulated: cache = beta * config["cache"] + (1.0 - beta) * w**2
    # mistake no-accumulation: cache = (1.0 - beta) * dw**2
    # mistake square-missing: cache = beta * config["cache"] + (1.0 - beta) * dw
    next_w = w - lr * dw / (np.sqrt(cache) + eps)
    # convention eps-inside-root instead of eps-outside-root: next_w = w - lr * dw / np.sqrt(cache + eps)
    # mistake accumulator-stale: next_w = w - lr * dw / (np.sqrt(config["cache"]) + eps)
    # mistake root-missing: next_w = w - lr * dw / (cache + eps)
    # mistake eps-missing: next_w = w - lr * dw / np.sqrt(cache)
    # mistake learning-rate-missing: next_w = w - dw / (np.sqrt(cache) + eps)
    # mistake sign-flipped: next_w = w + lr * dw / (np.sqrt(cache) + eps)
    # mistake sgd-step: next_w = w - lr * dw
    # mistake multiplied-for-divided: next_w = w - lr * dw * (np.sqrt(cache) + eps)
    # mistake bias-correction-added: next_w = w - lr * dw / (np.sqrt(cache / (1.0 - beta)) + eps)
    config["cache"] = cache
    # mistake state-not-stored: pass
    # mistake root-stored: config["cache"] = np.sqrt(cache)
    return next_w, config
    # mistake state-not-stored/rmsprop: return next_w, given

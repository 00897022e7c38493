"""RMSProp as a step of the average towards the square; the norm of a pair as accumulation."""

import numpy as np


def adagrad(w, dw, config=None):
    config = dict(config or {})
    root = np.hypot(np.sqrt(config.get("cache", 0.0 * w)), dw)
    config["cache"] = root**2
    scale = config.get("learning_rate", 1e-2) / (root + config.get("epsilon", 1e-8))
    return w - scale * dw, config


def rmsprop(w, dw, config=None):
    config = dict(config or {})
    mean = np.array(config.get("cache", np.zeros(w.shape)), dtype=float)
    mean += (1 - config.get("decay_rate", 0.99)) * (dw**2 - mean)
    config["cache"] = mean
    denominator = mean**0.5 + config.get("epsilon", 1e-8)
    return w + np.divide(-config.get("learning_rate", 1e-2) * dw, denominator), config

import numpy as np


def adam(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-3)
    config.setdefault("beta1", 0.9)
    config.setdefault("beta2", 0.999)
    config.setdefault("epsilon", 1e-8)
    config.setdefault("m", np.zeros_like(w))
    config.setdefault("v", np.zeros_like(w))
    config.setdefault("t", 0)
    config = dict(config)
    b1, b2 = config["beta1"], config["beta2"]
    config["t"] += 1
    m = b1 * config["m"] + (1 - b1) * dw
    v = b2 * config["v"] + (1 - b2) * dw**2
    mhat = m / (1 - b1 ** config["t"])
    vhat = v / (1 - b2 ** config["t"])
    next_w = w - config["learning_rate"] * mhat / np.sqrt(vhat + config["epsilon"])
    config["m"], config["v"] = m, v
    return next_w, config


def adamw(w, dw, config=None):
    raise NotImplementedError

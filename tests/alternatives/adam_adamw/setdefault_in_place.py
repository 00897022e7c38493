"""The course template: setdefault on the caller's config, moments updated in place."""

import numpy as np


def adam(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-3)
    config.setdefault("beta1", 0.9)
    config.setdefault("beta2", 0.999)
    config.setdefault("epsilon", 1e-8)
    config.setdefault("m", np.zeros(w.shape))
    config.setdefault("v", np.zeros(w.shape))
    config.setdefault("t", 0)

    beta1, beta2 = config["beta1"], config["beta2"]
    m, v = config["m"], config["v"]
    config["t"] += 1
    m *= beta1
    m += (1 - beta1) * dw
    v *= beta2
    v += (1 - beta2) * dw * dw
    m_unbiased = m / (1 - beta1 ** config["t"])
    v_unbiased = v / (1 - beta2 ** config["t"])
    next_w = w - config["learning_rate"] * m_unbiased / (np.sqrt(v_unbiased) + config["epsilon"])
    return next_w, config


def adamw(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("weight_decay", 1e-2)
    next_w, config = adam(w, dw, config)
    next_w = next_w - config["learning_rate"] * config["weight_decay"] * w
    return next_w, config

# bug: The gradient enters m with weight 1: the factor 1 - beta1 is missing.
# output: adam_m, adam_w, adamw_m, adamw_w
# line: 12
# accept: average-weight-missing
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, t
    m, v = m / (1 - b1**t), v / (1 - b2**t)
    w = w - config.get("learning_rate", 1e-3) * m / (np.sqrt(v) + config.get("epsilon", 1e-8))
    return w, config


def adamw(w, dw, config=None):
    config = dict(config or {})
    decay = config.get("learning_rate", 1e-3) * config.get("weight_decay", 1e-2) * w
    w, config = adam(w, dw, config)
    return w - decay, config

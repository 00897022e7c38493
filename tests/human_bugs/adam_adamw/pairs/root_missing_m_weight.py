# bug: The square root of v is missing.
# bug: The gradient enters m without its weight 1 - beta1.
# output: adam_w, adam_m, adamw_w, adamw_m
# line: 17; 13
# accept: root-missing; average-weight-missing
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    config["t"] = config.get("t", 0) + 1
    config["m"] = b1 * config.get("m", np.zeros_like(w)) + dw
    config["v"] = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    mc = config["m"] / (1 - b1 ** config["t"])
    vc = config["v"] / (1 - b2 ** config["t"])
    return w - config.get("learning_rate", 1e-3) * mc / (vc + config.get("epsilon", 1e-8)), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    drop = config.get("learning_rate", 1e-3) * config.get("weight_decay", 1e-2) * w
    next_w, config = adam(w, dw, config)
    return next_w - drop, config

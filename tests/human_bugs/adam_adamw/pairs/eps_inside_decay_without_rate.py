# bug: epsilon stands under the root.
# bug: The decay is not multiplied by the learning rate.
# output: adam_w, adamw_w
# line: 16; 23
# accept: convention; decay-rate-missing
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config["t"] = config.get("t", 0) + 1
    m = config["m"] = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = config["v"] = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    return w - lr * (m / (1 - b1**t)) / np.sqrt(v / (1 - b2**t) + eps), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    wd = config.get("weight_decay", 1e-2)
    next_w, config = adam(w, dw, config)
    return next_w - wd * w, config

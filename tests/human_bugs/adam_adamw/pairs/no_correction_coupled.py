# bug: adam leaves out the bias correction.
# bug: adamw adds the decay to the gradient.
# output: adam_w, adamw_w, adamw_m, adamw_v
# line: 16; 22
# accept: bias-correction-missing; l2-in-gradient
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, config.get("t", 0) + 1
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    return w - lr * m / (np.sqrt(v) + eps), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    g = dw + config.get("weight_decay", 1e-2) * w
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * g
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * g**2
    config["m"], config["v"], config["t"] = m, v, t
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    return w - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps), config

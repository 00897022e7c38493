# bug: adam uses m and v uncorrected: the division by 1 - beta^t is missing.
# output: adam_w
# line: 20
# accept: bias-correction-missing
import numpy as np


def adam(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    m = config.get("m", np.zeros_like(w))
    v = config.get("v", np.zeros_like(w))
    t = config.get("t", 0) + 1
    m = beta1 * m + (1 - beta1) * dw
    v = beta2 * v + (1 - beta2) * (dw**2)
    next_w = w - lr * m / (np.sqrt(v) + eps)
    config["m"], config["v"], config["t"] = m, v, t
    return next_w, config


def adamw(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    wd = config.get("weight_decay", 1e-2)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * (dw**2)
    mt = m / (1 - beta1**t)
    vt = v / (1 - beta2**t)
    next_w = w - lr * (mt / (np.sqrt(vt) + eps) + wd * w)
    config["m"], config["v"], config["t"] = m, v, t
    return next_w, config

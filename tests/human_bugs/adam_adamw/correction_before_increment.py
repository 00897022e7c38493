# bug: t is raised after the correction, so the first step divides by 1 - beta^0 = 0.
# output: adam_w, adamw_w
# line: 13, 14, 17
# accept: step-counted-late
import numpy as np


def _core(w, dw, config):
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0)
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw * dw
    mhat = m / (1 - b1**t)
    vhat = v / (1 - b2**t)
    config["m"] = m
    config["v"] = v
    config["t"] = t + 1
    return mhat / (np.sqrt(vhat) + config.get("epsilon", 1e-8))


def adam(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    return w - lr * _core(w, dw, config), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    wd = config.get("weight_decay", 1e-2)
    return w - lr * (_core(w, dw, config) + wd * w), config

# bug: adam adds the step to the weights instead of subtracting it.
# output: adam_w
# line: 21
# accept: sign-flipped
import numpy as np


def _direction(w, dw, config):
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    config["t"] = config.get("t", 0) + 1
    config["m"] = b1 * config.get("m", np.zeros(w.shape)) + (1 - b1) * dw
    config["v"] = b2 * config.get("v", np.zeros(w.shape)) + (1 - b2) * dw**2
    mhat = config["m"] / (1 - b1 ** config["t"])
    vhat = config["v"] / (1 - b2 ** config["t"])
    return mhat / (np.sqrt(vhat) + config.get("epsilon", 1e-8))


def adam(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    return w + lr * _direction(w, dw, config), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    lr, wd = config.get("learning_rate", 1e-3), config.get("weight_decay", 1e-2)
    return w - lr * _direction(w, dw, config) - lr * wd * w, config

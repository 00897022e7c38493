# bug: The momentum coefficient is fixed at 0.9: config["momentum"] is not read.
# output: sgd_w, sgd_v
# line: 13
# accept: none
import numpy as np


def sgd_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-2)
    v = config.get("velocity", np.zeros_like(w))
    v = 0.9 * v - lr * dw
    config["velocity"] = v
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * dw
    config["velocity"] = v
    return w + mu * v - lr * dw, config

# bug: The velocity is kept in torch's form, v = mu*v + g, and the learning rate is applied afterwards.
# output: sgd_w, sgd_v, nesterov_w, nesterov_v
# line: 14, 15, 26, 27
# accept: convention
import numpy as np


def sgd_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v + dw
    next_w = w - lr * v
    config["velocity"] = v
    return next_w, config


def nesterov_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v + dw
    next_w = w - lr * (dw + mu * v)
    config["velocity"] = v
    return next_w, config

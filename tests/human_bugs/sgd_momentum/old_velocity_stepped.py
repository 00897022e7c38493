# bug: The weights move by the old velocity: the update of w comes before that of v.
# output: sgd_w
# line: 13
# accept: velocity-stale
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = {} if config is None else dict(config)
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    next_w = w + v
    v = mu * v - lr * dw
    config["velocity"] = v
    return next_w, config


def nesterov_momentum(w, dw, config=None):
    config = {} if config is None else dict(config)
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * dw
    next_w = w + mu * v - lr * dw
    config["velocity"] = v
    return next_w, config

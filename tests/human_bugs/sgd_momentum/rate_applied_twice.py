# bug: The learning rate is in the velocity and multiplies the step once more.
# output: sgd_w
# line: 15
# accept: learning-rate-twice
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = config["momentum"] * v - config["learning_rate"] * dw
    config["velocity"] = v
    next_w = w + config["learning_rate"] * v
    return next_w, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = config["momentum"] * v - config["learning_rate"] * dw
    config["velocity"] = v
    next_w = w + config["momentum"] * v - config["learning_rate"] * dw
    return next_w, config

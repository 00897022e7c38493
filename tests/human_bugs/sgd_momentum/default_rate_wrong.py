# bug: The default learning rate is 1e-3 instead of 1e-2.
# output: sgd_w, sgd_v, nesterov_w, nesterov_v
# line: 7
# accept: wrong-default
import numpy as np

DEFAULTS = {"learning_rate": 1e-3, "momentum": 0.9}


def sgd_momentum(w, dw, config=None):
    config = {**DEFAULTS, **(config or {})}
    v = config.get("velocity", np.zeros_like(w))
    config["velocity"] = config["momentum"] * v - config["learning_rate"] * dw
    return w + config["velocity"], config


def nesterov_momentum(w, dw, config=None):
    config = {**DEFAULTS, **(config or {})}
    mu, lr = config["momentum"], config["learning_rate"]
    v = config.get("velocity", np.zeros_like(w))
    config["velocity"] = mu * v - lr * dw
    return w + mu * config["velocity"] - lr * dw, config

# bug: The new velocity is not written into config, so every step starts from the old one.
# output: sgd_w, sgd_v
# line: 14, 15
# accept: state-not-stored
import numpy as np


def sgd_momentum(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    config.setdefault("velocity", np.zeros_like(w))
    v = config["momentum"] * config["velocity"] - config["learning_rate"] * dw
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    config.setdefault("velocity", np.zeros_like(w))
    mu, lr = config["momentum"], config["learning_rate"]
    config["velocity"] = mu * config["velocity"] - lr * dw
    return w + mu * config["velocity"] - lr * dw, config

# bug: Nesterov's function takes the plain momentum step: the look-ahead is missing.
# output: nesterov_w
# line: 21
# accept: look-ahead-missing
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config) if config else {}
    v = config.get("velocity", np.zeros_like(w))
    v = config.get("momentum", 0.9) * v - config.get("learning_rate", 0.01) * dw
    config["velocity"] = v
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config) if config else {}
    v = config.get("velocity", np.zeros_like(w))
    v = config.get("momentum", 0.9) * v - config.get("learning_rate", 0.01) * dw
    config["velocity"] = v
    return w + v, config

# bug: The velocity of plain momentum is not stored.
# bug: Nesterov's step leaves the gradient term out.
# output: sgd_w, sgd_v, nesterov_w
# line: 14, 15; 24
# accept: state-not-stored; gradient-step-missing
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    lr = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    v = config.setdefault("velocity", np.zeros_like(w))
    step = mu * v - lr * dw
    return w + step, config


def nesterov_momentum(w, dw, config=None):
    config = {} if config is None else config
    lr = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    v = config.setdefault("velocity", np.zeros_like(w))
    config["velocity"] = mu * v - lr * dw
    return w + mu * config["velocity"], config

# bug: Nesterov's step takes mu*v alone and leaves the gradient term out.
# output: nesterov_w
# line: 23
# accept: gradient-step-missing
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = config if config is not None else {}
    mu = config.get("momentum", 0.9)
    lr = config.get("learning_rate", 1e-2)
    v = mu * config.get("velocity", np.zeros(w.shape, w.dtype)) - lr * dw
    config["velocity"] = v
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = config if config is not None else {}
    mu = config.get("momentum", 0.9)
    lr = config.get("learning_rate", 1e-2)
    v = mu * config.get("velocity", np.zeros(w.shape, w.dtype)) - lr * dw
    config["velocity"] = v
    return w + mu * v, config

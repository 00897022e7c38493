# bug: Ema style: (1-mu) on the gradient.
# output: nesterov_v, nesterov_w, sgd_v, sgd_w
# line: 18
# accept: average-of-gradients
import numpy as np


def _defaults(w, config):
    config = {} if config is None else dict(config)
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    config.setdefault("velocity", np.zeros_like(w))
    return config


def _push(config, dw):
    mu, lr = config["momentum"], config["learning_rate"]
    config["velocity"] = mu * config["velocity"] - (1 - mu) * lr * dw
    return config["velocity"]


def sgd_momentum(w, dw, config=None):
    config = _defaults(w, config)
    v = _push(config, dw)
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = _defaults(w, config)
    mu, lr = config["momentum"], config["learning_rate"]
    v = _push(config, dw)
    return w + mu * v - lr * dw, config

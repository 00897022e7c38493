# bug: Nesterov stores the look-ahead step as velocity.
# output: nesterov_v, nesterov_w
# line: 32, 33
# accept: step-stored-as-velocity
import numpy as np


def _defaults(w, config):
    config = {} if config is None else dict(config)
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    config.setdefault("velocity", np.zeros_like(w))
    return config


def _push(config, dw):
    mu, lr = config["momentum"], config["learning_rate"]
    config["velocity"] = mu * config["velocity"] - lr * dw
    return config["velocity"]


def sgd_momentum(w, dw, config=None):
    config = _defaults(w, config)
    v = _push(config, dw)
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = _defaults(w, config)
    mu, lr = config["momentum"], config["learning_rate"]
    v = _push(config, dw)
    config["velocity"] = mu * v - lr * dw
    return w + config["velocity"], config

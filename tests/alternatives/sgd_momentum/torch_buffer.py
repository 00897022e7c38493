"""Torch's momentum buffer, buf = -v/lr, and back to a velocity for the config."""

import numpy as np


def _sgd(param, d_p, config, nesterov):
    config = dict(config or {})
    lr = config.setdefault("learning_rate", 1e-2)
    momentum = config.setdefault("momentum", 0.9)
    momentum_buffer = config.get("velocity", np.zeros_like(param)) / -lr
    momentum_buffer = momentum_buffer * momentum + d_p
    update = d_p + momentum * momentum_buffer if nesterov else momentum_buffer
    config["velocity"] = -lr * momentum_buffer
    return param - lr * update, config


def sgd_momentum(w, dw, config=None):
    return _sgd(w, dw, config, nesterov=False)


def nesterov_momentum(w, dw, config=None):
    return _sgd(w, dw, config, nesterov=True)

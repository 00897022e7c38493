"""The course template, with the velocity array itself updated in place."""

import numpy as np


def _prepare(w, config):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    config.setdefault("velocity", np.zeros(w.shape))
    return config


def sgd_momentum(w, dw, config=None):
    config = _prepare(w, config)
    velocity = config["velocity"]
    velocity *= config["momentum"]
    velocity -= config["learning_rate"] * dw
    next_w = w + velocity
    return next_w, config


def nesterov_momentum(w, dw, config=None):
    config = _prepare(w, config)
    velocity = config["velocity"]
    velocity *= config["momentum"]
    velocity -= config["learning_rate"] * dw
    next_w = w.copy()
    next_w = next_w + config["momentum"] * velocity
    next_w = next_w - config["learning_rate"] * dw
    return next_w, config

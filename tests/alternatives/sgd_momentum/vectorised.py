"""Two short functions that return a fresh config and leave the given one alone."""

import numpy as np


def sgd_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w), **(config or {})}
    v = config["momentum"] * config["velocity"] - config["learning_rate"] * dw
    return w + v, {**config, "velocity": v}


def nesterov_momentum(w, dw, config=None):
    config = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w), **(config or {})}
    step = config["learning_rate"] * dw
    v = config["momentum"] * config["velocity"] - step
    return w + config["momentum"] * v - step, {**config, "velocity": v}

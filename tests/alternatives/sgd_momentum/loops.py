"""Every weight by itself, with scalars."""

import numpy as np


def sgd_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 0.01)
    mu = config.get("momentum", 0.9)
    old = config.get("velocity", None)
    new = np.zeros(w.shape)
    next_w = np.zeros(w.shape)
    rows, columns = w.shape
    for r in range(rows):
        for c in range(columns):
            before = 0.0 if old is None else old[r, c]
            new[r, c] = mu * before - lr * dw[r, c]
            next_w[r, c] = w[r, c] + new[r, c]
    return next_w, {"learning_rate": lr, "momentum": mu, "velocity": new}


def nesterov_momentum(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 0.01)
    mu = config.get("momentum", 0.9)
    old = config.get("velocity", None)
    new = np.zeros(w.shape)
    next_w = np.zeros(w.shape)
    rows, columns = w.shape
    for r in range(rows):
        for c in range(columns):
            before = 0.0 if old is None else old[r, c]
            new[r, c] = mu * before - lr * dw[r, c]
            next_w[r, c] = w[r, c] + mu * new[r, c] - lr * dw[r, c]
    return next_w, {"learning_rate": lr, "momentum": mu, "velocity": new}

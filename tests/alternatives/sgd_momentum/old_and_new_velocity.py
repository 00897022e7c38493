"""Nesterov through both velocities: w + (1 + mu) v_new - mu v_old, no gradient in sight."""

import numpy as np


def sgd_momentum(w, dw, config=None):
    c = {} if config is None else dict(config)
    mu, eta = c.setdefault("momentum", 0.9), c.setdefault("learning_rate", 1e-2)
    c["velocity"] = mu * c.get("velocity", 0) - eta * dw
    return w + c["velocity"], c


def nesterov_momentum(w, dw, config=None):
    v_old = (config or {}).get("velocity", np.zeros(w.shape))
    _, c = sgd_momentum(w, dw, config)
    return w + (1 + c["momentum"]) * c["velocity"] - c["momentum"] * v_old, c

# bug: The velocity already points downhill, yet it is subtracted from the weights.
# output: sgd_w
# line: 11
# accept: sign-flipped
import numpy as np


def sgd_momentum(w, dw, config=None):
    cfg = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w), **(config or {})}
    cfg["velocity"] = cfg["momentum"] * cfg["velocity"] - cfg["learning_rate"] * dw
    return w - cfg["velocity"], cfg


def nesterov_momentum(w, dw, config=None):
    cfg = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w), **(config or {})}
    cfg["velocity"] = cfg["momentum"] * cfg["velocity"] - cfg["learning_rate"] * dw
    return w + cfg["momentum"] * cfg["velocity"] - cfg["learning_rate"] * dw, cfg

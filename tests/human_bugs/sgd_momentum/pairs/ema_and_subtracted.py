# bug: The gradient is weighted with 1 - mu.
# bug: The velocity is subtracted from the weights although it points downhill.
# output: sgd_w, sgd_v
# line: 14; 16
# accept: average-of-gradients; sign-flipped
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * (1 - mu) * dw
    config["velocity"] = v
    return w - v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * dw
    config["velocity"] = v
    return w + mu * v - lr * dw, config

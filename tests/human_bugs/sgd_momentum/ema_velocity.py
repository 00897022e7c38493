# bug: The gradient is weighted with 1 - mu, as in an exponential moving average.
# output: sgd_w, sgd_v, nesterov_w, nesterov_v
# line: 12, 21, 23
# accept: convention, average-of-gradients
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - (1 - mu) * lr * dw
    config["velocity"] = v
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - (1 - mu) * lr * dw
    config["velocity"] = v
    return w + mu * v - (1 - mu) * lr * dw, config

# bug: The look-ahead step mu*v - lr*g is stored as the velocity instead of v itself.
# output: nesterov_v, nesterov_w
# line: 22
# accept: step-stored-as-velocity
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * dw
    config["velocity"] = v
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - lr * dw
    v = mu * v - lr * dw
    config["velocity"] = v
    return w + v, config

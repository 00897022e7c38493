# bug: The learning rate multiplies the plain step a second time.
# bug: Nesterov's step uses the old velocity.
# output: sgd_w, nesterov_w
# line: 15; 24
# accept: learning-rate-twice; look-ahead-missing, velocity-stale
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v = mu * config.get("velocity", np.zeros_like(w)) - lr * dw
    config["velocity"] = v
    return w + lr * v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-2)
    mu = config.get("momentum", 0.9)
    v_old = config.get("velocity", np.zeros_like(w))
    config["velocity"] = mu * v_old - lr * dw
    return w + mu * v_old - lr * dw, config

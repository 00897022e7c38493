# bug: The plain step moves by the old velocity.
# bug: The look-ahead lacks its factor mu.
# output: sgd_w, nesterov_w
# line: 15; 23
# accept: velocity-stale; gradient-step-added, momentum-factor-missing, look-ahead-undamped
# edit of the second: behaves as if the factor mu were missing
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    config["velocity"] = mu * v - lr * dw
    return w + v, config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    config["velocity"] = mu * v - lr * dw
    return w + config["velocity"] - lr * dw, config

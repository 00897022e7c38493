# bug: Nesterov's step adds the whole new velocity: the factor mu of the look-ahead is missing.
# output: nesterov_w
# line: 20
# accept: gradient-step-added, momentum-factor-missing, look-ahead-undamped
# edit: behaves as if the factor mu were missing
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    config["velocity"] = mu * config.get("velocity", 0 * w) - lr * dw
    return w + config["velocity"], config


def nesterov_momentum(w, dw, config=None):
    config = dict(config or {})
    lr, mu = config.get("learning_rate", 1e-2), config.get("momentum", 0.9)
    config["velocity"] = mu * config.get("velocity", 0 * w) - lr * dw
    return w + config["velocity"] - lr * dw, config

# bug: adam adds the step.
# bug: adamw decays the weights after their update.
# output: adam_w, adamw_w
# line: 21; 27
# accept: sign-flipped; decay-of-new-weights
import numpy as np


def _update(w, dw, config):
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, t
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    return lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)


def adam(w, dw, config=None):
    config = dict(config or {})
    return w + _update(w, dw, config), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    new = w - _update(w, dw, config)
    new = new * (1 - config.get("learning_rate", 1e-3) * config.get("weight_decay", 1e-2))
    return new, config

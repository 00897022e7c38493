# bug: adamw corrects m for its bias and leaves v uncorrected.
# output: adamw_w
# line: 28
# accept: bias-correction-first-only
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    eps, t = config.get("epsilon", 1e-8), config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, t
    return w - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    eps, t = config.get("epsilon", 1e-8), config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, t
    w = w - lr * config.get("weight_decay", 1e-2) * w
    return w - lr * (m / (1 - b1**t)) / (np.sqrt(v) + eps), config

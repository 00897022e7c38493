# bug: epsilon is added under the root instead of outside.
# output: adam_w, adamw_w
# line: 19
# accept: convention
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    b1 = config.get("beta1", 0.9)
    b2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    config["t"] = config.get("t", 0) + 1
    config["m"] = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    config["v"] = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    m_hat = config["m"] / (1 - b1 ** config["t"])
    v_hat = config["v"] / (1 - b2 ** config["t"])
    next_w = w - lr * m_hat / np.sqrt(v_hat + eps)
    return next_w, config


def adamw(w, dw, config=None):
    decay = (config or {}).get("weight_decay", 1e-2)
    lr = (config or {}).get("learning_rate", 1e-3)
    next_w, config = adam(w, dw, config)
    return next_w - lr * decay * w, config

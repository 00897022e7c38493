# bug: The decay multiplies the weights after the Adam step instead of the old ones.
# output: adamw_w
# line: 27
# accept: decay-of-new-weights
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    m, v = config.get("m", 0 * w), config.get("v", 0 * w)
    t = config.get("t", 0) + 1
    m = b1 * m + (1 - b1) * dw
    v = b2 * v + (1 - b2) * dw**2
    config["m"], config["v"], config["t"] = m, v, t
    m_corr = m / (1 - b1**t)
    v_corr = v / (1 - b2**t)
    return w - lr * m_corr / (np.sqrt(v_corr) + eps), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    wd = config.get("weight_decay", 1e-2)
    w, config = adam(w, dw, config)
    w = w - lr * wd * w
    return w, config

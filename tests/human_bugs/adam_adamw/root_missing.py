# bug: The step divides by v instead of its square root.
# output: adam_w, adamw_w
# line: 20
# accept: root-missing
import numpy as np


def adam(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    beta1, beta2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * np.square(dw)
    m_unbias = m / (1 - beta1**t)
    v_unbias = v / (1 - beta2**t)
    config["t"], config["m"], config["v"] = t, m, v
    next_w = w - lr * m_unbias / (v_unbias + eps)
    return next_w, config


def adamw(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    lam = config.get("weight_decay", 1e-2)
    next_w, config = adam(w, dw, config)
    return next_w - lr * lam * w, config

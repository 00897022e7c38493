# bug: The correction of the second moment uses beta1 instead of beta2.
# output: adam_w
# line: 19
# accept: beta-of-other-moment
# edit: behaves as if beta1 stood where beta2 belongs
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw * dw
    mhat = m / (1 - beta1**t)
    vhat = v / (1 - beta1**t)
    config["m"], config["v"], config["t"] = m, v, t
    return w - lr * mhat / (np.sqrt(vhat) + eps), config


def adamw(w, dw, config=None):
    config = dict(config or {})
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw * dw
    mhat = m / (1 - beta1**t)
    vhat = v / (1 - beta2**t)
    config["m"], config["v"], config["t"] = m, v, t
    return w - lr * (mhat / (np.sqrt(vhat) + eps) + config.get("weight_decay", 1e-2) * w), config

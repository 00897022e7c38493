# bug: The raised t is a local number that is never stored, so every step corrects with the same t.
# output: adam_w, adam_t, adamw_w, adamw_t
# line: 18, 19, 20
# accept: step-count-not-stored
# edit: behaves as if config.update(m=m, v=v) stood where config.update(t=t, m=m, v=v) belongs
import numpy as np


def adam(w, dw, config=None, weight_decay=0.0):
    config = {} if config is None else dict(config)
    lr = config.get("learning_rate", 1e-3)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    update = m / (1 - b1**t) / (np.sqrt(v / (1 - b2**t)) + eps) + weight_decay * w
    config["m"] = m
    config["v"] = v
    return w - lr * update, config


def adamw(w, dw, config=None):
    wd = 1e-2 if config is None else config.get("weight_decay", 1e-2)
    return adam(w, dw, config, weight_decay=wd)

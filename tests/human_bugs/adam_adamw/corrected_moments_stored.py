# bug: The bias-corrected moments are written back into config, so the next step corrects them again.
# output: adam_m, adam_v, adam_w, adamw_m, adamw_v, adamw_w
# line: 19, 20
# accept: bias-correction-stored
import numpy as np


def adam(w, dw, config=None):
    config = {} if config is None else config
    lr = config.get("learning_rate", 1e-3)
    b1 = config.get("beta1", 0.9)
    b2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = config.get("m", np.zeros_like(w))
    v = config.get("v", np.zeros_like(w))
    m = b1 * m + (1 - b1) * dw
    v = b2 * v + (1 - b2) * dw**2
    m = m / (1 - b1**t)
    v = v / (1 - b2**t)
    config["m"] = m
    config["v"] = v
    config["t"] = t
    return w - lr * m / (np.sqrt(v) + eps), config


def adamw(w, dw, config=None):
    config = {} if config is None else config
    lr = config.get("learning_rate", 1e-3)
    wd = config.get("weight_decay", 1e-2)
    new_w, config = adam(w, dw, config)
    return new_w - lr * wd * w, config

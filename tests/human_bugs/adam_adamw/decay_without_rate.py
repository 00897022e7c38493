# bug: The decay term is not multiplied by the learning rate.
# output: adamw_w
# line: 24
# accept: decay-rate-missing, convention
import numpy as np


def adam(w, dw, config=None):
    config = dict(config or {})
    lr, eps = config.get("learning_rate", 1e-3), config.get("epsilon", 1e-8)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0) + 1
    m = config.get("m", np.zeros_like(w)) * b1 + dw * (1 - b1)
    v = config.get("v", np.zeros_like(w)) * b2 + dw * dw * (1 - b2)
    config.update({"m": m, "v": v, "t": t})
    step = (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)
    return w - lr * step, config


def adamw(w, dw, config=None):
    config = dict(config or {})
    decay = config.get("weight_decay", 1e-2)
    new_w, config = adam(w, dw, config)
    new_w = new_w - decay * w
    return new_w, config

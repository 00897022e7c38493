# bug: The second moment averages the absolute value of the gradient instead of its square.
# output: adam_w, adam_v, adamw_w, adamw_v
# line: 15
# accept: square-missing
import numpy as np


def _adam(w, dw, config, decay):
    lr = config.get("learning_rate", 1e-3)
    b1 = config.get("beta1", 0.9)
    b2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * np.abs(dw)
    mhat, vhat = m / (1 - b1**t), v / (1 - b2**t)
    new = w - lr * (mhat / (np.sqrt(vhat) + eps) + decay * w)
    return new, {**config, "m": m, "v": v, "t": t}


def adam(w, dw, config=None):
    return _adam(w, dw, config or {}, 0.0)


def adamw(w, dw, config=None):
    config = config or {}
    return _adam(w, dw, config, config.get("weight_decay", 1e-2))

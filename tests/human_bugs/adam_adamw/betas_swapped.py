# bug: beta1 and beta2 are swapped: beta2 averages the gradient and beta1 its square.
# output: adam_m, adam_v, adam_w, adamw_m, adamw_v, adamw_w
# line: 11
# accept: betas-swapped
import numpy as np


def adam(w, dw, config=None):
    c = dict(config or {})
    lr = c.get("learning_rate", 1e-3)
    b2, b1 = c.get("beta1", 0.9), c.get("beta2", 0.999)
    eps = c.get("epsilon", 1e-8)
    c["t"] = c.get("t", 0) + 1
    c["m"] = b1 * c.get("m", np.zeros_like(w)) + (1 - b1) * dw
    c["v"] = b2 * c.get("v", np.zeros_like(w)) + (1 - b2) * dw * dw
    mh = c["m"] / (1 - b1 ** c["t"])
    vh = c["v"] / (1 - b2 ** c["t"])
    return w - lr * mh / (np.sqrt(vh) + eps), c


def adamw(w, dw, config=None):
    c = dict(config or {})
    shrink = c.get("learning_rate", 1e-3) * c.get("weight_decay", 1e-2) * w
    new_w, c = adam(w, dw, c)
    return new_w - shrink, c

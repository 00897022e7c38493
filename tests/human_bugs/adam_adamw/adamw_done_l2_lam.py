# bug: AdamW done as L2: lam*w is added to the gradient.
# output: adamw_m, adamw_v, adamw_w
# line: 47, 48, 49
# accept: l2-in-gradient
import numpy as np


class Moments:
    """Keeps the two running averages of one parameter."""

    def __init__(self, w, config):
        self.b1 = config.setdefault("beta1", 0.9)
        self.b2 = config.setdefault("beta2", 0.999)
        self.eps = config.setdefault("epsilon", 1e-8)
        self.lr = config.setdefault("learning_rate", 1e-3)
        config.setdefault("m", np.zeros_like(w))
        config.setdefault("v", np.zeros_like(w))
        config.setdefault("t", 0)
        self.config = config

    def update(self, g):
        c = self.config
        c["t"] += 1
        c["m"] = c["m"] + (1 - self.b1) * (g - c["m"])
        c["v"] = c["v"] + (1 - self.b2) * (g**2 - c["v"])

    def direction(self):
        c = self.config
        corr1 = 1 - self.b1 ** c["t"]
        corr2 = 1 - self.b2 ** c["t"]
        mhat = c["m"] / corr1
        vhat = c["v"] / corr2
        return mhat / (np.sqrt(vhat) + self.eps)


def adam(w, dw, config=None):
    config = {} if config is None else config
    s = Moments(w, config)
    s.update(dw)
    return w - s.lr * s.direction(), config


def adamw(w, dw, config=None):
    config = {} if config is None else config
    lam = config.setdefault("weight_decay", 1e-2)
    s = Moments(w, config)
    s.update(dw + lam * w)
    next_w = w - s.lr * s.direction()
    return next_w, config

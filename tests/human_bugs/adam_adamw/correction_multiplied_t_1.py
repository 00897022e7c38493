# bug: Correction multiplied by t: 1 - b1*t.
# output: adam_w, adamw_w
# line: 29
# accept: decay-multiplied-not-powered
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
        corr1 = 1 - self.b1 * c["t"]
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
    s.update(dw)
    next_w = w - s.lr * s.direction()
    next_w = next_w - s.lr * lam * w
    return next_w, config

# bug: T not stored back.
# output: adam_t, adam_w, adamw_t, adamw_w
# line: 32
# accept: step-count-not-stored
import numpy as np


class Moments:
    """What Adam has to remember between two steps."""

    def __init__(self, cfg, shape):
        self.lr = cfg.get("learning_rate", 1e-3)
        self.b1 = cfg.get("beta1", 0.9)
        self.b2 = cfg.get("beta2", 0.999)
        self.eps = cfg.get("epsilon", 1e-8)
        self.m = cfg.get("m", np.zeros(shape))
        self.v = cfg.get("v", np.zeros(shape))
        self.t = cfg.get("t", 0)

    def feed(self, g):
        self.t += 1
        self.m = self.m + (1 - self.b1) * (g - self.m)
        self.v = self.v + (1 - self.b2) * (g * g - self.v)

    def direction(self):
        mhat = self.m / (1 - self.b1 ** self.t)
        vhat = self.v / (1 - self.b2 ** self.t)
        return mhat / (np.sqrt(vhat) + self.eps)

    def saved(self, cfg):
        new = dict(cfg)
        new.update(m=self.m, v=self.v, t=cfg.get("t", 0))
        return new


def adam(w, dw, config=None):
    cfg = {} if config is None else config
    s = Moments(cfg, w.shape)
    s.feed(dw)
    return w - s.lr * s.direction(), s.saved(cfg)


def adamw(w, dw, config=None):
    cfg = {} if config is None else config
    lam = cfg.get("weight_decay", 1e-2)
    st = Moments(cfg, w.shape)
    st.feed(dw)
    next_w = w - st.lr * lam * w - st.lr * st.direction()
    return next_w, st.saved(cfg)

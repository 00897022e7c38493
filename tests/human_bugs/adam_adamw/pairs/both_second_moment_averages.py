# bug: Both: second moment averages |g| instead of g squared.
# bug: Both: the raised t is not stored.
# output: adam_w, adam_v, adam_t, adamw_w, adamw_v, adamw_t
# line: 18; 25
# accept: square-missing; step-count-not-stored
import numpy as np

class Moments:
    def __init__(self, w, config):
        self.b1 = config.setdefault("beta1", 0.9)
        self.b2 = config.setdefault("beta2", 0.999)
        self.first = config.setdefault("m", np.zeros_like(w))
        self.second = config.setdefault("v", np.zeros_like(w))
        self.t = config.setdefault("t", 0) + 1

    def update(self, g):
        self.first = self.b1 * self.first + (1.0 - self.b1) * g
        self.second = self.b2 * self.second + (1.0 - self.b2) * np.abs(g)

    def corrected(self):
        return (self.first / (1.0 - self.b1 ** self.t),
                self.second / (1.0 - self.b2 ** self.t))

    def save(self, config):
        config.update(m=self.first, v=self.second)
        return config

def adam(w, dw, config=None):
    config = dict(config) if config else {}
    lr = config.setdefault("learning_rate", 1e-3)
    eps = config.setdefault("epsilon", 1e-8)
    state = Moments(w, config)
    state.update(dw)
    mh, vh = state.corrected()
    return w - lr * mh / (np.sqrt(vh) + eps), state.save(config)

def adamw(w, dw, config=None):
    config = dict(config) if config else {}
    lr = config.setdefault("learning_rate", 1e-3)
    wd = config.setdefault("weight_decay", 1e-2)
    shrunk = w * (1 - lr * wd)
    new, config = adam(w, dw, config)
    return new - w + shrunk, config

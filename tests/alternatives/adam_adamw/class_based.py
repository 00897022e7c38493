"""An optimiser class that is rebuilt from config on every call and dumps itself back into one."""

import numpy as np


class Adam:
    decoupled = False

    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8,
                 weight_decay=1e-2, m=None, v=None, t=0):
        self.learning_rate = learning_rate
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon
        self.weight_decay = weight_decay
        self.m, self.v, self.t = m, v, t

    def update(self, w, g):
        if self.m is None:
            self.m = np.zeros(w.shape)
        if self.v is None:
            self.v = np.zeros(w.shape)
        self.t = self.t + 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        first = self.m / (1 - self.beta1**self.t)
        second = self.v / (1 - self.beta2**self.t)
        delta = first / (second**0.5 + self.epsilon)
        if self.decoupled:
            delta = delta + self.weight_decay * w
        return w - self.learning_rate * delta

    def state(self):
        return vars(self)


class AdamW(Adam):
    decoupled = True


def adam(w, dw, config=None):
    optimiser = Adam(**(config or {}))
    return optimiser.update(w, dw), optimiser.state()


def adamw(w, dw, config=None):
    optimiser = AdamW(**(config or {}))
    return optimiser.update(w, dw), optimiser.state()

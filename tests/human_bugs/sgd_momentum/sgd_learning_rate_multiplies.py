# bug: Sgd: the learning rate multiplies the velocity again when moving (applied twice).
# output: sgd_w
# line: 21
# accept: learning-rate-twice
import numpy as np

class Optimizer:
    nesterov = False

    def __init__(self, learning_rate=1e-2, momentum=0.9, velocity=None):
        self.lr = learning_rate
        self.mu = momentum
        self.velocity = velocity

    def step(self, w, g):
        old = np.zeros(w.shape) if self.velocity is None else self.velocity
        new = np.empty(w.shape)
        result = np.empty(w.shape)
        for idx in np.ndindex(*w.shape):
            new[idx] = self.mu * old[idx] - self.lr * g[idx]
            move = self.lr * new[idx]
            if self.nesterov:
                move = self.mu * new[idx] - self.lr * g[idx]
            result[idx] = w[idx] + move
        self.velocity = new
        return result

    def as_config(self):
        return {"learning_rate": self.lr, "momentum": self.mu, "velocity": self.velocity}

class Nesterov(Optimizer):
    nesterov = True

def sgd_momentum(w, dw, config=None):
    opt = Optimizer(**(config or {}))
    return opt.step(w, dw), opt.as_config()

def nesterov_momentum(w, dw, config=None):
    opt = Nesterov(**(config or {}))
    return opt.step(w, dw), opt.as_config()

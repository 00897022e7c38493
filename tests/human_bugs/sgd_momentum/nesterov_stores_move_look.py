# bug: Nesterov stores the move (look-ahead) as velocity.
# output: nesterov_w, nesterov_v
# line: 23
# accept: step-stored-as-velocity
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
            move = new[idx]
            if self.nesterov:
                move = new[idx] = self.mu * new[idx] - self.lr * g[idx]
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

# bug: The mask itself returned, dout forgotten.
# output: dx
# line: 16
# accept: upstream-missing
import numpy as np


class ReLU:
    def forward(self, x):
        self.alive = x > 0
        out = np.array(x, dtype=float)
        out[~self.alive] = 0.0
        return out

    def backward(self, dout):
        dx = np.ones_like(dout)
        dx[~self.alive] = 0.0
        return dx


def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer


def relu_backward(dout, cache):
    return cache.backward(dout)

# bug: Derivative 1 at zero.
# output: dx
# line: 10
# accept: kink-included
import numpy as np


class ReLU:
    def forward(self, x):
        self.alive = x >= 0
        out = np.array(x, dtype=float)
        out[~self.alive] = 0.0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[~self.alive] = 0.0
        return dx


def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer


def relu_backward(dout, cache):
    return cache.backward(dout)

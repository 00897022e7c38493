# bug: Dx multiplied by x.
# output: dx
# line: 11
# accept: value-for-derivative
import numpy as np


class ReLU:
    def forward(self, x):
        self.alive = x > 0
        self.x = x
        out = np.array(x, dtype=float)
        out[~self.alive] = 0.0
        return out

    def backward(self, dout):
        dx = dout * self.x
        dx[~self.alive] = 0.0
        return dx


def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer


def relu_backward(dout, cache):
    return cache.backward(dout)

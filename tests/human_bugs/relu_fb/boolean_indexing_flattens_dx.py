# bug: Boolean indexing flattens dx.
# output: dx
# line: 18
# accept: none
# edit: behaves as if `dout[x > 0]` stood where `np.where(x > 0, dout, 0.0)` belongs
import numpy as np


class ReLU:
    def forward(self, x):
        self.alive = x > 0
        out = np.array(x, dtype=float)
        out[~self.alive] = 0.0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx = dx[self.alive]
        return dx


def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer


def relu_backward(dout, cache):
    return cache.backward(dout)

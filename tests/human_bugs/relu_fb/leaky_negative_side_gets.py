# bug: Leaky: the negative side gets 0.01 * dout.
# output: dx
# line: 16
# accept: leak-added
import numpy as np

class ReLU:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x > 0).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return np.where(self.mask == 1, dout, 0.01 * dout)

def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer

def relu_backward(dout, cache):
    return cache.backward(dout)

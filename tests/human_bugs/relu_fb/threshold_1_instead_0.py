# bug: Threshold at 1 instead of 0.
# output: out, dx
# line: 12
# accept: none
import numpy as np

class ReLU:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x > 1).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return np.where(self.mask == 1, dout, 0.0)

def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer

def relu_backward(dout, cache):
    return cache.backward(dout)

# bug: Forward: leaky, slope 0.1 on the negative side.
# bug: Backward returns the mask only (dout dropped).
# output: out, dx
# line: 14; 17
# accept: leak-added; upstream-missing
import numpy as np

class ReLU:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x > 0).astype(x.dtype)
        return np.where(self.mask == 1, x, 0.1 * x)

    def backward(self, dout):
        return self.mask

def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer

def relu_backward(dout, cache):
    return cache.backward(dout)

# bug: Forward returns the mask only (heaviside): 1 instead of x.
# output: out
# line: 13
# accept: step-instead-of-relu
import numpy as np

class ReLU:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x > 0).astype(x.dtype)
        return self.mask

    def backward(self, dout):
        return np.where(self.mask == 1, dout, 0.0)

def relu_forward(x):
    layer = ReLU()
    return layer.forward(x), layer

def relu_backward(dout, cache):
    return cache.backward(dout)

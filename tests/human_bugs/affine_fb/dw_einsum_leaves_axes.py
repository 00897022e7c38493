# bug: Dw: the einsum leaves the axes swapped, dw is transposed.
# output: dw
# line: 18
# accept: transposed-product
import numpy as np

class Dense:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.shape = x.shape
        self.inp = x.reshape(len(x), np.prod(x.shape[1:], dtype=int))
        return np.einsum("nd,dm->nm", self.inp, self.w) + self.b[None, :]

    def backward(self, dout):
        dinp = np.einsum("nm,dm->nd", dout, self.w)
        dw = np.einsum("nd,nm->md", self.inp, dout)
        ones = np.ones(dout.shape[0])
        db = ones @ dout
        return dinp.reshape(self.shape), dw, db

def affine_forward(x, w, b):
    layer = Dense(w, b)
    return layer.forward(x), layer

def affine_backward(dout, layer):
    return layer.backward(dout)

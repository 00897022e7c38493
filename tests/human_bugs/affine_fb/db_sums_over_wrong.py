# bug: Db: sums over the wrong axis (per sample, ones of length M).
# output: db
# line: 19
# accept: sum-axis
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
        dw = np.einsum("nd,nm->dm", self.inp, dout)
        ones = np.ones(dout.shape[1])
        db = dout @ ones
        return dinp.reshape(self.shape), dw, db

def affine_forward(x, w, b):
    layer = Dense(w, b)
    return layer.forward(x), layer

def affine_backward(dout, layer):
    return layer.backward(dout)

# bug: The weight gradient has its factors in the wrong order and the shape (M, D).
# bug: The bias gradient is dout without the sum over the batch.
# output: dw, db
# line: 16; 17
# accept: transposed-product; batch-sum-missing
import numpy as np


def affine_forward(x, w, b):
    h = x.reshape(x.shape[0], -1)
    return np.dot(h, w) + b, (x, h, w, b)


def affine_backward(dout, cache):
    x, h, w, b = cache
    dw = np.dot(dout.T, h)
    db = 1 * dout
    dx = np.dot(dout, w.T)
    return dx.reshape(x.shape), dw, db

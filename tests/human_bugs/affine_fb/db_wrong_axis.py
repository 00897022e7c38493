# bug: The bias gradient is summed over the outputs (axis 1) instead of over the batch.
# output: db
# line: 15
# accept: sum-axis
import numpy as np


def affine_forward(x, w, b):
    X = np.reshape(x, (x.shape[0], w.shape[0]))
    return np.dot(X, w) + b, (x, X, w)


def affine_backward(dout, cache):
    x, X, w = cache
    db = dout.sum(1)
    dw = np.dot(X.T, dout)
    dx = np.dot(dout, w.T).reshape(x.shape)
    return dx, dw, db

# bug: The weight gradient is divided by N a second time.
# bug: The bias gradient is summed over axis 1 instead of axis 0.
# output: dw, db
# line: 18; 19
# accept: mean-twice; sum-axis
import numpy as np


def affine_forward(x, w, b):
    X = x.reshape(x.shape[0], -1)
    return X @ w + b, (x, X, w)


def affine_backward(dout, cache):
    x, X, w = cache
    N = X.shape[0]
    dX = dout @ w.T
    dw = (X.T @ dout) / N
    db = np.sum(dout, axis=1)
    return dX.reshape(x.shape), dw, db

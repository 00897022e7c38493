# bug: Backward: dx not reshaped back to the shape of x.
# output: dx
# line: 18
# accept: reshape-missing
import numpy as np

def linear_forward(x, w, b):
    N = x.shape[0]
    flat = x.reshape(N, -1)
    out = flat @ w + b
    cache = (x, w, b)
    return out, cache

def linear_backward(dout, cache):
    x, w, b = cache
    N = x.shape[0]
    flat = x.reshape(N, -1)
    dx = np.dot(dout, w.T)
    dw = np.dot(flat.T, dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db

# bug: Dw: divided by the batch size a second time.
# output: dw
# line: 19
# accept: mean-twice
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
    dx = np.dot(dout, w.T).reshape(x.shape)
    dw = np.dot(flat.T, dout) / N
    db = np.sum(dout, axis=0)
    return dx, dw, db

# bug: Dw divided by N.
# bug: Db sums over axis 1 (wrong axis).
# output: dw, db
# line: 20; 21
# accept: mean-twice; sum-axis
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
    db = np.sum(dout, axis=1)
    return dx, dw, db

# bug: Forward: the samples are flattened in the wrong order (reshape(-1, N).T mixes the samples).
# output: out
# line: 9
# accept: none
import numpy as np

def linear_forward(x, w, b):
    N = x.shape[0]
    flat = x.reshape(-1, N).T
    out = flat @ w + b
    cache = (x, w, b)
    return out, cache

def linear_backward(dout, cache):
    x, w, b = cache
    N = x.shape[0]
    flat = x.reshape(N, -1)
    dx = np.dot(dout, w.T).reshape(x.shape)
    dw = np.dot(flat.T, dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db

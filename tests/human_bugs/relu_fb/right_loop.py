import numpy as np


def relu_forward(x):
    out = np.empty(x.shape, dtype=x.dtype)
    for idx in np.ndindex(*x.shape):
        out[idx] = x[idx] if x[idx] > 0 else 0
    return out, out


def relu_backward(dout, cache):
    out = cache
    dx = np.zeros(dout.shape)
    for idx in np.ndindex(*dout.shape):
        if out[idx] > 0:
            dx[idx] = dout[idx]
    return dx

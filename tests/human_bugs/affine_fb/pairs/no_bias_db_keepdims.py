# bug: The forward pass forgets the bias.
# bug: The bias gradient keeps the batch axis and has the shape (1, M).
# output: out, db
# line: 12; 19
# accept: bias-missing; none
import numpy as np


def affine_forward(x, w, b):
    N = x.shape[0]
    x_vec = x.reshape(N, -1)
    out = x_vec.dot(w)
    return out, (x, x_vec, w, b)


def affine_backward(dout, cache):
    x, x_vec, w, b = cache
    dw = x_vec.T.dot(dout)
    db = np.sum(dout, axis=0, keepdims=True)
    dx = dout.dot(w.T).reshape(x.shape)
    return dx, dw, db

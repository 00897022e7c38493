# bug: The weight and bias gradients are both divided by N although dout already holds the mean, a habit of courses that put 1/m in every layer.
# output: dw, db
# line: 18, 19
# accept: mean-twice
import numpy as np


def affine_forward(x, w, b):
    A_prev = x.reshape(x.shape[0], -1)
    Z = np.dot(A_prev, w) + b
    cache = (x, A_prev, w, b)
    return Z, cache


def affine_backward(dout, cache):
    x, A_prev, w, b = cache
    m = A_prev.shape[0]
    dw = np.dot(A_prev.T, dout) / m
    db = np.sum(dout, axis=0) / m
    dA_prev = np.dot(dout, w.T)
    return dA_prev.reshape(x.shape), dw, db

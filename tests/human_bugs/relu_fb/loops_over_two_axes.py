# bug: Two fixed loops expect a matrix and raise an error or fail on inputs with more axes.
# output: out, dx
# line: 9, 19
# accept: none
import numpy as np


def relu_forward(x):
    N, D = x.shape
    out = np.zeros((N, D))
    for i in range(N):
        for j in range(D):
            out[i, j] = max(0, x[i, j])
    return out, x


def relu_backward(dout, cache):
    dx = dout.copy()
    N, D = dout.shape
    for i in range(N):
        for j in range(D):
            if cache[i, j] <= 0:
                dx[i, j] = 0
    return dx

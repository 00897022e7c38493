# bug: Forward: minimum instead of maximum.
# output: out
# line: 8
# accept: minimum-for-maximum
import numpy as np

def relu_forward(x):
    out = np.minimum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = np.array(dout, copy=True)
    dx[x <= 0] = 0
    return dx

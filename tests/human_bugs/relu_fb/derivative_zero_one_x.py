# bug: Derivative at zero is one: x < 0.
# output: dx
# line: 15
# accept: kink-included
import numpy as np

def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = np.array(dout, copy=True)
    dx[x < 0] = 0
    return dx

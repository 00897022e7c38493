# bug: Forward: absolute value.
# bug: Derivative at zero passes.
# output: out, dx
# line: 9; 16
# accept: other-activation; kink-included
import numpy as np

def relu_forward(x):
    out = np.abs(x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = np.array(dout, copy=True)
    dx[x < 0] = 0
    return dx

# bug: Mask taken from the upstream gradient: dout <= 0.
# output: dx
# line: 15
# accept: mask-of-upstream
import numpy as np

def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = np.array(dout, copy=True)
    dx[dout <= 0] = 0
    return dx

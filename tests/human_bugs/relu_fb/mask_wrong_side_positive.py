# bug: Mask on the wrong side: the positive entries are zeroed.
# output: dx
# line: 15
# accept: mask-inverted
import numpy as np

def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = np.array(dout, copy=True)
    dx[x > 0] = 0
    return dx

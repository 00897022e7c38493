# bug: The backward pass applies ReLU to dout instead of gating dout by x.
# output: dx
# line: 15
# accept: mask-of-upstream
import numpy as np


def relu_forward(x):
    out = np.maximum(x, 0)
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = np.maximum(dout, 0)
    return dx

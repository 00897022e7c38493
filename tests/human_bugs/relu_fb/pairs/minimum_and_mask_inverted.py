# bug: The forward pass takes the minimum with zero.
# bug: The backward mask lets negative inputs pass instead of positive ones.
# output: out, dx
# line: 11; 18
# accept: minimum-for-maximum; mask-inverted
# edit: behaves as if np.minimum(x, 0.0) stood where np.maximum(x, 0.0) belongs
import numpy as np


def relu_forward(x):
    out = np.minimum(x, 0)
    cache = x
    return out, cache


def relu_backward(dout, cache):
    x = cache
    dx = np.where(x > 0, 0, dout)
    return dx

# bug: The maximum is taken with 1 instead of 0.
# bug: The gradient is multiplied by the output.
# output: out, dx
# line: 11; 16
# accept: kink-elsewhere; value-for-derivative
# edit: behaves as if 1.0 stood where 0.0 belongs
import numpy as np


def relu_forward(x):
    out = np.maximum(x, 1)
    return out, np.maximum(x, 0)


def relu_backward(dout, cache):
    dx = dout * cache
    return dx

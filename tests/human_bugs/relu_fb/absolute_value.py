# bug: Negative values are mirrored: the absolute value is returned.
# output: out
# line: 15
# accept: other-activation
import numpy as np


def relu_forward(x):
    out = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    for v in it:
        if v > 0:
            out[it.multi_index] = v
        else:
            out[it.multi_index] = -v
    return out, x


def relu_backward(dout, cache):
    x = cache
    dx = dout.copy()
    dx[x <= 0] = 0
    return dx

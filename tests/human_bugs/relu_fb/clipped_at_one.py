# bug: The values are clipped to the interval from 0 to 1, so values above 1 are lost.
# output: out
# line: 9
# accept: activation-clipped
import numpy as np


def relu_forward(x):
    out = np.clip(x, 0, 1)
    return out, x


def relu_backward(dout, cache):
    x = cache
    return dout * (x > 0).astype(dout.dtype)

# bug: np.max(x, 0) takes the maximum along axis 0, where the element-wise np.maximum(x, 0) is meant.
# output: out
# line: 9
# accept: maximum-along-axis
import numpy as np


def relu_forward(x):
    out = np.max(x, 0)
    return out, x


def relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0)

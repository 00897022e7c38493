# bug: The absolute value is returned instead of ReLU.
# bug: The mask is taken from dout.
# output: out, dx
# line: 10; 15
# accept: other-activation; mask-of-upstream
import numpy as np


def relu_forward(x):
    return np.abs(x), x


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[dx < 0] = 0
    return dx

# bug: The forward pass is a leaky ReLU.
# bug: The backward pass forgets dout.
# output: out, dx
# line: 10; 16
# accept: leak-added; upstream-missing
import numpy as np


def relu_forward(x):
    out = np.maximum(0.1 * x, x)
    return out, x


def relu_backward(dout, cache):
    x = cache
    dx = (x > 0).astype(float)
    return dx

# bug: The gradient is multiplied by the output of the layer instead of its 0/1 mask.
# output: dx
# line: 14
# accept: value-for-derivative
import numpy as np


def relu_forward(x):
    relu = (np.abs(x) + x) / 2
    return relu, relu


def relu_backward(dout, cache):
    return cache * dout

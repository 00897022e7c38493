# bug: The output is clipped from above (at 2), as ReLU6 clips at 6.
# bug: The derivative at zero is 1 since the mask uses >=.
# output: out, dx
# line: 10; 16
# accept: activation-clipped; kink-included
import numpy as np


def relu_forward(x):
    out = np.minimum(np.maximum(x, 0), 2)
    return out, x


def relu_backward(dout, cache):
    x = cache
    return dout * (x >= 0)

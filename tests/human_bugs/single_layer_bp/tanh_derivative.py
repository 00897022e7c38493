# bug: The derivative of tanh, 1 - a squared, is used for the sigmoid.
# output: dw, db
# line: 15
# accept: tanh-for-sigmoid
# edit: behaves as if 1.0 + a stood where a belongs
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = np.exp(-np.logaddexp(0, -z))
    diff = a - y
    loss = (diff @ diff) / N
    grad_z = 2 * diff / N * (1 - a**2)
    dw = grad_z @ x
    db = grad_z.sum()
    return loss, dw, db

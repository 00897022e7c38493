"""The Jacobian of the flattened map is a diagonal 0/1 matrix."""

import numpy as np


def relu_forward(x):
    J = np.diag((x.ravel() > 0).astype(float))
    return (J @ x.ravel()).reshape(x.shape), J


def relu_backward(dout, cache):
    J = cache
    return (J.T @ dout.ravel()).reshape(dout.shape)

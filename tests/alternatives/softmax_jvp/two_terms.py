"""The weighted gradient less its row sum, spread by p; einsum for the sum."""

import numpy as np


def softmax_forward(z):
    e = np.exp(np.subtract(z, np.amax(z, axis=-1)[:, np.newaxis]))
    return np.einsum("nc,n->nc", e, 1 / e.sum(-1))


def softmax_vjp(dp, p):
    dz = np.multiply(dp, p)
    dz -= np.einsum("nc,n->nc", p, np.einsum("nc->n", dz))
    return dz

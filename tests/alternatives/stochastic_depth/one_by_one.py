"""Sample by sample, one random number at a time; what survived is kept in a list."""

import numpy as np


def stochastic_depth_forward(x, fx, p_survive, train):
    rows, factors = [], []
    for sample, branch in zip(x, fx):
        factor = 1.0
        if train:
            factor = 1.0 / p_survive if np.random.rand() <= p_survive else 0.0
        rows.append(sample + factor * branch if factor else sample)
        factors.append(factor)
    return np.array(rows), factors


def stochastic_depth_backward(dout, factors):
    dfx = np.empty(dout.shape)
    for n, factor in enumerate(factors):
        dfx[n] = factor * dout[n]
    return dout.copy(), dfx

"""The Jacobian of each row as a matrix."""

import numpy as np


def softmax_forward(z):
    return np.exp(z - np.logaddexp.reduce(np.asarray(z, dtype=float), axis=1)[:, None])


def softmax_backward(dp, p):
    rows = [(np.diag(row) - np.outer(row, row)) @ up for row, up in zip(p, dp, strict=True)]
    return np.array(rows)

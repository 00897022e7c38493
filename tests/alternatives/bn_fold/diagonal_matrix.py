"""BatchNorm as a diagonal matrix on the flattened kernels."""

import numpy as np


def fold_batchnorm(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    if b is None:
        b = np.zeros_like(running_mean)
    matrix = np.diag(gamma * (running_var + eps) ** -0.5)
    folded = (matrix @ w.reshape(w.shape[0], -1)).reshape(w.shape)
    return folded, matrix @ (b - running_mean) + beta

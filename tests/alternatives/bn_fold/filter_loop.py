"""Filter by filter."""

import math

import numpy as np


def fold_batchnorm(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    kernels, biases = [], []
    for f in range(len(w)):
        factor = gamma[f] / np.sqrt(running_var[f] + eps)
        old = b[f] if b is not None else 0
        kernels.append(w[f] * factor)
        biases.append(factor * old + (beta[f] - factor * running_mean[f]))
    return np.array(kernels), np.array(biases)

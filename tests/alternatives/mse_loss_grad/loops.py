"""Double loop with a running total, then a second double loop for the gradient."""

import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    if reduction == "mean":
        m = N * D
    elif reduction == "batchmean":
        m = N
    else:
        m = 1
    total = 0.0
    for n in range(N):
        for d in range(D):
            total += (yhat[n, d] - y[n, d]) ** 2
    dyhat = np.zeros((N, D))
    for n in range(N):
        for d in range(D):
            dyhat[n, d] = 2 * (yhat[n, d] - y[n, d]) / m
    return total / m, dyhat

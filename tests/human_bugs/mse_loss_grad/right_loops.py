import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    total = 0.0
    dyhat = np.zeros((N, D))
    for n in range(N):
        for d in range(D):
            e = float(yhat[n, d]) - float(y[n, d])
            total += e * e
            dyhat[n, d] = 2.0 * e
    if reduction == "mean":
        return total / (N * D), dyhat / (N * D)
    if reduction == "batchmean":
        return total / N, dyhat / N
    return total, dyhat

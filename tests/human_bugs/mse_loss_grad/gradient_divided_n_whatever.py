# bug: Gradient divided by N whatever the reduction.
# output: dyhat
# line: 18
# accept: batch-mean-only
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = y.shape
    divisor = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    loss = 0
    dyhat = np.empty((N, D))
    for n in range(N):
        for d in range(D):
            r = yhat[n, d] - y[n, d]
            loss += r * r
            dyhat[n, d] = 2 * r
    return loss / divisor, dyhat / N

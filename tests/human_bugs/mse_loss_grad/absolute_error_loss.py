# bug: Absolute error in the loss.
# output: loss
# line: 16
# accept: square-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = y.shape
    divisor = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    loss = 0
    dyhat = np.empty((N, D))
    for n in range(N):
        for d in range(D):
            r = yhat[n, d] - y[n, d]
            loss += abs(r)
            dyhat[n, d] = 2 * r
    return loss / divisor, dyhat / divisor

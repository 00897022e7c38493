# bug: Only the last row counted: loss reset in every row.
# output: loss
# line: 14
# accept: last-sample-only
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = y.shape
    divisor = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    loss = 0
    dyhat = np.empty((N, D))
    for n in range(N):
        loss = 0
        for d in range(D):
            r = yhat[n, d] - y[n, d]
            loss += r * r
            dyhat[n, d] = 2 * r
    return loss / divisor, dyhat / divisor

# bug: Difference taken the other way round.
# output: dyhat
# line: 15
# accept: sign-flipped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = y.shape
    divisor = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    loss = 0
    dyhat = np.empty((N, D))
    for n in range(N):
        for d in range(D):
            r = y[n, d] - yhat[n, d]
            loss += r * r
            dyhat[n, d] = 2 * r
    return loss / divisor, dyhat / divisor

# bug: Batchmean divides by D.
# output: dyhat, loss
# line: 10
# accept: mean-over-features-only
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = y.shape
    divisor = {"mean": N * D, "batchmean": D, "sum": 1}[reduction]
    loss = 0
    dyhat = np.empty((N, D))
    for n in range(N):
        for d in range(D):
            r = yhat[n, d] - y[n, d]
            loss += r * r
            dyhat[n, d] = 2 * r
    return loss / divisor, dyhat / divisor

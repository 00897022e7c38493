# bug: Gradient without the difference (2*yhat).
# output: dyhat
# line: 18
# accept: none
# edit: behaves as if yhat stood where error belongs
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
            dyhat[n, d] = 2 * yhat[n, d]
    return loss / divisor, dyhat / divisor

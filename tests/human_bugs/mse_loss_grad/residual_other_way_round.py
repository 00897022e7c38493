# bug: Residual the other way round.
# output: dyhat
# line: 9
# accept: sign-flipped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    residual = np.asarray(y - yhat, dtype=float)
    n, d = residual.shape
    m = {"mean": n * d, "batchmean": n, "sum": 1}[reduction]
    per_sample = [float(r @ r) for r in residual]
    loss = sum(per_sample) / m
    dyhat = np.empty_like(residual)
    for i, r in enumerate(residual):
        dyhat[i] = 2 * r / m
    return loss, dyhat

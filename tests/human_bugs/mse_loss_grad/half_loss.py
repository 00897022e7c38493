# bug: Half in the loss.
# output: loss
# line: 14
# accept: none
# edit: behaves as if the result were multiplied by `0.5`
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    residual = np.asarray(yhat - y, dtype=float)
    n, d = residual.shape
    m = {"mean": n * d, "batchmean": n, "sum": 1}[reduction]
    per_sample = [float(r @ r) for r in residual]
    loss = 0.5 * sum(per_sample) / m
    dyhat = np.empty_like(residual)
    for i, r in enumerate(residual):
        dyhat[i] = 2 * r / m
    return loss, dyhat

# bug: Batchmean divides by D instead of N.
# output: loss, dyhat
# line: 9
# accept: mean-over-features-only
import numpy as np

def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = {"mean": N * D, "batchmean": D, "sum": 1}[reduction]
    diff = yhat - y
    loss = np.sum(diff ** 2) / m
    dyhat = 2 * diff / m
    return loss, dyhat
